import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Mocha's dots, and the counts in the file that `--reporter-option results=…` names: scripts/test.mjs adds them up. */
export default class CountingReporter extends Mocha.reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const file = options.reporterOptions?.results;
    if (file === undefined) return;
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
}
