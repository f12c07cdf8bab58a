import { join } from 'node:path';
import { announced, start, stop } from '../lib/processes.mjs';
import { temporaryFolder } from '../lib/temporary.mjs';
import { installVSCode } from './install.mjs';

/**
 * Serves VS Code on a free port of 127.0.0.1, with data of its own that is removed at the end. With `trust: false`
 * folders open in Restricted Mode. Returns the host with its port, and `close`.
 */
export async function serveVSCode({ trust = true } = {}) {
  const { node, folder } = await installVSCode();
  const data = temporaryFolder('data');
  const child = start(
    node,
    [
      join(folder, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
      ...['--server-data-dir', data.path, '--telemetry-level', 'off'],
      // Without this the workbench ignores the payload that names the extension.
      '--enable-smoke-test-driver',
      ...(trust ? ['--disable-workspace-trust'] : []),
    ],
    { env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const close = async () => {
    await stop(child);
    data.remove();
  };
  try {
    return { host: `127.0.0.1:${await announced(child, /Extension host agent listening on (\d+)/)}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The address of a folder in the workbench, with an extension under development and, for tests, their entry point. */
export function workbenchUrl(host, { folder, extension, tests }) {
  const remote = (path) => `vscode-remote://${host}${toUriPath(path)}`;
  const payload = [['extensionDevelopmentPath', remote(extension)]];
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  const query = { folder: toUriPath(folder), payload: JSON.stringify(payload) };
  return `http://${host}/?${Object.entries(query)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')}`;
}

function toUriPath(path) {
  return path.startsWith('/') ? path : `/${path.replaceAll('\\', '/')}`;
}
