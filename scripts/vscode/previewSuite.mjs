/* global document, getComputedStyle, innerHeight, NodeFilter */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { temporaryFolder } from '../lib/temporary.mjs';
import { assertReadable } from './contrast.mjs';
import { openVSCode } from './open.mjs';
import { elementTests, tabList, themeTests } from './previewElements.mjs';
import { chooseTheme, settledFrame, openFile, openPreview, themes, writeSettings } from './workbench.mjs';

/** The last element that tells of an include. */
const problem = '.dynamics-docs-include-problem';
/** What includes add. */
const texts = [
  '.dynamics-docs-include p',
  '.dynamics-docs-include > .dynamics-docs-include-source',
  '.dynamics-docs-include-inline',
  '.dynamics-docs-include-problem > code',
  '.dynamics-docs-include-reason',
];
const source = '.dynamics-docs-include-source';
/** What VS Code leaves to those who want it. */
const settings = {
  'markdown.preview.doubleClickToSwitchToEditor': true,
  'markdown.preview.openMarkdownLinks': 'inEditor',
};
/** A wheel moves an editor by no more than a few lines at a time. */
const turns = 40;

/** What the preview of sample articles shows, in VS Code with a browser. Returns what passed and failed. */
export async function runPreviewSuite({ print = console.log } = {}) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  await runTests(print, counts, { article: 'missing-include.md', shown: problem, tests });
  await runTests(print, counts, {
    article: 'page-elements.md',
    shown: tabList,
    tests: { ...elementTests, ...themeTests },
  });
  return counts;
}

/**
 * Runs tests in the preview of one article, which is there once an element is shown. What fails is tried once more in a window
 * of its own: now and then VS Code's preview stops to follow its editor until it is opened anew.
 */
async function runTests(print, counts, { tests, ...window }) {
  const failures = await runInWindow(window, Object.entries(tests));
  const again = failures.length === 0 ? [] : await runInWindow(window, failures);
  for (const [title, , error] of again) print(`  FAILED the preview ${title}\n${error.stack}`);
  counts.passed += Object.keys(tests).length - again.length;
  counts.failed += again.length;
}

/** Returns the tests that failed, each with its error. */
async function runInWindow({ article, shown }, tests) {
  const folder = temporaryFolder('sample', join(root, 'examples', 'contoso-docs'));
  writeSettings(folder.path, themes.light, settings);
  const { page, close } = await openVSCode({ folder: folder.path, viewport: { width: 1400, height: 900 } });
  const failures = [];
  try {
    await openFile(page, article);
    const context = { page, folder: folder.path, shown, frame: await openPreview(page, shown) };
    for (const [title, test] of tests) {
      try {
        await attempt(test, context);
      } catch (error) {
        failures.push([title, test, error]);
      }
    }
    return failures;
  } finally {
    await close();
    folder.remove();
  }
}

/** VS Code may load a webview anew at any time, as when a file changed on disk: what was asked of the old one is asked again. */
async function attempt(test, context) {
  for (let reloads = 0; ; reloads++) {
    try {
      return await test(context);
    } catch (error) {
      if (!context.frame.isDetached() || reloads === 3) throw error;
      context.frame = await settledFrame(context.page, context.shown);
    }
  }
}

