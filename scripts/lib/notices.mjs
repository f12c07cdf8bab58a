import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** What may be bundled into a program under the MIT licence. */
const permissive = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|CC0-1\.0|Unlicense)$/;

/** Writes the licences of the packages that the given bundled files came from: most ask to be shipped with the code. */
export function writeNotices(path, inputs) {
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  const notices = [...folders].sort().map(notice);
  writeFileSync(path, `This program contains the following packages.\n\n${notices.join('\n')}`);
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const allowed = String(license)
    .replace(/^\(|\)$/g, '')
    .split(' OR ');
  if (!allowed.some((one) => permissive.test(one)))
    throw new Error(
      `${name} has the licence '${license}', which is not among those that may be bundled (scripts/lib/notices.mjs).`,
    );
  const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? `Licence: ${license}` : readFileSync(join(root, folder, file), 'utf8').trim();
  return `${'-'.repeat(80)}\n${name} ${version}\n\n${text}\n`;
}
