import type Mocha from 'mocha';

/** Lines that scripts/vscode/page.mjs looks for: the console of a workbench says much besides. */
const mark = '[suite] ';
const resultMark = '[suite-result] ';

/** How often a test that failed is tried again, which its line says: a workbench in a browser is late at times. */
export const retries = 1;

/** The tests of one `describe`, and what they would need that its host does not have. */
interface Group {
  passed: number;
  failed: number;
  skipped: number;
  needs?: readonly string[];
}

/**
 * Runs the suites and reports them through the console, the one way out of every extension host. Rejects when a test
 * failed, which tells VS Code.
 */
export function runAndReport(mocha: Mocha): Promise<void> {
  return new Promise((resolve, reject) => {
    const groups: Record<string, Group> = {};
    const groupOf = (test: Mocha.Runnable): Group =>
      (groups[test.parent?.title ?? ''] ??= { passed: 0, failed: 0, skipped: 0 });
    const runner = mocha.run((failures) => {
      const { passes, failures: failed, pending } = runner.stats ?? { passes: 0, failures, pending: 0 };
      console.log(resultMark + JSON.stringify({ passed: passes, failed, skipped: pending, groups }));
      if (failures === 0) resolve();
      else reject(new Error(`${failures} of the tests failed.`));
    });
    runner.on('pass', (test) => {
      groupOf(test).passed += 1;
      print(`  ok ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', (test) => {
      const group = groupOf(test);
      group.skipped += 1;
      const [, needed] = /^needs (.+)/.exec(test.title) ?? [];
      if (needed !== undefined) group.needs = [needed];
      print(`  skipped ${test.fullTitle()}`);
    });
    runner.on('retry', (test: Mocha.Test, error: Error) => {
      print(`  once more ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.on('fail', (test, error: Error) => {
      groupOf(test).failed += 1;
      print(`  FAILED ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
  });
}

function print(text: string): void {
  for (const line of text.split('\n')) console.log(mark + line);
}
