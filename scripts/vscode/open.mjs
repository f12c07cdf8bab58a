import { root } from '../lib/paths.mjs';
import { launchChromium } from './chromium.mjs';
import { serveVSCode, workbenchUrl } from './server.mjs';

/**
 * VS Code with a folder and the extension in a headless browser, for tests of the user interface and for screenshots.
 * Returns Playwright's page, when the files are listed, and `close`.
 */
export async function openVSCode({ folder, extension = root, trust = true, viewport = { width: 1280, height: 800 } }) {
  const vscode = await serveVSCode({ trust });
  let browser;
  const close = async () => {
    await browser?.close();
    await vscode.close();
  };
  try {
    browser = await launchChromium();
    const page = await browser.newPage({ viewport });
    await page.goto(workbenchUrl(vscode, { folder, extension }));
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}
