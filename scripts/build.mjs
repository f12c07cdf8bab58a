// Bundles what ships into dist/. Options: --dev keeps it readable and adds source maps; --watch builds on every change.
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build, context } from 'esbuild';
import typescript from 'typescript';
import { bundles } from './lib/bundles.mjs';
import { writeNotices } from './lib/notices.mjs';
import { removeOthers } from './lib/outputs.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';

const notices = 'dist/THIRD-PARTY-NOTICES.txt';
const declarations = 'dist/index.d.ts';
const runInBrowsers = new Set(['dist/extension.js', 'dist/browser/server.js', 'dist/reportView.js']);
const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

await generate();
if (watch) await watchAll(bundles.map(configured));
else await buildAll(bundles.map(configured));

/** Files that are written by a program, such as the compiled bundled schema. */
async function generate() {
  const { code, output } = await run(process.execPath, [join(root, 'scripts', 'generate.mjs')]);
  process.stdout.write(output);
  if (code !== 0) process.exit(code);
}

function configured(options) {
  return { ...options, minify: !dev, sourcemap: dev ? 'linked' : false };
}

async function buildAll(options) {
  const results = await Promise.allSettled(options.map((bundle) => build(bundle)));
  const built = results.flatMap(({ value }) => value ?? []);
  // esbuild has printed what is wrong with those that failed.
  const problems = [...results.filter(({ status }) => status === 'rejected'), ...built.flatMap(foreignImports)];
  for (const problem of problems) if (typeof problem === 'string') console.error(problem);
  if (problems.length > 0) process.exit(1);
  finish(options, built);
}

function finish(options, built) {
  const outputs = built.flatMap(({ metafile }) => Object.keys(metafile.outputs));
  writeDeclarations();
  removeOthers('dist', [...outputs, notices, declarations]);
  writeNotices(
    join(root, notices),
    built.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  );
  chmodSync(join(root, 'dist/cli.js'), 0o755);
  for (const { outfile } of options) {
    console.log(`  ${outfile}  ${Math.ceil(statSync(join(root, outfile)).size / 1024)} kB`);
  }
}

/** The types of the npm package: those of src/api, which needs no other file to be understood. */
function writeDeclarations() {
  const source = readFileSync(join(root, 'src/api/index.ts'), 'utf8');
  const { outputText, diagnostics = [] } = typescript.transpileDeclaration(source, { fileName: 'index.ts' });
  for (const { messageText } of diagnostics) console.error(messageText);
  if (diagnostics.length > 0) process.exit(1);
  writeFileSync(join(root, declarations), outputText);
}

/** What runs in browsers, too, must not reach for Node's modules, save in folders that are named after it. */
function foreignImports({ metafile }) {
  if (!Object.keys(metafile.outputs).some((path) => runInBrowsers.has(path))) return [];
  return Object.entries(metafile.inputs)
    .filter(([path]) => !path.split('/').includes('node'))
    .flatMap(([path, { imports }]) =>
      imports.filter((one) => one.external && isBuiltin(one.path)).map((one) => `${path} imports '${one.path}'.`),
    );
}

/** The lines around each build are what the problem matcher in .vscode/tasks.json waits for. */
async function watchAll(options) {
  let building = 0;
  const announce = {
    name: 'announce',
    setup({ onStart, onEnd }) {
      onStart(() => {
        if (building++ === 0) console.log('build started');
      });
      onEnd(() => {
        if (--building === 0) console.log('build finished');
      });
    },
  };
  for (const bundle of options) {
    const watcher = await context({ ...bundle, plugins: [announce] });
    await watcher.watch();
  }
}
