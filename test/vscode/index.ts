import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { retries, runAndReport } from './reporter';

/** Called by VS Code's extension host, in any VS Code that runs on Node. */
export async function run(): Promise<void> {
  // Stack traces then name the lines of the sources.
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, retries, reporter: Silent });
  const { TEST_GREP = '' } = process.env;
  if (TEST_GREP !== '') mocha.grep(TEST_GREP);
  for (const name of readdirSync(__dirname)) {
    if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  }
  await runAndReport(mocha);
}

/** The console gets marked lines instead (reporter.ts). */
class Silent extends Mocha.reporters.Base {}
