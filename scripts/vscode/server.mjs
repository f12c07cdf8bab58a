import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { announced, run, start, stop } from '../lib/processes.mjs';
import { temporaryFolder } from '../lib/temporary.mjs';
import { installVSCode } from './install.mjs';

/**
 * Serves VS Code on a free port of 127.0.0.1, with data of its own that is removed at the end. With `trust: false`
 * folders open in Restricted Mode. `install` names a .vsix to install first. Returns its host and token for workbenchUrl, `ended`, which resolves when the server
 * ends by itself, and `close`.
 */
export async function serveVSCode({ trust = true, install } = {}) {
  const { node, folder } = await installVSCode();
  const data = temporaryFolder('data');
  // The workbench has a terminal: other users of this computer must not get it for knowing the port.
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(data.path, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  writeSettings(join(data.path, 'data', 'Machine'));
  if (install !== undefined) await installExtension(node, folder, data.path, install);
  const child = start(
    node,
    [
      join(folder, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile],
      ...['--server-data-dir', data.path, '--accept-server-license-terms', '--telemetry-level', 'off'],
      // Without this the workbench ignores the payload that names the extension.
      '--enable-smoke-test-driver',
      ...(trust ? ['--disable-workspace-trust'] : []),
    ],
    { env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const close = async () => {
    await stop(child);
    data.remove();
  };
  try {
    const port = await announced(child, /Extension host agent listening on (\d+)/);
    return { host: `127.0.0.1:${port}`, token, ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function installExtension(node, folder, data, vsix) {
  const args = [join(folder, 'out', 'server-main.js'), '--server-data-dir', data, '--accept-server-license-terms'];
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { code, output } = await run(node, [...args, '--install-extension', vsix], { env });
  if (code !== 0 || !/successfully installed/.test(output)) throw new Error(output);
}

/** Without what has nothing to do with writing: it takes room, and calls services that a test does not need. */
function writeSettings(folder) {
  mkdirSync(folder, { recursive: true });
  const settings = {
    'chat.disableAIFeatures': true,
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
  };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
}

/** The address of a folder or a .code-workspace in the workbench, with an extension under development and, for tests, their entry point. */
export function workbenchUrl({ host, token }, { folder, workspace, extension, tests }) {
  const remote = (path) => `vscode-remote://${host}${encodePath(toUriPath(path))}`;
  const payload = [['extensionDevelopmentPath', remote(extension)]];
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  const opened = workspace === undefined ? { folder: toUriPath(folder) } : { workspace: toUriPath(workspace) };
  const query = { ...opened, payload: JSON.stringify(payload), tkn: token };
  return `http://${host}/?${Object.entries(query)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')}`;
}

function encodePath(path) {
  return path.split('/').map(encodeURIComponent).join('/');
}

function toUriPath(path) {
  return path.startsWith('/') ? path : `/${path.replaceAll('\\', '/')}`;
}
