import { saveResults } from '../lib/results.mjs';

/** The suites that run in some VS Code or browser. Loaded late: what they import may not be installed yet. */
const suites = {
  vscode: async () => (await import('./suites.mjs')).runVSCodeSuite,
  vsix: async () => (await import('./suites.mjs')).runVsixSuite,
  worker: async () => (await import('./suites.mjs')).runWorkerSuite,
  web: async () => (await import('./suites.mjs')).runWebSuite,
  german: async () => (await import('./suites.mjs')).runGermanSuite,
  restricted: async () => (await import('./suites.mjs')).runRestrictedSuite,
  folders: async () => (await import('./suites.mjs')).runFoldersSuite,
  preview: async () => (await import('./previewSuite.mjs')).runPreviewSuite,
  webPreview: async () => (await import('./webPreviewSuite.mjs')).runWebPreviewSuite,
  report: async () => (await import('./reportSuite.mjs')).runReportSuite,
  pictures: async () => (await import('./picturesSuite.mjs')).runPicturesSuite,
  desktop: async () => (await import('./desktop.mjs')).runDesktopSuite,
};

export const hostSuiteNames = Object.keys(suites);

/** Runs a suite, keeps its results for docs/compatibility.md, and returns what passed, failed and was skipped. */
export async function runHostSuite(name, options) {
  const runSuite = await suites[name]();
  const { groups, ...counts } = await runSuite(options);
  saveResults(name, groups ?? { [name]: counts });
  return counts;
}
