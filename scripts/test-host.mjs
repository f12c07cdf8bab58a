// npm run test:vscode, test:web and so on: one suite in one host, from what `npm run build` and the tests' build left.
import { sentence } from './lib/steps.mjs';
import { hostSuiteNames, runHostSuite } from './vscode/hostSuites.mjs';

const name = process.argv[2];
if (!hostSuiteNames.includes(name)) {
  console.error(`Say which: ${hostSuiteNames.join(', ')}.`);
  process.exit(2);
}
try {
  const tests = await runHostSuite(name);
  console.log(sentence(tests));
  process.exitCode = tests.failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
