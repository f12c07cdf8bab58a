import type Mocha from 'mocha';

/** Lines that scripts/vscode/page.mjs looks for: the console of a workbench says much besides. */
const mark = '[suite] ';
const resultMark = '[suite-result] ';

/**
 * Runs the suites and reports them through the console, the one way out of every extension host. Rejects when a test
 * failed, which tells VS Code.
 */
export function runAndReport(mocha: Mocha): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes, failures: failed, pending } = runner.stats ?? { passes: 0, failures, pending: 0 };
      console.log(resultMark + JSON.stringify({ passed: passes, failed, skipped: pending }));
      if (failures === 0) resolve();
      else reject(new Error(`${failures} of the tests failed.`));
    });
    runner.on('pass', (test) => {
      print(`  ok ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', (test) => {
      print(`  skipped ${test.fullTitle()}`);
    });
    runner.on('fail', (test, error: Error) => {
      print(`  FAILED ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
  });
}

function print(text: string): void {
  for (const line of text.split('\n')) console.log(mark + line);
}
