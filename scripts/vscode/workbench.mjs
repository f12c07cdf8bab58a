/** What tests and screenshots do in a workbench, by way of Playwright's page. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Themes that come with VS Code, and how the body of a webview is called in each. */
export const themes = {
  light: { name: 'Default Light Modern', bodyClass: 'vscode-light' },
  dark: { name: 'Default Dark Modern', bodyClass: 'vscode-dark' },
  highContrast: { name: 'Default High Contrast', bodyClass: 'vscode-high-contrast' },
  highContrastLight: { name: 'Default High Contrast Light', bodyClass: 'vscode-high-contrast-light' },
};

export async function openFile(page, name) {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget').waitFor();
  await page.keyboard.type(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab', { hasText: name }).first().waitFor();
}

/** By the Explorer, folder by folder: VS Code for the web finds no files by their names. */
export async function openFromExplorer(page, path) {
  const rows = page.locator('.explorer-folders-view .monaco-list-row');
  const row = (name) => rows.filter({ has: page.getByText(name, { exact: true }) }).first();
  const folders = path.split('/');
  const name = folders.pop();
  for (const folder of folders) await row(folder).click();
  await row(name).dblclick();
  await page.locator('.tab', { hasText: name }).first().waitFor();
}

export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget').waitFor();
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Puts the cursor at a `line:column`. */
export async function goTo(page, place) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget').waitFor();
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/**
 * Opens the preview of the active article beside it, and waits for an element of its content. Returns the frame.
 *
 * By the button: it is there once the Markdown extension is, which a key does not wait for.
 */
export async function openPreview(page, selector) {
  await page.locator('.editor-actions [aria-label^="Open Preview to the Side"]').first().click();
  return settledFrame(page, selector);
}

/** The frame whose document holds an element: a webview is a frame in a frame. */
async function frameWith(page, selector, timeLimit = 30_000) {
  const end = Date.now() + timeLimit;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      const found = await frame
        .locator(selector)
        .count()
        .catch(() => 0); // Gone meanwhile.
      if (found > 0) return frame;
    }
    await page.waitForTimeout(50);
  }
  throw new Error(`No webview shows ${selector}.`);
}

/** Settings of a folder, that is open or will be, with one of `themes`. */
export function writeSettings(folder, { name }, settings) {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  const all = { 'workbench.colorTheme': name, 'window.autoDetectColorScheme': false, ...settings };
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(all));
}

/**
 * Changes the theme of an open folder. Returns the frame that shows an element in it: another one than before where VS Code
 * loads the webview anew.
 */
export async function chooseTheme(page, folder, theme, selector, settings) {
  writeSettings(folder, theme, settings);
  return settledFrame(page, `body.${theme.bodyClass} ${selector}`);
}

/** The frame that shows an element and stays: VS Code loads a webview anew when more is known, or colours changed. */
export async function settledFrame(page, selector) {
  for (let frame = await frameWith(page, selector); ;) {
    await page.waitForTimeout(700);
    const settled = await frameWith(page, selector);
    if (settled === frame) return settled;
    frame = settled;
  }
}

/** Does something in the frame that shows an element; again where VS Code loads the webview anew meanwhile. */
export async function inSettledFrame(page, selector, use) {
  for (let reloads = 0; ; reloads++) {
    const frame = await settledFrame(page, selector);
    try {
      const result = await use(frame);
      if (!frame.isDetached()) return result;
    } catch (error) {
      if (!frame.isDetached()) throw error;
    }
    if (reloads === 3) throw new Error(`The webview that shows ${selector} does not stay.`);
  }
}
