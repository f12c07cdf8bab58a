// Collects the texts that users see into l10n/bundle.l10n.json and brings the translations in line: what is no longer said is
// taken out, what is missing is named. --check changes nothing and says what is wrong.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { collectTexts } from './lib/texts.mjs';

const isCheck = process.argv.includes('--check');
const { texts, problems } = collectTexts();

const english = Object.fromEntries(texts.map((text) => [text, text]));
put('l10n/bundle.l10n.json', english);
for (const path of translationsIn('l10n', /^bundle\.l10n\..+\.json$/)) bringInLine(path, english);

const manifest = get('package.nls.json');
for (const path of translationsIn('.', /^package\.nls\..+\.json$/)) bringInLine(path, manifest);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function translationsIn(folder, name) {
  const found = readdirSync(join(root, folder)).filter((entry) => name.test(entry));
  return found.sort().map((entry) => (folder === '.' ? entry : `${folder}/${entry}`));
}

/** @param source the English texts by their keys, in the order of the file */
function bringInLine(path, source) {
  const translated = get(path);
  const kept = Object.entries(source).filter(([key]) => typeof translated[key] === 'string');
  put(path, Object.fromEntries(kept.map(([key]) => [key, translated[key]])));
  for (const [key, text] of Object.entries(source)) {
    const translation = translated[key];
    if (typeof translation !== 'string') problems.push(`${path}: there is no translation of ${JSON.stringify(key)}`);
    else if (placeholdersOf(translation) !== placeholdersOf(text))
      problems.push(`${path}: the placeholders differ of ${JSON.stringify(key)}`);
  }
}

/** `{0}`, commands of links and settings: each as often as it is there, in any order. */
function placeholdersOf(text) {
  return (text.match(/\{\d+\}|\{\{\w+\}\}|\]\([^)]*:[^)]*\)|`[^`]+`|#[\w.]+#/g) ?? []).sort().join(' ');
}

function get(path) {
  const file = join(root, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function put(path, content) {
  const file = join(root, path);
  const text = `${JSON.stringify(content, undefined, 2)}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (isCheck) problems.push(`${path} is out of date: run \`node scripts/l10n.mjs\`.`);
  else writeFileSync(file, text);
}
