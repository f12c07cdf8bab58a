// Takes the pictures of the README in VS Code from npm: `node scripts/screenshots.mjs`.
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { openVSCode } from './vscode/open.mjs';

const { page, close } = await openVSCode({ folder: join(root, 'examples', 'contoso-docs') });
try {
  await page.setViewportSize({ width: 1180, height: 720 });
  await openFile('retired-keys.md');
  await command('View: Toggle Problems');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await command('Dynamics Docs: Validate Workspace');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'unclosed-header.md' }).waitFor();
  await page.screenshot({ path: join(root, 'docs', 'images', 'problems.png') });
} finally {
  await close();
}

async function openFile(name) {
  await page.keyboard.press('Control+P');
  await page.keyboard.type(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab', { hasText: name }).waitFor();
}

async function command(title) {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}
