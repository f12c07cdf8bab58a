/**
 * The tests of a suite that run one by one, whatever becomes of those before: what fails is printed, and tried once more. A
 * workbench in a browser is late at times, without a fault of ours.
 *
 * @param suite what the suite tests, as the line of a test that failed begins
 */
export function createAttempts(suite, print) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  return {
    /** Of all so far. */
    counts,
    async attempt(title, test) {
      try {
        await twice(test, (error) => {
          print(`  once more ${suite} ${title}\n${error.stack}`);
        });
        counts.passed++;
      } catch (error) {
        counts.failed++;
        print(`  FAILED ${suite} ${title}\n${error.stack}`);
      }
    },
  };
}

async function twice(test, onFailure) {
  try {
    await test();
  } catch (error) {
    onFailure(error);
    await test();
  }
}
