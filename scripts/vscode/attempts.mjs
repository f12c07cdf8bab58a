/**
 * The tests of a suite that run one by one, whatever becomes of those before: what fails is printed.
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
        await test();
        counts.passed++;
      } catch (error) {
        counts.failed++;
        print(`  FAILED ${suite} ${title}\n${error.stack}`);
      }
    },
  };
}
