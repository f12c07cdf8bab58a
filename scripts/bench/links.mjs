import { spawnSync } from 'node:child_process';
import { bundle } from './program.mjs';
import { median } from './statistics.mjs';

const runs = 11;

/** What links add to a check: whole processes of one bundle, by turns with and without the work on them. */
export async function measureLinks(folder) {
  const program = await bundle('withoutLinks');
  const times = { on: [], off: [] };
  // The other threads would do all the work whatever is asked of this one, and what is kept spares it.
  const args = [program, 'check', '--no-cache', '--concurrency', 'off', folder];
  for (let i = 0; i < runs; i++) for (const mode of ['on', 'off']) times[mode].push(run(process.execPath, args, mode));
  const [on, off] = [median(times.on), median(times.off)];
  return [
    '| whole process | median | links add |',
    '|---|---|---|',
    `| \`check\` in one thread, without its work on links | ${(off / 1000).toFixed(2)} s | |`,
    `| \`check\` in one thread | ${(on / 1000).toFixed(2)} s | ${((on / off - 1) * 100).toFixed(0)} % |`,
  ];
}

/** Milliseconds of a whole process. */
function run(command, args, mode) {
  const start = performance.now();
  const result = spawnSync(command, args, { env: { ...process.env, BENCH_LINKS: mode }, maxBuffer: 1 << 28 });
  const time = performance.now() - start;
  if (result.error !== undefined) throw result.error;
  if (result.status > 1) throw new Error(result.stderr.toString());
  return time;
}
