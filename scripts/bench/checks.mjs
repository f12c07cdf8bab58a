import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../lib/paths.mjs';
import { median } from './statistics.mjs';

const output = join(root, 'out', 'bench');
const remarkFolder = join(root, 'test', 'bench');
const quickRuns = 11;
const slowRuns = 3;

/** Whole processes, one after the other in turn, so that a busy moment of the machine hits all alike. */
export async function measureChecks(folder) {
  mkdirSync(output, { recursive: true });
  const schema = writePlainSchema();
  const bare = await bundleBare();
  const programs = {
    check: [join(root, 'dist', 'cli.js'), 'check', folder],
    bare: [bare, folder, schema],
    remark: [
      join(remarkFolder, 'node_modules', 'remark-cli', 'cli.js'),
      '--quiet',
      '--frail',
      '--rc-path',
      join(remarkFolder, 'remarkrc.mjs'),
      '--no-stdout',
      '--no-ignore',
      folder,
    ],
  };
  const times = { check: [], bare: [], remark: [] };
  for (let i = 0; i < quickRuns; i++) {
    for (const name of ['check', 'bare']) times[name].push(timeOf(programs[name], schema));
    if (i < slowRuns) times.remark.push(timeOf(programs.remark, schema));
  }
  const memory = Object.fromEntries(Object.keys(programs).map((name) => [name, peakMemory(programs[name], schema)]));
  return table(times, memory);
}

function timeOf(args, schema) {
  const start = performance.now();
  spawn(args, schema);
  return performance.now() - start;
}

function spawn(args, schema, nodeOptions = []) {
  const result = spawnSync(process.execPath, [...nodeOptions, ...args], {
    // Remark resolves patterns of its schema from the working directory.
    cwd: args.at(-1).endsWith('.json') ? args.at(-2) : args.at(-1),
    env: { ...process.env, BENCH_SCHEMA: schema },
    maxBuffer: 1 << 28,
  });
  if (result.error !== undefined) throw result.error;
  if (result.status > 1) throw new Error(result.stderr.toString());
  return result;
}

/** Megabytes; told by the process itself at its end. */
function peakMemory(args, schema) {
  const { stderr } = spawn(args, schema, ['--require', join(remarkFolder, 'peakMemory.cjs')]);
  return Number(/peak memory: (\d+)/.exec(stderr.toString())[1]) / 1024;
}

function table(times, memory) {
  const ours = median(times.check);
  const names = {
    check: '`dynamics-docs check`, everything on',
    bare: 'bare script (yaml + ajv + positions)',
    remark: 'remark-cli with remark-lint-frontmatter-schema',
  };
  const rows = Object.entries(names).map(([key, name]) => {
    const time = median(times[key]);
    const ratio = key === 'check' ? '1' : `${(time / ours).toFixed(2)}`;
    return `| ${name} | ${(time / 1000).toFixed(2)} s | ${ratio} | ${memory[key].toFixed(0)} MB |`;
  });
  return ['| whole process | median | times ours | peak memory |', '|---|---|---|---|', ...rows];
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
