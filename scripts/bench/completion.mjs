import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chosenArticles, startServer, stopServer } from './keystrokes.mjs';
import { percentile } from './statistics.mjs';

const rounds = 100;

/** What is typed at the end of the front matter: a key, a value, an item of a list. The cursor stands behind each. */
const typed = ['ms.', 'ms.author: ', 'ms.search.form: [a, '];

/** From an edit and a request sent over stdio to the items, with the values of the docset indexed. */
export async function measureCompletion(folder) {
  const server = await startServer(folder);
  const rows = [];
  for (const { name, path } of chosenArticles(folder)) {
    const times = await completeIn(server, path);
    rows.push(`| ${name} | ${percentile(times, 0.5).toFixed(2)} ms | ${percentile(times, 0.95).toFixed(2)} ms |`);
  }
  await stopServer(server);
  return ['| completion of metadata, over stdio | p50 | p95 |', '|---|---|---|', ...rows];
}

async function completeIn({ connection, ready }, path) {
  const uri = pathToFileURL(path).href;
  const text = readFileSync(path, 'utf8');
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(lineBreak);
  const line = lines.indexOf('---', 1);
  lines.splice(line, 0, '');
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: lines.join(lineBreak) },
  });
  await ready;
  await connection.sendRequest('dynamicsDocs/validateWorkspace', {});
  const times = [];
  let written = '';
  for (let version = 2; version < rounds * typed.length + 2; version++) {
    const next = typed[version % typed.length];
    const range = { start: { line, character: 0 }, end: { line, character: written.length } };
    const start = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: next }],
    });
    const position = { line, character: next.length };
    const list = await connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
    times.push(performance.now() - start);
    if (!(list?.items.length > 0)) throw new Error(`Nothing completes '${next}' in ${path}.`);
    written = next;
  }
  return times;
}
