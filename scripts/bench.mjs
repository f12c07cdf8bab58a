// Measures the program against its floor and its peer on real articles: medians of alternating runs, ratios rather than
// seconds. `npm run bench [-- folder] [--write]`; --write puts the figures into docs/performance.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { npm } from './lib/npm.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';

const args = process.argv.slice(2);
const folder = resolve(
  args.find((arg) => !arg.startsWith('--')) ?? join(root, '..', 'shared', 'corpora', 'dynamics-365-project-operations'),
);
const bench = join(root, 'test', 'bench');

if (!existsSync(folder)) {
  console.error(`There is no folder ${folder}. Name a clone of a documentation repository: npm run bench -- FOLDER`);
  process.exit(2);
}
await prepare();
const { measureChecks } = await import('./bench/checks.mjs');
const { measureFixes } = await import('./bench/fixes.mjs');
const { measureKeystrokes } = await import('./bench/keystrokes.mjs');
const { measureCompletion } = await import('./bench/completion.mjs');
const { measureIncludes } = await import('./bench/includes.mjs');
const { measureLinks } = await import('./bench/links.mjs');
const { measureActivation } = await import('./bench/activation.mjs');
const checks = await measureChecks(folder);
const fixes = await measureFixes(folder);
const keystrokes = await measureKeystrokes(folder);
const completion = await measureCompletion(folder);
const includes = await measureIncludes(folder);
const links = await measureLinks(folder);
const activation = await measureActivation();
const report = [
  ...checks,
  '',
  ...fixes,
  '',
  ...keystrokes,
  '',
  ...completion,
  '',
  ...includes,
  '',
  ...links,
  '',
  ...activation,
].join('\n');
console.log(report);
if (args.includes('--write')) writeReport(report);

async function prepare() {
  await ensureDependencies();
  const { code, output } = await run(process.execPath, [join(root, 'scripts', 'build.mjs')]);
  if (code !== 0) throw new Error(output);
  if (!existsSync(join(bench, 'node_modules'))) {
    console.log('Installing the peer that is measured against ...');
    // Not `ci`, which wants every platform's binary of a peer in the lockfile.
    await npm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: bench });
  }
}

/** Replaces the figures between the markers of docs/performance.md. */
function writeReport(text) {
  const path = join(root, 'docs', 'performance.md');
  const page = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    page.replace(/(<!-- bench -->\n)[^]*?(<!-- \/bench -->)/, (_all, start, end) => `${start}\n${text}\n\n${end}`),
  );
}
