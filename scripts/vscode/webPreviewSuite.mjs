import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { temporaryFolder } from '../lib/temporary.mjs';
import { createAttempts } from './attempts.mjs';
import { launchChromium } from './chromium.mjs';
import { assertElementsReadable, elementTests, tabList } from './previewElements.mjs';
import { serveWebVSCode } from './webServer.mjs';
import { inSettledFrame, openFromExplorer, openPreview, themes, writeSettings } from './workbench.mjs';

/**
 * What the preview of VS Code for the web, the oldest supported one, shows of what DocFX adds, in each theme. Returns what
 * passed and failed.
 */
export async function runWebPreviewSuite({ print = console.log } = {}) {
  const { counts, attempt } = createAttempts('the preview in the web', print);
  const browser = await launchChromium();
  try {
    for (const theme of Object.values(themes)) {
      await attempt(`opens in the theme ${theme.name}`, () =>
        inPreview(browser, theme, async (inFrame) => {
          await attempt(`can be read in the theme ${theme.name}`, () =>
            inFrame(({ frame }) => assertElementsReadable(frame)),
          );
          if (theme !== themes.light) return;
          for (const [title, test] of Object.entries(elementTests)) await attempt(title, () => inFrame(test));
        }),
      );
    }
  } finally {
    await browser.close();
  }
  return counts;
}

/** A window of its own for each theme: nobody tells this VS Code of changed settings. */
async function inPreview(browser, theme, use) {
  const folder = temporaryFolder('sample', join(root, 'examples', 'contoso-docs'));
  writeSettings(folder.path, theme, {});
  const server = await serveWebVSCode({ folder: folder.path });
  // The preview takes styles of extensions, VS Code's own too, from https alone, which this server does not speak.
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, bypassCSP: true });
  try {
    await page.goto(server.url);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await openFromExplorer(page, 'articles/time/page-elements.md');
    const shown = `body.${theme.bodyClass} ${tabList}`;
    await openPreview(page, shown);
    await use((test) => inSettledFrame(page, shown, (frame) => test({ page, frame })));
  } finally {
    await page.close();
    await server.close();
    folder.remove();
  }
}
