// Mocha for the browser, which makes `describe` and `it` global.
import 'mocha/mocha';
import { retries, runAndReport } from '../vscode/reporter';

/** Called by VS Code's extension host in a web worker. */
export async function run(): Promise<void> {
  // Only the lines of reporter.ts: there is no page that Mocha's own reporter could draw on.
  mocha.setup({ ui: 'bdd', timeout: 30_000, retries, reporter: Silent });
  if (testGrep !== '') mocha.grep(testGrep);
  await import('vscode-suite');
  await runAndReport(mocha);
}

class Silent extends Mocha.reporters.Base {}
