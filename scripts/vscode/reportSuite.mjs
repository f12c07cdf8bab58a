import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { temporaryFolder } from '../lib/temporary.mjs';
import { violations } from './accessibility.mjs';
import { createAttempts } from './attempts.mjs';
import { launchChromium } from './chromium.mjs';
import { openVSCode } from './open.mjs';
import { commitAll } from './workspaces.mjs';
import { chooseTheme, openFile, runCommand, settledFrame, themes, writeSettings } from './workbench.mjs';

const schemes = ['light', 'dark'];
/** Only the report has it. */
const marker = '#findings-table';

/** The health report of the sample in a browser and in VS Code. Returns what passed and failed. */
export async function runReportSuite({ print = console.log } = {}) {
  const { counts, attempt } = createAttempts('the health report', print);
  const runAll = async (tests, context) => {
    for (const [title, test] of Object.entries(tests)) await attempt(title, () => test(context));
  };
  const folder = temporaryFolder('sample', join(root, 'examples', 'contoso-docs'));
  try {
    await inBrowser(folder, (context) => runAll(browserTests, context));
    await inVSCode(folder, (context) => runAll(webviewTests, context));
  } finally {
    folder.remove();
  }
  return counts;
}

/** The file that the command line writes, and all that the page does beside showing itself. */
async function inBrowser(folder, use) {
  const file = join(folder.path, 'report.html');
  const cli = join(root, 'dist', 'cli.js');
  const { code, output } = await run(process.execPath, [cli, 'report', folder.path, '--output', file]);
  assert.equal(code, 0, output);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    const noise = [];
    page.on('console', (message) => noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(String(error)));
    page.on('request', (request) => noise.push(request.url()));
    const url = pathToFileURL(file).href;
    await page.goto(url);
    await use({ page, frame: page, noise, url });
  } finally {
    await browser.close();
  }
}

async function inVSCode(folder, use) {
  await commitAll(folder.path);
  writeFileSync(join(folder.path, 'articles', 'time', 'one-more.md'), '# One more\n');
  await commitAll(folder.path);
  writeSettings(folder.path, themes.light, {});
  const { page, close } = await openVSCode({ folder: folder.path, viewport: { width: 1400, height: 900 } });
  try {
    // Commands of extensions are there once these were read, as an open file shows.
    await openFile(page, 'retired-keys.md');
    await page.locator('.squiggly-info, .squiggly-warning').first().waitFor();
    await runCommand(page, 'Dynamics Docs: Open Health Report');
    await use({ page, folder: folder.path, frame: await settledFrame(page, marker) });
  } finally {
    await close();
  }
}

/** What the page does wherever it is shown. */
const common = {
  'draws its pictures': async ({ frame }) => {
    const drawn = await frame.locator('svg.chart').evaluateAll((charts) =>
      charts.map((chart) => ({
        title: chart.querySelector('title').textContent,
        isSeen: chart.getBoundingClientRect().height > 50,
        isDrawn: [...chart.querySelectorAll('.shape')].some((shape) => shape.getBoundingClientRect().width > 5),
      })),
    );
    const titles = ['Metadata of articles by key', 'Findings by severity and code', 'Findings by folder'];
    assert.deepEqual(
      drawn,
      [...titles, 'Articles by age', 'The most used includes'].map((title) => ({ title, isSeen: true, isDrawn: true })),
    );
  },

  'sorts a table by the keyboard': async ({ page, frame }) => {
    const column = () => frame.locator('#codes-table tbody td:nth-child(3)').allInnerTexts();
    const heading = frame.locator('#codes-table th', { hasText: 'Findings' });
    const before = (await column()).map(Number);
    await heading.locator('button').focus();
    await page.keyboard.press('Enter');
    assert.equal(await heading.getAttribute('aria-sort'), 'ascending');
    assert.deepEqual(
      (await column()).map(Number),
      before.toSorted((a, b) => a - b),
    );
    await page.keyboard.press('Space');
    assert.equal(await heading.getAttribute('aria-sort'), 'descending');
    assert.deepEqual(
      (await column()).map(Number),
      before.toSorted((a, b) => b - a),
    );
    assert.equal(await frame.locator('#codes-table [aria-sort]').count(), 1);
  },

  'filters a table by words': async ({ frame }) => {
    const all = await frame.locator('#findings-table tbody tr').count();
    await frame.getByLabel('Filter: Findings', { exact: true }).fill('retired ms.prod');
    const rows = frame.locator('#findings-table tbody tr:visible');
    const texts = await rows.allInnerTexts();
    assert.ok(texts.length > 0 && texts.length < all);
    assert.ok(texts.every((text) => /ms\.prod/.test(text)));
    const status = frame.locator('p', { hasText: 'Filter: Findings' }).locator('[role=status]').last();
    assert.equal(await status.innerText(), `${texts.length} of ${all}`);
    await frame.getByLabel('Filter: Findings', { exact: true }).fill('');
    assert.equal(await rows.count(), all);
  },
};

const browserTests = {
  ...common,

  'can be used by everybody': async ({ page, frame, url }) => {
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await violations(frame), [], colorScheme);
    }
    assert.equal(page.url(), url);
  },

  'says nothing and asks for nothing': ({ noise, url }) => {
    assert.deepEqual(noise, [url]);
  },
};

const webviewTests = {
  ...common,

  ...Object.fromEntries(
    Object.values(themes).map((theme) => [
      `can be used by everybody in the theme ${theme.name}`,
      async (context) => {
        context.frame = await chooseTheme(context.page, context.folder, theme, marker, {});
        assert.deepEqual(await violations(context.frame), []);
      },
    ]),
  ),

  'reads its history when it is asked to': async (context) => {
    const { page, frame } = context;
    assert.equal(await frame.locator('#history').count(), 0);
    await frame.getByRole('button', { name: 'Show History' }).click();
    await frame.locator('#history-table').waitFor();
    assert.equal(await frame.locator('#history-table tbody tr').count(), 3);
    assert.equal(await frame.locator('#history-table tbody tr').last().locator('td').nth(1).innerText(), 'now');
    assert.equal(await frame.locator('*:focus').getAttribute('id'), 'history');
    assert.equal(await frame.getByRole('button', { name: 'Show History' }).count(), 0);
    assert.deepEqual(await violations(frame), []);
    assert.equal(await page.locator('.notification-toast').count(), 0);
  },

  'opens a file at its line': async ({ page, frame }) => {
    const place = frame.locator('#findings-table button.open').first();
    const [, path, line] = /^(.*):(\d+)$/.exec(await place.innerText());
    await place.click();
    await page
      .locator('.tab', { hasText: path.slice(path.lastIndexOf('/') + 1) })
      .first()
      .waitFor();
    await page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, `) }).waitFor();
    assert.ok(await frame.locator('#findings-table').isVisible());
  },
};