const tests = {
  'shows includes in place': async ({ frame }) => {
    assert.equal(await frame.locator('h1').innerText(), 'Reuse text in Contoso Projects');
    const steps = frame.locator('[data-include-file="articles/includes/approval-steps.md"]');
    assert.match(await steps.innerText(), /In Contoso Projects, time becomes costs in three steps:/);
    assert.deepEqual(await frame.locator('li li').allInnerTexts(), ['Project manager', 'Resource manager']);
    assert.deepEqual(await frame.locator('td li').allInnerTexts(), ['Project manager', 'Resource manager']);
    assert.equal(await frame.locator('.markdown-body').innerText().then(countIncludes), 1);
  },

  'loads the image of an include': async ({ frame }) => {
    await frame.waitForFunction(() => document.querySelector('img')?.naturalWidth === 440);
  },

  'names the file of each block': async ({ frame }) => {
    assert.deepEqual(await frame.locator(source).allTextContents(), [
      ...['banner.md', 'approval-steps.md', 'approver-roles.md', 'product-name.md', 'approver-roles.md'],
    ]);
  },

  'says why an include is missing': async ({ frame }) => {
    assert.equal(
      (await frame.locator(problem).innerText()).replaceAll(/\s+/g, ' '),
      '[!INCLUDE [next-steps](../includes/next-step.md)] ' +
        "Invalid include link: '../includes/next-step.md'. There is no file 'articles/includes/next-step.md'.",
    );
  },

  'has text over no other text': async ({ frame }) => {
    assert.deepEqual(await frame.evaluate(labelsOverText), []);
  },

  'leads from a paragraph below includes to its line': async ({ page, frame }) => {
    await frame.getByText('The last paragraph is found').dblclick({ position: { x: 20, y: 8 } });
    await cursorIsAt(page, 29);
  },

  'leads from the text of an include to its directive': async ({ page, frame }) => {
    await frame.getByText('time becomes costs').dblclick({ position: { x: 20, y: 8 } });
    await cursorIsAt(page, 14);
  },

  'follows the editor to the end and back': async ({ page, frame }) => {
    await scrollUntilAtTop(page, frame, 1000, 'The last paragraph is found');
    await scrollUntilAtTop(page, frame, -1000, 'Reuse text with includes');
  },

  ...Object.fromEntries(
    Object.values(themes).map((theme) => [
      `can be read in the theme ${theme.name}`,
      async (context) => {
        context.frame = await chooseTheme(context.page, context.folder, theme, problem, settings);
        await assertReadable(context.frame, texts);
      },
    ]),
  ),

  'opens the file of an include': async ({ page, frame }) => {
    await frame.locator(source, { hasText: 'banner.md' }).click();
    await page.locator('.tab', { hasText: 'banner.md' }).first().waitFor();
  },
};

function countIncludes(text) {
  return text.match(/\[!include/gi)?.length ?? 0;
}

async function cursorIsAt(page, line) {
  await page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, `) }).waitFor();
}

/**
 * Turns the wheel over the editor until the preview has a text in the upper half of what is seen: exact places depend on
 * fonts. More than once, since a webview that is just loading misses what the editor does.
 */
async function scrollUntilAtTop(page, frame, distance, text) {
  for (let attempts = 1; ; attempts++) {
    await hoverLineNumbers(page);
    for (let i = 0; i < turns; i++) await page.mouse.wheel(0, distance);
    try {
      await frame.waitForFunction(isAtTop, text, { timeout: 3000 });
      return;
    } catch (error) {
      if (attempts === 5 || frame.isDetached()) throw error;
      await page.mouse.wheel(0, -distance);
    }
  }
}

/** Over the text, what VS Code tells of an include would open below the mouse and take the wheel for itself. */
async function hoverLineNumbers(page) {
  await page.mouse.move(0, 0);
  await page.keyboard.press('Escape');
  const { x, y, height } = await page.locator('.editor-instance').first().boundingBox();
  await page.mouse.move(x + 30, y + height / 2);
}

/** In the webview. */
function isAtTop(text) {
  const found = [...document.querySelectorAll('p, td')].find((element) => element.textContent.includes(text));
  const { top } = found.getBoundingClientRect();
  return top >= -50 && top <= innerHeight / 2;
}

/** In the webview: the labels that can be seen and lie over a line of text, with that text. */
function labelsOverText() {
  const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const walker = document.createTreeWalker(document.querySelector('.markdown-body'), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim() !== '') texts.push(walker.currentNode);
  return [...document.querySelectorAll('.dynamics-docs-include-source')]
    .filter((label) => getComputedStyle(label).opacity !== '0')
    .flatMap((label) =>
      texts
        .filter((text) => {
          if (label.contains(text)) return false;
          const range = document.createRange();
          range.selectNodeContents(text);
          return [...range.getClientRects()].some((box) => overlaps(box, label.getBoundingClientRect()));
        })
        .map((text) => `${label.textContent} over ${text.data.trim()}`),
    );
}
