// npm test: installs what is missing, checks everything, and ends with one line that counts the tests. Until the
// dependencies are there, only Node's own modules are used.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
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
await step("The suite in VS Code's extension host", { needs: [buildTests, host], action: inVSCode('runVSCodeSuite') });
await step('German in VS Code', { needs: [buildTests, host], action: inVSCode('runGermanSuite') });
await step('The package in a VS Code of its own', {
  needs: [buildTests, host, packing],
  action: inVSCode('runVsixSuite'),
});
await step('The smoke test in VS Code for the web', { needs: [buildTests, host], action: inVSCode('runWebSuite') });
await step('The preview in VS Code with a browser', { needs: [build, host], action: inPreview });
await step('The health report in a browser and in VS Code', { needs: [build, host], action: inReport });

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
    return { tests: JSON.parse(readFileSync(results, 'utf8')), output };
  } finally {
    folder.remove();
  }
}

async function installHosts() {
  const { installVSCode, installWebVSCode } = await import('./vscode/install.mjs');
  const { launchChromium } = await import('./vscode/chromium.mjs');
  await installVSCode();
  await installWebVSCode();
  const browser = await launchChromium();
  await browser.close();
}

function inVSCode(name) {
  return async () => collected((await import('./vscode/suites.mjs'))[name]);
}

async function inPreview() {
  return collected((await import('./vscode/previewSuite.mjs')).runPreviewSuite);
}

async function inReport() {
  return collected((await import('./vscode/reportSuite.mjs')).runReportSuite);
}

async function collected(suite) {
  const lines = [];
  const tests = await suite({ print: (line) => lines.push(line) });
  return { tests, output: lines.join('\n') };
}
