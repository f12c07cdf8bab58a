// npm test: installs what is missing, checks everything, and ends with one line that counts the tests. Until the
// dependencies are there, only Node's own modules are used.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { forgetResults, saveResults } from './lib/results.mjs';
import { createSteps } from './lib/steps.mjs';
import { temporaryFolder } from './lib/temporary.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The tests need Node 20.19 or newer, as ESLint and Mocha do; this is ${process.versions.node}.`);
  process.exit(1);
}

const { step, total, summary } = createSteps();
const install = 'Installing the dependencies';
const build = 'Building';
const buildTests = 'Building the tests';
const packing = 'Packing the extension';
const host = 'Installing VS Code and a browser from npm';

forgetResults();
await step(install, { action: ensureDependencies });
await step(build, { needs: [install], action: script('scripts/build.mjs') });
await step(buildTests, { needs: [build], action: script('scripts/build-tests.mjs') });
await step('Checking the formatting', {
  needs: [install],
  action: script(binOf('prettier'), '--check', '--log-level', 'warn', '.'),
});
await step('Linting', { needs: [install], action: script(binOf('eslint'), '.') });
await step('Checking the types', { needs: [install], action: script(binOf('typescript', 'tsc'), '-b') });
await step(packing, { needs: [build], action: script('scripts/package.mjs') });
// Before the unit tests: those of the grammars read VS Code's.
await step(host, { needs: [install], action: installHosts });
await step('Unit, conformance, command-line and server tests', { needs: [buildTests], action: runMocha });
for (const [title, name, ...more] of [
  ["The suite in VS Code's extension host", 'vscode'],
  ['The package in a VS Code of its own', 'vsix', packing],
  ["The suite in VS Code's web worker extension host", 'worker'],
  ['The suite in VS Code for the web', 'web'],
  ['German in VS Code', 'german'],
  ['Restricted Mode in VS Code', 'restricted'],
  ['Several folders in VS Code', 'folders'],
  ['The preview in VS Code with a browser', 'preview'],
  ['The preview in VS Code for the web', 'webPreview'],
  ['The health report in a browser and in VS Code', 'report'],
  ['The pictures of the README in VS Code', 'pictures'],
]) {
  await step(title, { needs: [buildTests, host, ...more], action: inHost(name) });
}
// What a part of the tests gave says nothing of all.
if (!process.env.TEST_GREP) {
  await step('Comparing docs/compatibility.md with the results', {
    needs: [host],
    action: script('scripts/compatibility.mjs'),
  });
}

console.log(summary());
process.exitCode = total.failed > 0 ? 1 : 0;

/** The program of a package, found without npx so that the same Node runs it. Read late: it may not be installed yet. */
function binOf(name, bin = name) {
  return () => {
    const folder = join(root, 'node_modules', name);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return join(folder, typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[bin]);
  };
}

function script(path, ...args) {
  return async () => {
    const { code, output } = await run(process.execPath, [typeof path === 'function' ? path() : path, ...args]);
    if (code !== 0) throw new Error(output);
  };
}

async function runMocha() {
  const folder = temporaryFolder('results');
  const results = join(folder.path, 'results.json');
  try {
    const { output } = await run(process.execPath, [binOf('mocha')(), '--reporter-option', `results=${results}`]);
    // Without results Mocha itself failed, for instance because a test file could not be loaded.
    if (!existsSync(results)) throw new Error(output);
    const { groups, ...tests } = JSON.parse(readFileSync(results, 'utf8'));
    for (const part of ['server', 'cli']) saveResults(part, groupsOf(groups, part));
    return { tests, output };
  } finally {
    folder.remove();
  }
}

/** Those of a folder of test/, by the names of its files. */
function groupsOf(groups, folder) {
  const start = `${folder}/`;
  const own = Object.entries(groups).filter(([name]) => name.startsWith(start));
  return Object.fromEntries(own.map(([name, group]) => [name.slice(start.length), group]));
}

async function installHosts() {
  const { installVSCode, installWebVSCode } = await import('./vscode/install.mjs');
  const { launchChromium } = await import('./vscode/chromium.mjs');
  await installVSCode();
  await installWebVSCode();
  const browser = await launchChromium();
  await browser.close();
}

function inHost(name) {
  return async () => {
    const { runHostSuite } = await import('./vscode/hostSuites.mjs');
    const lines = [];
    const tests = await runHostSuite(name, { print: (line) => lines.push(line) });
    // What passed has been counted.
    return { tests, output: lines.filter((line) => !line.startsWith('  ok ')).join('\n') };
  };
}
