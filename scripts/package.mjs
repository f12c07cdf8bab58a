// npm run package: builds, packs the extension into a .vsix, and checks that it holds what it should and stays small.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundles, commandLineBundles } from './lib/bundles.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';

const sizeLimit = 1_000_000;
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const file = `${manifest.name}-${manifest.version}.vsix`;
const required = [
  ...bundles.map(({ outfile }) => outfile).filter((outfile) => !commandLineBundles.includes(outfile)),
  ...[
    'dist/THIRD-PARTY-NOTICES.txt',
    'package.json',
    'package.nls.json',
    'package.nls.de.json',
    'l10n/bundle.l10n.de.json',
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
  ],
  manifest.icon,
];
const allowed =
  /^(package(\.nls(\.[\w-]+)?)?\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(browser\/)?[\w-]+\.js|dist\/THIRD-PARTY-NOTICES\.txt|l10n\/bundle\.l10n\.[\w-]+\.json|(schemas|snippets|syntaxes)\/[\w.-]+\.json|images\/[\w.-]+\.(png|svg)|media\/[\w.-]+\.(css|js)|media\/walkthrough\/[\w-]+\.svg)$/;

await ran('scripts/build.mjs');
const vsce = 'node_modules/@vscode/vsce/vsce';
const listed = (await ran(vsce, 'ls', '--no-dependencies')).split(/\r?\n/).filter((line) => line !== '');
const problems = [
  ...required.filter((path) => !listed.includes(path)).map((path) => `${path} is missing.`),
  ...listed
    .filter((path) => !allowed.test(path) || commandLineBundles.includes(path))
    .map((path) => `${path} should not ship.`),
];
if (problems.length === 0) {
  await ran(vsce, 'package', '--no-dependencies', '--out', file);
  const { size } = statSync(join(root, file));
  console.log(`${file}: ${listed.length} files, ${Math.ceil(size / 1000)} kB`);
  if (size >= sizeLimit) problems.push(`It should stay under ${sizeLimit / 1000} kB.`);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

async function ran(script, ...args) {
  const { code, output } = await run(process.execPath, [join(root, script), ...args]);
  if (code === 0) return output;
  console.error(output);
  process.exit(1);
}
