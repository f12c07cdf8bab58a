/* global document, getComputedStyle */
import assert from 'node:assert/strict';
import { violations } from './accessibility.mjs';
import { assertReadable } from './contrast.mjs';
import { chooseTheme, themes } from './workbench.mjs';

/** What the script of the preview adds. */
export const tabList = '.dynamics-docs-tab-list';
/** What the plugins add. */
const texts = [
  ...['note', 'tip', 'important', 'warning', 'caution'].map((name) => `.dynamics-docs-alert-${name} p:last-child`),
  ...['.dynamics-docs-alert-title', '.dynamics-docs-badge', '.dynamics-docs-xref', '.dynamics-docs-line'],
  ...['.dynamics-docs-video', '.dynamics-docs-tab-button', '.nextstepaction a', '.checklist li'],
];

/** What DocFX adds to Markdown, as the preview shows it. */
export const elementTests = {
  'shows alerts in boxes': async ({ frame }) => {
    const titles = frame.locator('.dynamics-docs-alert-title');
    assert.deepEqual(await titles.allInnerTexts(), ['Note', 'Tip', 'Important', 'Warning', 'Caution']);
    const edges = await frame.locator('.dynamics-docs-alert').evaluateAll(leftEdges);
    assert.equal(new Set(edges).size, 5);
  },

  'shows images with a border, a larger one and a description': async ({ frame }) => {
    await frame.waitForFunction(() => document.querySelector('.mx-imgBorder img')?.naturalWidth === 440);
    assert.match(
      await frame.locator('.dynamics-docs-lightbox').getAttribute('href'),
      /includes\/media\/approval-steps\.svg$/,
    );
    const description = frame.locator('.dynamics-docs-description p');
    assert.equal(await description.isVisible(), false);
    await frame.getByText('Long description').click();
    assert.equal(await description.innerText(), 'Three boxes follow each other: Record, Approve, and Costs.');
  },

  'shows columns side by side': async ({ frame }) => {
    const [wide, narrow] = await frame.locator('.dynamics-docs-column').evaluateAll(boxes);
    assert.equal(wide.top, narrow.top);
    assert.ok(wide.right <= narrow.left && wide.right - wide.left > 1.5 * (narrow.right - narrow.left));
  },

  'shows code from files, and stresses lines': async ({ frame }) => {
    const code = frame.locator('.dynamics-docs-zone pre');
    assert.match(await code.innerText(), /^public static void Approve/);
    assert.deepEqual(
      (await code.locator('mark').allInnerTexts()).map((line) => line.trim()),
      [...['entry.Status = Status.Approved;', 'entry.Project.AddCosts(entry.Hours);']],
    );
  },

  'chooses tabs with a click, in each group that has them': async ({ frame }) => {
    assert.deepEqual(await shownTabs(frame), [
      ['Browser*', 'Phone'],
      ['Keyboard*', 'Voice (hidden)'],
    ]);
    await frame.getByRole('tab', { name: 'Phone' }).click();
    assert.deepEqual(await shownTabs(frame), [
      ['Browser', 'Phone*'],
      ['Keyboard (hidden)', 'Voice*'],
    ]);
    assert.deepEqual(await visiblePanels(frame), ['Tap + and speak.', 'Say "eight hours".']);
  },

  'chooses tabs with arrow keys': async ({ page, frame }) => {
    await frame.getByRole('tab', { name: 'Phone' }).click();
    for (const [key, shown] of [
      ...[
        ['ArrowRight', 'Browser'],
        ['ArrowLeft', 'Phone'],
        ['Home', 'Browser'],
        ['End', 'Phone'],
      ],
    ]) {
      await page.keyboard.press(key);
      const focused = await frame.evaluate(() => document.activeElement.textContent);
      assert.deepEqual([focused, (await shownTabs(frame))[0].find((tab) => tab.endsWith('*'))], [shown, `${shown}*`]);
    }
  },

  'keeps the chosen tab while the article is edited': async ({ page, frame }) => {
    await frame.getByRole('tab', { name: 'Phone' }).click();
    await page.locator('.editor-instance .view-lines').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Written just now.');
    await frame.getByText('Written just now.').waitFor();
    assert.deepEqual((await shownTabs(frame))[0], ['Browser', 'Phone*']);
  },
};

/** The same in each theme. */
export const themeTests = Object.fromEntries(
  Object.values(themes).map((theme) => [
    `can be read in the theme ${theme.name}, whatever DocFX adds`,
    async (context) => {
      context.frame = await chooseTheme(context.page, context.folder, theme, tabList);
      await assertElementsReadable(context.frame);
    },
  ]),
);

/** What DocFX adds can be read, and be used by all. */
export async function assertElementsReadable(frame) {
  await assertReadable(frame, texts);
  const found = await violations(frame, { selector: '.markdown-body', fewest: 8 });
  // Contrast is measured above for what is ours: the colours of code are VS Code's.
  assert.deepEqual(
    found.filter((violation) => /^(?:serious|critical) (?!color-contrast)/.test(violation)),
    [],
  );
}

/** Of each group the labels of the tabs: `*` marks the chosen one. */
function shownTabs(frame) {
  return frame.evaluate(() =>
    [...document.querySelectorAll('[role="tablist"]')].map((list) =>
      [...list.children].map(
        (tab) =>
          tab.textContent + (tab.getAttribute('aria-selected') === 'true' ? '*' : '') + (tab.hidden ? ' (hidden)' : ''),
      ),
    ),
  );
}

function visiblePanels(frame) {
  return frame.evaluate(() =>
    [...document.querySelectorAll('[role="tabpanel"]')]
      .filter((panel) => getComputedStyle(panel).display !== 'none')
      .map((panel) => panel.querySelector('p:not(.dynamics-docs-tab-label)').innerText),
  );
}

/** In the webview. */
function leftEdges(alerts) {
  return alerts.map((alert) => getComputedStyle(alert).borderLeftColor);
}

/** In the webview. */
function boxes(elements) {
  return elements.map((element) => element.getBoundingClientRect().toJSON());
}
