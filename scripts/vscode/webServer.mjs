import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { root } from '../lib/paths.mjs';
import { announced, start, stop } from '../lib/processes.mjs';
import { installWebVSCode } from './install.mjs';

/**
 * VS Code for the web with a folder and the extension, until `close`. Nothing is written to the folder: what is changed there
 * stays in the browser.
 *
 * @param tests the entry of a suite that runs there; none where it is left out
 */
export async function serveWebVSCode({ folder: opened, tests }) {
  const { module, folder, commit } = await installWebVSCode();
  const options = {
    browserType: 'none',
    testRunnerDataDir: folder,
    quality: 'stable',
    commit,
    esm: false,
    extensionDevelopmentPath: root,
    extensionTestsPath: tests,
    folderPath: opened,
    // Webviews live on hosts below this one, so that an address will not do.
    host: 'localhost',
    port: await freePort(),
  };
  const script = join(root, 'scripts', 'vscode', 'serve-web.mjs');
  const child = start(process.execPath, [script, module, JSON.stringify(options)]);
  const close = () => stop(child);
  try {
    const url = await announced(child, /Listening on (\S+)/);
    await answers(url);
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** It is announced a moment before it listens. */
async function answers(url) {
  for (let attempts = 1; ; attempts++) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (attempts === 50) throw error;
      await setTimeout(100);
    }
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
