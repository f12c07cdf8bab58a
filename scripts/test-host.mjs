// npm run test:vscode, test:vsix, test:worker, test:german, test:web, test:preview, test:report, test:desktop: one suite in one host, from what `npm run build` and the tests' build left.
import { sentence } from './lib/steps.mjs';

const suites = {
  vscode: async () => (await import('./vscode/suites.mjs')).runVSCodeSuite(),
  vsix: async () => (await import('./vscode/suites.mjs')).runVsixSuite(),
  worker: async () => (await import('./vscode/suites.mjs')).runWorkerSuite(),
  web: async () => (await import('./vscode/suites.mjs')).runWebSuite(),
  restricted: async () => (await import('./vscode/suites.mjs')).runRestrictedSuite(),
  folders: async () => (await import('./vscode/suites.mjs')).runFoldersSuite(),
  german: async () => (await import('./vscode/suites.mjs')).runGermanSuite(),
  preview: async () => (await import('./vscode/previewSuite.mjs')).runPreviewSuite(),
  report: async () => (await import('./vscode/reportSuite.mjs')).runReportSuite(),
  desktop: async () => (await import('./vscode/desktop.mjs')).runDesktopSuite(),
};

const suite = suites[process.argv[2]];
if (suite === undefined) {
  console.error(`Say which: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}
try {
  const tests = await suite();
  console.log(sentence(tests));
  process.exitCode = tests.failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
