import { writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import Mocha from 'mocha';
import { root } from './lib/paths.mjs';

/**
 * Mocha's dots, and the counts in the file that `--reporter-option results=…` names, of all and of each file: scripts/test.mjs
 * adds them up.
 */
export default class CountingReporter extends Mocha.reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const file = options.reporterOptions?.results;
    if (file === undefined) return;
    const groups = {};
    for (const [event, kind] of Object.entries({ pass: 'passed', fail: 'failed', pending: 'skipped' })) {
      runner.on(event, (test) => {
        const group = (groups[nameOf(test.file)] ??= { passed: 0, failed: 0, skipped: 0 });
        group[kind] += 1;
      });
    }
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending, groups }));
    });
  }
}

/** `server/settings` of out/test/server/settings.test.js. */
function nameOf(file) {
  return relative(join(root, 'out', 'test'), file)
    .replaceAll(sep, '/')
    .replace(/\.test\.js$/, '');
}
