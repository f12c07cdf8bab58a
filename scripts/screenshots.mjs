/* global document */
// Takes the pictures of the README in VS Code from npm: `node scripts/screenshots.mjs`.
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { temporaryFolder } from './lib/temporary.mjs';
import { openVSCode } from './vscode/open.mjs';
import { chooseTheme, openFile, openPreview, runCommand, themes, writeSettings } from './vscode/workbench.mjs';

const sample = join(root, 'examples', 'contoso-docs');
const problem = '.dynamics-docs-include-problem';
const picture = (name) => join(root, 'docs', 'images', name);

await takeProblems();
await takePreview();

async function takeProblems() {
  const { page, close } = await openVSCode({ folder: sample, viewport: { width: 1180, height: 720 } });
  try {
    await openFile(page, 'retired-keys.md');
    await runCommand(page, 'View: Toggle Problems');
    await page.locator('.markers-panel .monaco-list-row').first().waitFor();
    await runCommand(page, 'Dynamics Docs: Validate Workspace');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'unclosed-header.md' }).waitFor();
    await page.screenshot({ path: picture('problems.png') });
  } finally {
    await close();
  }
}

/** An article beside its preview, in each theme; the README shows the light and the dark one. */
async function takePreview() {
  const folder = temporaryFolder('sample', sample);
  const settings = { 'markdown.preview.frontMatter': 'hide', 'editor.minimap.enabled': false, 'editor.wordWrap': 'on' };
  writeSettings(folder.path, themes.light, settings);
  const { page, close } = await openVSCode({ folder: folder.path, viewport: { width: 1180, height: 960 } });
  try {
    await openFile(page, 'missing-include.md');
    await openPreview(page, problem);
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    for (const [name, theme] of Object.entries(themes).reverse()) {
      if (!process.argv.includes('--all') && name.startsWith('high')) continue;
      const frame = await chooseTheme(page, folder.path, theme, problem, settings);
      await frame.waitForFunction(() => document.querySelector('img')?.complete);
      // The workbench fades its colours.
      await page.waitForTimeout(1000);
      await page.screenshot({ path: picture(`preview-${name}.png`) });
    }
  } finally {
    await close();
    folder.remove();
  }
}
