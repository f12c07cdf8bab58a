import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { temporaryFolder } from '../lib/temporary.mjs';
import { median } from './statistics.mjs';

const cli = join(root, 'dist', 'cli.js');
const runs = 11;

/** What repairs add to a check: whole processes by turns, each pair on a fresh copy, where there is something to repair. */
export async function measureFixes(folder) {
  const times = { check: [], fix: [] };
  let summary = '';
  for (let i = 0; i < runs; i++) {
    const copy = temporaryFolder('bench', folder);
    // A check first: it leaves the copy as it is, and whatever the disk remembers helps both alike.
    run(copy.path, []);
    times.check.push(timeOf(copy.path, []).took);
    const fixed = timeOf(copy.path, ['--fix']);
    times.fix.push(fixed.took);
    summary = /\d+ findings? fixed in \d+ files?/.exec(fixed.stderr)?.[0] ?? summary;
    copy.remove();
  }
  const [check, fix] = [median(times.check), median(times.fix)];
  return [
    '| whole process, on a copy | median | times `check` |',
    '|---|---|---|',
    `| \`check\` | ${(check / 1000).toFixed(2)} s | 1 |`,
    `| \`check --fix\` (${summary}) | ${(fix / 1000).toFixed(2)} s | ${(fix / check).toFixed(2)} |`,
  ];
}

function timeOf(folder, options) {
  const start = performance.now();
  const { stderr } = run(folder, options);
  return { took: performance.now() - start, stderr };
}

function run(folder, options) {
  const result = spawnSync(process.execPath, [cli, 'check', '--no-cache', ...options, folder], {
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  if (result.error !== undefined) throw result.error;
  if (result.status > 1) throw new Error(result.stderr);
  return result;
}
