import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import rpc from 'vscode-jsonrpc/node';
import { root } from '../lib/paths.mjs';
import { percentile } from './statistics.mjs';

const edits = 300;

/** From an edit sent over stdio to the published diagnostics, without the debounce, while the docset is indexed. */
export async function measureKeystrokes(folder) {
  const server = await startServer(folder);
  const rows = [];
  for (const { name, path } of chosenArticles(folder)) {
    const times = await typeInto(server, path);
    rows.push(`| ${name} | ${percentile(times, 0.5).toFixed(2)} ms | ${percentile(times, 0.95).toFixed(2)} ms |`);
    if (process.argv.includes('--verbose')) console.error(relative(folder, path));
  }
  await stopServer(server);
  return ['| keystroke → diagnostics, over stdio | p50 | p95 |', '|---|---|---|', ...rows];
}

/** An article of the middle size and the largest one, with what a table calls them. */
export function chosenArticles(folder) {
  const articles = markdownFiles(folder)
    .map((path) => ({ path, size: statSync(path).size }))
    .sort((a, b) => a.size - b.size);
  const chosen = { 'an ordinary article': articles[articles.length >> 1], 'the largest article': articles.at(-1) };
  return Object.entries(chosen).map(([name, { path, size }]) => ({
    name: `${name} (${Math.ceil(size / 1024)} kB)`,
    path,
  }));
}

export async function stopServer({ connection }) {
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
}

export async function startServer(folder) {
  const child = spawn(process.execPath, [join(root, 'dist', 'cli.js'), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  );
  const waiting = new Set();
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    for (const listener of [...waiting]) listener(params);
  });
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({ validate: { debounce: 0 } })));
  connection.onRequest('client/registerCapability', () => null);
  const ready = new Promise((resolve) => {
    connection.onNotification('dynamicsDocs/status', ({ state }) => state === 'ready' && resolve());
  });
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'docs' }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
  });
  await connection.sendNotification('initialized', {});
  return { connection, waiting, ready };
}

/** Types a wrong and a right date by turns, so that each edit changes the findings. */
async function typeInto({ connection, waiting, ready }, path) {
  const uri = pathToFileURL(path).href;
  const text = readFileSync(path, 'utf8');
  const line = text.split(/\r?\n/).findIndex((candidate) => candidate.startsWith('ms.date:'));
  const published = () =>
    new Promise((resolve) => {
      const listener = (params) => {
        if (params.uri !== uri) return;
        waiting.delete(listener);
        resolve(performance.now());
      };
      waiting.add(listener);
    });
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  await ready;
  const times = [];
  let written = text.split(/\r?\n/)[line];
  for (let version = 2; version < edits + 2; version++) {
    const next = `ms.date: ${version % 2 === 0 ? '2024-01-02' : '01/02/2024'}`;
    const range = { start: { line, character: 0 }, end: { line, character: written.length } };
    const answer = published();
    const start = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: next }],
    });
    times.push((await answer) - start);
    written = next;
  }
  return times;
}

function markdownFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && !/[\\/]includes$/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /^ms\.date:/m.test(readFileSync(path, 'utf8')));
}
