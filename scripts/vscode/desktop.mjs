import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { cacheFolder, root } from '../lib/paths.mjs';
import { start, stop } from '../lib/processes.mjs';
import { temporaryFolder } from '../lib/temporary.mjs';
import { suite } from './suites.mjs';
import { createSuiteLog } from './suiteLog.mjs';
import { docset } from './workspaces.mjs';

const timeLimit = 600_000;

/** The suite in VS Code for the desktop: the newest stable one, or the version that VSCODE_VERSION names. */
export async function runDesktopSuite({ print = console.log } = {}) {
  const executable = await download(process.env.VSCODE_VERSION ?? 'stable');
  const workspace = docset();
  // Its sockets live here: a short path, as systems limit the length of theirs.
  const profile = temporaryFolder('vscode');
  const child = start(executable, [
    workspace.path,
    `--extensionDevelopmentPath=${root}`,
    `--extensionTestsPath=${suite('vscode')}`,
    `--user-data-dir=${join(profile.path, 'user')}`,
    `--extensions-dir=${join(profile.path, 'extensions')}`,
    ...['--disable-extensions', '--disable-workspace-trust', '--disable-updates', '--disable-telemetry'],
    ...['--skip-welcome', '--skip-release-notes', '--no-sandbox', '--disable-gpu'],
  ]);
  try {
    return await resultOf(child, print);
  } finally {
    await stop(child);
    profile.remove();
    workspace.remove();
  }
}

async function download(version) {
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: cacheFolder, reporter: new SilentReporter() });
  } catch (error) {
    throw new Error(`VS Code could not be downloaded, which test:desktop needs: ${error.message}`, { cause: error });
  }
}

function resultOf(child, print) {
  const log = createSuiteLog(print);
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', log.add);
  return new Promise((resolve, reject) => {
    const fail = (reason) => reject(new Error(`${reason} ${log.tail()}`));
    const timer = setTimeout(() => fail(`The suite took longer than ${timeLimit / 1000} s.`), timeLimit);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      const result = log.result(code);
      if (result === undefined) fail('The suite ended without a result.');
      else resolve(result);
    });
  });
}
