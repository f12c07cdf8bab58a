/* global document */
// Takes the pictures of the README in VS Code from npm: `node scripts/screenshots.mjs [problems|preview|elements|metadata|view|report|structure]`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { temporaryFolder } from './lib/temporary.mjs';
import { openVSCode } from './vscode/open.mjs';
import {
  chooseTheme,
  openFile,
  openPreview,
  runCommand,
  settledFrame,
  themes,
  writeSettings,
} from './vscode/workbench.mjs';

const sample = join(root, 'examples', 'contoso-docs');
const problem = '.dynamics-docs-include-problem';
const picture = (name) => join(root, 'docs', 'images', name);

const pictures = {
  problems: takeProblems,
  preview: takePreview,
  elements: takeElements,
  metadata: takeMetadata,
  view: takeMetadataView,
  report: takeReport,
  structure: takeStructure,
};
const chosen = Object.keys(pictures).filter((name) => process.argv.includes(name));
for (const name of chosen.length > 0 ? chosen : Object.keys(pictures)) await pictures[name]();

/** The metadata of an article in the Explorer. */
async function takeMetadataView() {
  const { page, close } = await openVSCode({ folder: sample, viewport: { width: 1180, height: 720 } });
  try {
    await openFile(page, 'retired-keys.md');
    const header = (title) => page.locator('.pane-header', { hasText: title }).first();
    await header('Metadata').click();
    // More room for the view: the folder above it gives way.
    await header('contoso-docs').click();
    await page.locator('.monaco-list-row', { hasText: 'ms.prod' }).first().waitFor();
    await page.mouse.move(700, 400);
    await page.waitForTimeout(1000);
    await page.screenshot({ path: picture('metadata-view.png') });
  } finally {
    await close();
  }
}

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

/** A support article: its outline, its colours, and the sections that it still lacks. */
async function takeStructure() {
  const folder = temporaryFolder('sample', sample);
  const lines = [
    '---',
    'title: Restore time entries that were deleted',
    'description: Learn how to restore the time entries of a project that were deleted by mistake, and how to keep it from happening again.',
    'author: contoso-writer',
    'ms.author: contosowriter',
    'ms.date: 10/29/2025',
    'ms.topic: troubleshooting-general',
    '---',
    '',
    '# Restore time entries that were deleted',
    '',
    '**Environment details**',
    '',
    'Contoso Projects, every version',
    '',
    '> [!NOTE]',
    '> Entries that were invoiced cannot be deleted.',
    '',
    '**Issue**',
    '',
    'A team member deleted time entries of a project by mistake.',
    '',
    '',
    '',
  ];
  writeFileSync(join(folder.path, 'articles', 'time', 'restore-time.md'), lines.join('\n'));
  writeSettings(folder.path, themes.light, {
    'editor.minimap.enabled': false,
    'editor.wordWrap': 'on',
    'window.commandCenter': false,
    'window.title': 'contoso-docs',
  });
  const { page, close } = await openVSCode({ folder: folder.path, viewport: { width: 1080, height: 640 } });
  try {
    await openFile(page, 'restore-time.md');
    await page.locator('.pane-header', { hasText: 'Outline' }).first().click();
    // More room for the outline: the folder above it gives way.
    await page.locator('.pane-header').first().click();
    await page.locator('.outline-pane .monaco-list-row', { hasText: 'Issue' }).first().waitFor();
    await goTo(page, '23:1');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget .monaco-list-row', { hasText: 'Solution' }).first().waitFor();
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-details').waitFor();
    await settle(page);
    await page.screenshot({ path: picture('structure.png') });
  } finally {
    await close();
    folder.remove();
  }
}

/** The health report in VS Code. */
async function takeReport() {
  const { page, close } = await openVSCode({ folder: sample, viewport: { width: 1180, height: 860 } });
  try {
    await openFile(page, 'retired-keys.md');
    await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
    await runCommand(page, 'Dynamics Docs: Open Health Report');
    const frame = await settledFrame(page, '#findings-table');
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await frame.locator('#codes').evaluate((heading) => heading.scrollIntoView());
    await settle(page);
    await page.screenshot({ path: picture('report.png') });
  } finally {
    await close();
  }
}

/** The preview of what DocFX adds to Markdown, in a light and a dark theme, without the editor beside it. */
async function takeElements() {
  const folder = temporaryFolder('sample', sample);
  const settings = { 'markdown.preview.frontMatter': 'hide' };
  writeSettings(folder.path, themes.light, settings);
  const { page, close } = await openVSCode({ folder: folder.path, viewport: { width: 1300, height: 2200 } });
  const shown = '.dynamics-docs-tab-list';
  try {
    await openFile(page, 'page-elements.md');
    await openPreview(page, shown);
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    for (const name of ['light', 'dark']) {
      await chooseTheme(page, folder.path, themes[name], shown, settings);
      await settle(page);
      const frame = await settledFrame(page, shown);
      await frame.waitForFunction(() => document.querySelector('.mx-imgBorder img')?.complete);
      await frame.evaluate(() => document.documentElement.scrollTo(0, 0));
      const { x, y, width } = await frame.locator('h1').boundingBox();
      const last = await frame.locator('.nextstepaction').boundingBox();
      const clip = { x: x - 26, y: y - 8, width: width + 52, height: last.y + last.height - y + 16 };
      await page.screenshot({ path: picture(`elements-${name}.png`), clip });
    }
  } finally {
    await close();
    folder.remove();
  }
}

/** Front matter that is being written: what completion offers, and what a hover says. */
async function takeMetadata() {
  const folder = temporaryFolder('sample', sample);
  const lines = [
    '---',
    'title: Correct time entries that were approved',
    'description: Learn how to correct the hours of a time entry after a project manager has approved it, and what happens to its costs.',
    '',
    'ms.topic: how-to',
    'ms.update-cycle: 180-days',
    'audience: Application User',
    'ms.service: dynamics-365',
    '---',
    '',
    '# Correct time entries that were approved',
    '',
  ];
  writeFileSync(join(folder.path, 'articles', 'time', 'correct-time.md'), lines.join('\n'));
  writeSettings(folder.path, themes.light, {
    'editor.minimap.enabled': false,
    'editor.wordWrap': 'on',
    'window.commandCenter': false,
    'window.title': 'contoso-docs',
  });
  const { page, close } = await openVSCode({ folder: folder.path, viewport: { width: 980, height: 520 } });
  try {
    await openFile(page, 'correct-time.md');
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    // The index of values is complete once every article was checked.
    await runCommand(page, 'Dynamics Docs: Validate Workspace');
    await page.locator('.squiggly-warning').first().waitFor();
    await goTo(page, '4:1');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget .monaco-list-row', { hasText: 'ms.date' }).waitFor();
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-details', { hasText: 'last substantial edit' }).waitFor();
    await settle(page);
    await page.screenshot({ path: picture('completion.png') });
    await page.keyboard.press('Escape');
    await goTo(page, '8:4');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover', { hasText: 'globalMetadata' }).first().waitFor();
    await settle(page);
    await page.screenshot({ path: picture('hover.png') });
  } finally {
    await close();
    folder.remove();
  }
}

/** Puts the cursor at a `line:column`. */
async function goTo(page, place) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget').waitFor();
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** The workbench fades things in, and notifications out. */
async function settle(page) {
  await page.waitForTimeout(1000);
}
