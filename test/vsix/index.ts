import { join } from 'node:path';
import Mocha from 'mocha';
import { retries, runAndReport } from '../vscode/reporter';

/** Called by VS Code's extension host, where the extension is installed from its package. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, retries, reporter: Silent });
  mocha.addFile(join(__dirname, 'installed.test.js'));
  await runAndReport(mocha);
}

/** The console gets marked lines instead (reporter.ts). */
class Silent extends Mocha.reporters.Base {}
