/* global document */
import {
  goTo,
  inSettledFrame,
  openFile,
  openPreview,
  runCommand,
  settledFrame,
  themes,
  writeSettings,
} from './workbench.mjs';

/** For pictures of writing: the text alone. */
const writing = {
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'window.commandCenter': false,
  'window.title': 'contoso-docs',
};

/**
 * The pictures of the README: what leads to each in a copy of the sample. A scene that is not reached fails, for it waits for
 * what it shows.
 *
 * `settings` and `files`, by their lines, are added to the sample. `act` gets Playwright's `page`, the `folder`, `take`, which
 * takes a picture under a name, and `colours`: which of `themes` pictures in several are wanted in.
 */
export const scenes = {
  problems: { viewport: { width: 1180, height: 720 }, act: showProblems },
  view: { viewport: { width: 1180, height: 720 }, act: showMetadataView },
  metadata: {
    viewport: { width: 980, height: 520 },
    settings: writing,
    files: { 'articles/time/correct-time.md': articleWithoutDate() },
    act: completeMetadata,
  },
  structure: {
    viewport: { width: 1080, height: 640 },
    settings: writing,
    files: { 'articles/time/restore-time.md': unfinishedSupportArticle() },
    act: completeSections,
  },
  preview: {
    viewport: { width: 1180, height: 960 },
    settings: { 'markdown.preview.frontMatter': 'hide', 'editor.minimap.enabled': false, 'editor.wordWrap': 'on' },
    act: previewIncludes,
  },
  elements: {
    viewport: { width: 1300, height: 2200 },
    settings: { 'markdown.preview.frontMatter': 'hide' },
    act: previewElements,
  },
  report: { viewport: { width: 1180, height: 860 }, act: showReport },
};

async function showProblems({ page, take }) {
  await openFile(page, 'retired-keys.md');
  await runCommand(page, 'View: Toggle Problems');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await runCommand(page, 'Dynamics Docs: Validate Workspace');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'unclosed-header.md' }).waitFor();
  await take('problems');
}

/** The metadata of an article in the Explorer. */
async function showMetadataView({ page, take }) {
  await openFile(page, 'retired-keys.md');
  const header = (title) => page.locator('.pane-header', { hasText: title }).first();
  await header('Metadata').click();
  // More room for the view: the folder above it gives way.
  await header('contoso-docs').click();
  await page.locator('.monaco-list-row', { hasText: 'ms.prod' }).first().waitFor();
  await page.mouse.move(700, 400);
  await take('metadata-view');
}

/** Front matter that is being written: what completion offers, and what a hover says. */
async function completeMetadata({ page, take }) {
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
  await take('completion');
  await page.keyboard.press('Escape');
  await goTo(page, '8:4');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await page.locator('.monaco-hover', { hasText: 'globalMetadata' }).first().waitFor();
  await take('hover');
}

function articleWithoutDate() {
  return [
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
}

/** A support article: its outline, its colours, and the sections that it still lacks. */
async function completeSections({ page, take }) {
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
  await take('structure');
}

function unfinishedSupportArticle() {
  return [
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
}

/** An article beside its preview. */
async function previewIncludes(scene) {
  const { page, colours, take } = scene;
  const problem = '.dynamics-docs-include-problem';
  await openFile(page, 'missing-include.md');
  await openPreview(page, problem);
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  for (const name of colours)
    await inTheme(scene, name, problem, async (frame) => {
      await frame.waitForFunction(() => document.querySelector('img')?.complete);
      await take(`preview-${name}`);
    });
}

/** The preview of what DocFX adds to Markdown, without the editor beside it. */
async function previewElements(scene) {
  const { page, colours, take } = scene;
  const shown = '.dynamics-docs-tab-list';
  await openFile(page, 'page-elements.md');
  await openPreview(page, shown);
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  for (const name of colours)
    await inTheme(scene, name, shown, async (frame) => {
      await frame.waitForFunction(() => document.querySelector('.mx-imgBorder img')?.complete);
      await frame.evaluate(() => document.documentElement.scrollTo(0, 0));
      const { x, y, width } = await frame.locator('h1').boundingBox();
      const last = await frame.locator('.nextstepaction').boundingBox();
      const clip = { x: x - 26, y: y - 8, width: width + 52, height: last.y + last.height - y + 16 };
      await take(`elements-${name}`, { clip });
    });
}

/** Does something in the webview that shows an element, in one of `themes`. */
async function inTheme({ page, folder, settings }, name, shown, use) {
  const theme = themes[name];
  writeSettings(folder, theme, settings);
  await inSettledFrame(page, `body.${theme.bodyClass} ${shown}`, use);
}

async function showReport({ page, take }) {
  await openFile(page, 'retired-keys.md');
  await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
  await runCommand(page, 'Dynamics Docs: Open Health Report');
  await settledFrame(page, '#findings-table');
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await inSettledFrame(page, '#findings-table', async (frame) => {
    await frame.locator('#codes').evaluate((heading) => heading.scrollIntoView());
    await take('report');
  });
}
