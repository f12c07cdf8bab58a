/** Runs the steps of a test run one after the other, says what each does and how long it took, and adds up the tests. */
export function createSteps(write = (text) => process.stdout.write(text)) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures = new Set();

  /**
   * One step. It fails when `action` throws, with the reason as output, or when some of the tests that it returns failed.
   * It is left out, and fails those that need it in turn, when one of `needs` failed.
   */
  async function step(title, { needs = [], action }) {
    const missing = needs.find((need) => failures.has(need));
    if (missing !== undefined) {
      failures.add(title);
      write(`${title}: left out, because "${missing}" failed\n`);
      return;
    }
    write(`${title} ... `);
    const start = performance.now();
    const { tests, output } = await outcomeOf(action);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    for (const key of Object.keys(total)) total[key] += tests[key] ?? 0;
    const failed = tests.failed > 0;
    if (failed) failures.add(title);
    write(`${failed ? 'FAILED' : 'ok'}${counted(tests)}, ${seconds} s\n`);
    if (failed || tests.skipped > 0) write(`${output.trimEnd()}\n`);
  }

  return { step, total, summary: () => sentence(total) };
}

async function outcomeOf(action) {
  try {
    const { tests = { failed: 0 }, output = '' } = (await action()) ?? {};
    return { tests, output };
  } catch (error) {
    return { tests: { failed: 1 }, output: error instanceof Error ? error.message : String(error) };
  }
}

function counted(tests) {
  return tests.passed === undefined ? '' : `, ${sentence(tests)}`;
}

export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
