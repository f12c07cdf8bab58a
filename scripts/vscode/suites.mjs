import assert from 'node:assert/strict';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { temporaryFolder } from '../lib/temporary.mjs';
import { launchChromium } from './chromium.mjs';
import { imageDeeds } from './images.mjs';
import { runSuiteInPage } from './page.mjs';
import { serveVSCode, workbenchUrl } from './server.mjs';
import { serveWebVSCode } from './webServer.mjs';
import { settledFrame } from './workbench.mjs';
import { docset, restrictedDocset, severalFolders } from './workspaces.mjs';

export const suite = (name) => join(root, 'out', 'test', name, 'index.js');
const fixture = (name) => join(root, 'test', 'fixtures', name);

/** The suite in VS Code's Node extension host, on a copy of its docset. Returns what passed, failed and was skipped. */
export function runVSCodeSuite(options) {
  return runInWorkbench({ extension: root, tests: suite('vscode') }, options);
}

/**
 * The same in the web worker extension host of the same VS Code, which reads the files through the workbench.
 *
 * Without an entry point for Node an extension runs there, and the tests that lie in its folder with it.
 */
export async function runWorkerSuite(options) {
  const extension = temporaryFolder('extension');
  try {
    copyForBrowser(extension.path);
    const tests = join(extension.path, 'out', 'test', 'web', 'index.js');
    return await runInWorkbench({ extension: extension.path, tests }, options);
  } finally {
    extension.remove();
  }
}

/** What the manifest names, and what its texts are. */
const shipped = /^(?:package\.nls.*\.json|dist|images|l10n|media|schemas|snippets|syntaxes)$/;

function copyForBrowser(target) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  delete manifest.main;
  writeFileSync(join(target, 'package.json'), JSON.stringify(manifest));
  for (const part of readdirSync(root).filter((name) => shipped.test(name))) {
    cpSync(join(root, part), join(target, part), { recursive: true });
  }
  cpSync(join(root, 'out', 'test', 'web'), join(target, 'out', 'test', 'web'), { recursive: true });
}

/** What works in a folder that is not trusted, and what once it is: the suite asks for that in the middle. */
export async function runRestrictedSuite(options) {
  const folder = await restrictedDocset();
  const tests = suite('vscode/restricted');
  return runInWorkbench(
    { extension: root, tests, folder, trust: false },
    { ...options, deeds: { 'grant trust': trust } },
  );
}

/** A workspace of several folders. */
export async function runFoldersSuite(options) {
  return runInWorkbench({ extension: root, tests: suite('vscode/folders'), folder: await severalFolders() }, options);
}

/** Where the display language is German. */
export function runGermanSuite(options) {
  const deeds = { 'choose a finding in the German report': chooseFinding };
  return runInWorkbench({ extension: root, tests: suite('vscode/german') }, { ...options, language: 'de', deeds });
}

/** The first one that is listed. */
async function chooseFinding(page) {
  const frame = await settledFrame(page, 'html[lang=de] #findings-table');
  assert.match(await frame.locator('h1').innerText(), /^Zustandsbericht für /);
  const headings = await frame.locator('#findings-table th').allInnerTexts();
  assert.deepEqual(headings, ['Schweregrad', 'Code', 'Stelle', 'Meldung']);
  await frame.locator('#findings-table button.open').first().click();
}

/** The button of the editor that the command Manage Workspace Trust opens. */
async function trust(page) {
  await page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ }).click();
}

async function runInWorkbench({ extension, tests, folder = docset(), trust = true, install }, options) {
  const vscode = await serveVSCode({ trust, install });
  try {
    const url = workbenchUrl(vscode, { folder: folder.path, workspace: folder.workspace, extension, tests });
    const deeds = { ...imageDeeds, ...options?.deeds };
    return await inBrowser((browser) => runSuiteInPage(browser, url, { ...options, deeds }));
  } finally {
    await vscode.close();
    folder.remove();
  }
}

/** What the package brings, installed into a VS Code of its own; nothing of the repository is under development there. */
export function runVsixSuite(options) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const install = join(root, `${name}-${version}.vsix`);
  return runInWorkbench({ extension: fixture('vsix-tests'), tests: suite('vsix'), install }, options);
}

/** The same in VS Code for the web, where there is neither a file system nor Node. */
export async function runWebSuite(options) {
  const server = await serveWebVSCode({ folder: fixture('vscode-docset'), tests: suite('web') });
  try {
    return await inBrowser((browser) => runSuiteInPage(browser, server.url, { ...options, deeds: imageDeeds }));
  } finally {
    await server.close();
  }
}

async function inBrowser(use) {
  const browser = await launchChromium();
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
