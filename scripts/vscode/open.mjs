import { root } from '../lib/paths.mjs';
import { launchChromium } from './chromium.mjs';
import { serveVSCode, workbenchUrl } from './server.mjs';

/**
 * VS Code with a folder and the extension in a headless browser, for tests of the user interface.
 * Returns Playwright's page, when the files are listed, and `close`.
 */
export async function openVSCode({ trust = true, ...window }) {
  const { open, close } = await startVSCode({ trust });
  try {
    const { page } = await open(window);
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** VS Code and a browser for several windows, one after the other: `open` gives each with its own `close`. */
export async function startVSCode({ trust = true } = {}) {
  const vscode = await serveVSCode({ trust });
  let browser;
  const close = async () => {
    await browser?.close();
    await vscode.close();
  };
  try {
    browser = await launchChromium();
    return { open: (window) => openWindow(vscode, browser, window), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openWindow(vscode, browser, { folder, extension = root, viewport = { width: 1280, height: 800 } }) {
  const page = await browser.newPage({ viewport });
  await page.goto(workbenchUrl(vscode, { folder, extension }));
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  const close = async () => {
    // By leaving: the server keeps what belongs to a window that is only gone, in case it comes back.
    await page.goto('about:blank');
    await page.close();
  };
  return { page, close };
}
