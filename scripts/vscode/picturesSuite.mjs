import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { temporaryFolder } from '../lib/temporary.mjs';
import { createAttempts } from './attempts.mjs';
import { startVSCode } from './open.mjs';
import { scenes } from './scenes.mjs';
import { themes, writeSettings } from './workbench.mjs';

/** Bytes: a window in which nothing is drawn has fewer. */
const fewest = 20_000;
/** The suite `preview` tests the preview in every theme: a scene is reached once. */
const coloursOfTest = ['light'];

/**
 * Takes the pictures of the README, each of a scene that shows what it should. Returns what passed and failed.
 *
 * @param into the folder that they are written to; one that is removed at the end where it is left out
 * @param wanted the names of scenes; where it is left out all, which must be what the README shows
 */
export async function runPicturesSuite({ print = console.log, into, wanted } = {}) {
  const { counts, attempt } = createAttempts('the pictures:', print);
  const results = temporaryFolder('pictures');
  const folder = into ?? results.path;
  const colours = into === undefined ? coloursOfTest : ['light', 'dark'];
  const vscode = await startVSCode();
  try {
    const take = async (page, name, options = {}) => {
      // The workbench fades things in, and notifications out, which only those see who look at the picture.
      if (into !== undefined) await page.waitForTimeout(1000);
      await page.screenshot({ path: join(folder, `${name}.png`), ...options });
    };
    for (const name of wanted ?? Object.keys(scenes))
      await attempt(name, () => play(vscode, scenes[name], { colours, take }));
    if (wanted === undefined) await attempt('all of the README', () => assertComplete(folder, colours));
  } finally {
    await vscode.close();
    results.remove();
  }
  return counts;
}

async function play(vscode, { viewport, settings = {}, files = {}, act }, { colours, take }) {
  const temporary = temporaryFolder('scene');
  // Its name is in the pictures.
  const folder = join(temporary.path, 'contoso-docs');
  let window;
  try {
    cpSync(join(root, 'examples', 'contoso-docs'), folder, { recursive: true });
    for (const [path, lines] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), lines.join('\n'));
    }
    writeSettings(folder, themes.light, settings);
    window = await vscode.open({ folder, viewport });
    const { page } = window;
    await act({ page, folder, settings, colours, take: (name, options) => take(page, name, options) });
  } finally {
    await window?.close();
    temporary.remove();
  }
}

/** What the README shows was taken, in these colours, and nothing is empty. */
function assertComplete(folder, colours) {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const shown = [...readme.matchAll(/\]\(docs\/images\/([\w-]+\.png)\)/g)].map(([, name]) => name);
  assert.ok(shown.length > 0);
  const expected = shown.filter((name) => colours.includes('dark') || !name.endsWith('-dark.png'));
  const wrong = expected.filter((name) => {
    const path = join(folder, name);
    return !existsSync(path) || statSync(path).size < fewest;
  });
  assert.deepEqual(wrong, []);
}
