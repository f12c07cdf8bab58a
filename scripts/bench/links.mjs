import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { bundle } from './program.mjs';
import { median } from './statistics.mjs';

const runs = 11;
const bench = join(root, 'test', 'bench');

/** A whole check, everything on, against one that judges no links and against a checker in Rust with its two link rules alone. */
export async function measureLinks(folder) {
  const program = await bundle('withoutLinks');
  const rumdl = [
    'check',
    ...['--enable', 'MD051,MD057'],
    ...['--no-config', '--no-cache', '--silent', '--respect-gitignore=false', folder],
  ];
  const programs = {
    check: () => run(process.execPath, [join(root, 'dist', 'cli.js'), 'check', folder]),
    without: () => run(process.execPath, [program, 'check', folder], { BENCH_LINKS: 'off' }),
    with: () => run(process.execPath, [program, 'check', folder], { BENCH_LINKS: 'on' }),
    rumdl: () => run(binary(), rumdl),
  };
  const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let i = 0; i < runs; i++) for (const [name, start] of Object.entries(programs)) times[name].push(start());
  const [ours, without, with_, theirs] = ['check', 'without', 'with', 'rumdl'].map((name) => median(times[name]));
  const row = (name, time, note) => `| ${name} | ${(time / 1000).toFixed(2)} s | ${note} |`;
  return [
    '| whole process | median | |',
    '|---|---|---|',
    row('`dynamics-docs check`, everything on', ours, ''),
    row('`rumdl check`, MD051 and MD057 alone', theirs, `${(theirs / ours).toFixed(2)} times ours`),
    row('`check` without its work on links', without, `links add ${((with_ / without - 1) * 100).toFixed(0)} %`),
  ];
}

/** The program itself, without npm's wrapper of JavaScript around it. */
function binary() {
  const require = createRequire(join(bench, 'package.json'));
  const name = process.platform === 'win32' ? 'rumdl.exe' : 'rumdl';
  const rumdl = require.resolve('rumdl/package.json');
  const platform = `@rumdl/cli-${process.platform}-${process.arch}`;
  return createRequire(rumdl).resolve(`${platform}/${name}`);
}

/** Milliseconds of a whole process. */
function run(command, args, env = {}) {
  const start = performance.now();
  const result = spawnSync(command, args, { env: { ...process.env, ...env }, maxBuffer: 1 << 28 });
  const time = performance.now() - start;
  if (result.error !== undefined) throw result.error;
  if (result.status > 1) throw new Error(result.stderr.toString());
  return time;
}
