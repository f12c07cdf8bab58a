import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../lib/paths.mjs';
import { temporaryFolder } from '../lib/temporary.mjs';
import { rumdl } from './rumdl.mjs';
import { median } from './statistics.mjs';

const output = join(root, 'out', 'bench');
const remarkFolder = join(root, 'test', 'bench');
const quickRuns = 15;
const slowRuns = 3;
/** Files that changed more recently than that may change again and look the same: nothing is kept of them. */
const settlingMs = 2500;

/**
 * Whole processes, one after the other in turn, so that a busy moment of the machine hits all alike: a check that reads every
 * file, one after an edit of an article, and one after nothing at all.
 */
export async function measureChecks(folder) {
  mkdirSync(output, { recursive: true });
  const schema = writePlainSchema();
  const copy = temporaryFolder('bench', folder);
  const caches = temporaryFolder('caches');
  await new Promise((resolve) => setTimeout(resolve, settlingMs));
  const programs = programsFor(folder, copy.path, caches.path, schema, await bundleBare());
  for (const name of ['edited', 'again', 'rumdlAgain']) timeOf(programs[name], folder, schema);
  const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  const article = join(copy.path, firstArticle(programs.again, folder, schema));
  for (let i = 0; i < quickRuns; i++) {
    appendFileSync(article, 'A line more.\n');
    for (const [name, program] of Object.entries(programs))
      if (name !== 'remark' || i < slowRuns) times[name].push(timeOf(program, folder, schema));
  }
  const medians = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
  const nodes = Object.entries(programs).filter(([, [command]]) => command === process.execPath);
  const memory = Object.fromEntries(nodes.map(([name, program]) => [name, peakMemory(program, folder, schema)]));
  copy.remove();
  caches.remove();
  return table(medians, memory);
}

/** A command and its arguments each. */
function programsFor(folder, copy, caches, schema, bare) {
  const node = (...args) => [process.execPath, args];
  const check = [join(root, 'dist', 'cli.js'), 'check'];
  return {
    anew: node(...check, '--no-cache', folder),
    edited: node(...check, '--cache-location', caches, copy),
    again: node(...check, '--cache-location', caches, folder),
    bare: node(bare, folder, schema),
    remark: node(
      join(remarkFolder, 'node_modules', 'remark-cli', 'cli.js'),
      ...['--quiet', '--frail', '--no-stdout', '--no-ignore'],
      ...['--rc-path', join(remarkFolder, 'remarkrc.mjs'), folder],
    ),
    rumdl: rumdl(folder, '--no-cache'),
    rumdlAgain: rumdl(folder, '--cache-dir', caches),
  };
}

/** An article that the check knows, by its findings. */
function firstArticle(program, folder, schema) {
  const { stdout } = spawn(program, folder, schema);
  return /^(.+\.md):\d+:\d+: /m.exec(stdout.toString())[1];
}

function timeOf(program, folder, schema) {
  const start = performance.now();
  spawn(program, folder, schema);
  return performance.now() - start;
}

function spawn([command, args], folder, schema) {
  const result = spawnSync(command, args, {
    // Remark resolves patterns of its schema from the working directory.
    cwd: folder,
    // On a build server nothing is kept of how the program is compiled.
    env: { ...process.env, CI: '', BENCH_SCHEMA: schema },
    maxBuffer: 1 << 28,
  });
  if (result.error !== undefined) throw result.error;
  if (result.status > 1) throw new Error(result.stderr.toString());
  return result;
}

/** Megabytes; told by the process itself at its end. */
function peakMemory([command, args], folder, schema) {
  const { stderr } = spawn([command, ['--require', join(remarkFolder, 'peakMemory.cjs'), ...args]], folder, schema);
  return Number(/peak memory: (\d+)/.exec(stderr.toString())[1]) / 1024;
}

function table(times, memory) {
  const names = {
    anew: '`dynamics-docs check` of every file (`--no-cache`)',
    edited: '`dynamics-docs check` after an edit of one article',
    again: '`dynamics-docs check` after no change',
    bare: 'bare script (yaml + ajv + positions)',
    remark: 'remark-cli with remark-lint-frontmatter-schema',
    rumdl: '`rumdl check`, its two link rules alone (`--no-cache`)',
    rumdlAgain: '`rumdl check` after no change',
  };
  const rows = Object.entries(names).map(([key, name]) => {
    const ratios = ['anew', 'edited', 'again'].map((ours) => (times[key] / times[ours]).toFixed(2));
    const peak = memory[key] === undefined ? '' : `${memory[key].toFixed(0)} MB`;
    return `| ${[name, `${(times[key] / 1000).toFixed(2)} s`, ...ratios, peak].join(' | ')} |`;
  });
  return [
    '| whole process, everything on | median | times every file | times one edit | times no change | peak memory |',
    '|---|---|---|---|---|---|',
    ...rows,
  ];
}

/** The bundled schema in plain draft-07, which is all that the peer knows. */
function writePlainSchema() {
  const schema = JSON.parse(readFileSync(join(root, 'schemas', 'dynamics-article.schema.json'), 'utf8'));
  const own = [
    'microsoftAlias',
    'dateFormat',
    'relativeMaxDate',
    'relativeMinDate',
    'replacedBy',
    'deprecatedValues',
    'docsetUnique',
  ];
  for (const property of Object.values(schema.properties)) for (const keyword of own) delete property[keyword];
  const plain = {
    ...schema,
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: undefined,
    required: schema.strictRequired,
  };
  for (const keyword of ['strictRequired', 'recommended', 'rules', ...own]) delete plain[keyword];
  const path = join(output, 'schema.json');
  writeFileSync(path, JSON.stringify(plain));
  return path;
}

/** Bundled and minified like our own program: what is compared is the work, not the loading of packages. */
async function bundleBare() {
  const outfile = join(output, 'bare.cjs');
  await build({
    entryPoints: [join(remarkFolder, 'bare.mjs')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
  });
  return outfile;
}
