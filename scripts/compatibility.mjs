// Checks docs/compatibility.md against the results of the last npm test; with --write, writes it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compatibilityPage } from './lib/compatibility.mjs';
import { root } from './lib/paths.mjs';
import { readResults } from './lib/results.mjs';

const file = join(root, 'docs', 'compatibility.md');
try {
  const page = compatibilityPage(readResults());
  if (process.argv.includes('--write')) writeFileSync(file, page);
  else if (!existsSync(file) || readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== page) {
    throw new Error(
      'docs/compatibility.md is out of date: run node scripts/compatibility.mjs --write, and look at what changed.',
    );
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
