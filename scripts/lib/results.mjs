import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';

const file = join(root, 'out', 'results.json');

/**
 * What the suites found last, by their hosts (features.mjs): for each group of tests how many passed, failed and were skipped,
 * and what the skipped ones would need.
 */
export function readResults() {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Keeps what one suite found. Of a part of a suite nothing can be told. */
export function saveResults(host, groups) {
  if (process.env.TEST_GREP) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...readResults(), [host]: groups }, undefined, 2)}\n`);
}

export function forgetResults() {
  rmSync(file, { force: true });
}
