import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../lib/temporary.mjs';
import { startServer, stopServer } from './keystrokes.mjs';
import { bundle } from './program.mjs';
import { median, percentile } from './statistics.mjs';

const runs = 15;
/** The other threads would do all the work whatever is asked of this one, and what is kept spares it. */
const alone = ['--no-cache', '--concurrency', 'off'];
/** As many articles as use one include in the real repositories (census). */
const fanIn = 2500;
const edits = 20;

/** What includes add to a check, what a preview with many takes, and how far an edit of one that all use reaches. */
export async function measureIncludes(folder) {
  return [
    ...share(await bundle('withoutIncludes'), folder),
    '',
    '| includes | p50 | p95 |',
    '|---|---|---|',
    preview(await bundle('preview'), folder),
    ...(await largeFanIn()),
  ];
}

/** Whole processes of one bundle, by turns with and without the work on includes. */
function share(program, folder) {
  const times = { on: [], off: [] };
  for (let i = 0; i < runs; i++)
    for (const mode of ['on', 'off']) {
      const start = performance.now();
      run([program, 'check', ...alone, folder], { BENCH_INCLUDES: mode });
      times[mode].push(performance.now() - start);
    }
  const [on, off] = [median(times.on), median(times.off)];
  return [
    '| whole process | median | includes add |',
    '|---|---|---|',
    `| \`check\` in one thread, without its work on includes | ${(off / 1000).toFixed(2)} s | |`,
    `| \`check\` in one thread | ${(on / 1000).toFixed(2)} s | ${((on / off - 1) * 100).toFixed(0)} % |`,
  ];
}

function preview(program, folder) {
  const { includes, times } = JSON.parse(run([program, folder], {}).stdout.toString());
  return row(`preview of the article with the most includes (${includes}), warm`, times);
}

/**
 * A docset whose articles all include one file in the middle of a line. That file gets a list and loses it by turns, so that
 * every article has a finding more or less. Both times start with the edit.
 */
async function largeFanIn() {
  const folder = temporaryFolder('fan-in');
  const include = writeDocset(folder.path);
  const server = await startServer(folder.path);
  try {
    const open = pathToFileURL(join(folder.path, 'article-7.md')).href;
    await didOpen(server, open);
    await didOpen(server, include);
    // A repository is indexed once one of its documents is open.
    await server.ready;
    await server.connection.sendRequest('dynamicsDocs/validateWorkspace', {});
    const [visible, all] = [[], []];
    for (let version = 2; version < edits + 2; version++) {
      const published = new Set();
      const { promise, resolve } = withResolvers();
      let start = 0;
      const listener = ({ uri }) => {
        if (uri === include) return;
        if (uri === open && !published.has(uri)) visible.push(performance.now() - start);
        published.add(uri);
        if (published.size === fanIn) resolve();
      };
      server.waiting.add(listener);
      start = performance.now();
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: include, version },
        contentChanges: [{ text: version % 2 === 0 ? '- a list\n' : 'a name\n' }],
      });
      await promise;
      all.push(performance.now() - start);
      server.waiting.delete(listener);
    }
    return [
      row(`edit of an include that ${fanIn} articles use → diagnostics of the open article, over stdio`, visible),
      row(`… → diagnostics of all ${fanIn}, in the background`, all),
    ];
  } finally {
    await stopServer(server);
    folder.remove();
  }
}

/** Node 20 has no Promise.withResolvers. */
function withResolvers() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}

function writeDocset(folder) {
  mkdirSync(join(folder, 'includes'));
  const content = [{ files: '**/*.md', exclude: '**/includes/**' }];
  writeFileSync(join(folder, 'docfx.json'), JSON.stringify({ build: { content } }));
  writeFileSync(join(folder, '.dynamics-docs.json'), '{ "metadataSchema": "schema.json" }');
  writeFileSync(join(folder, 'schema.json'), '{}');
  for (let i = 0; i < fanIn; i++)
    writeFileSync(
      join(folder, `article-${i}.md`),
      `---\ntitle: Article ${i}\n---\n\n# Article ${i}\n\nText of [!INCLUDE [name](includes/name.md)] and more.\n`,
    );
  const include = join(folder, 'includes', 'name.md');
  writeFileSync(include, 'a name\n');
  return pathToFileURL(include).href;
}

async function didOpen({ connection }, uri) {
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: readFileSync(new URL(uri), 'utf8') },
  });
}

function row(name, times) {
  return `| ${name} | ${percentile(times, 0.5).toFixed(1)} ms | ${percentile(times, 0.95).toFixed(1)} ms |`;
}

function run(args, env) {
  const result = spawnSync(process.execPath, args, { env: { ...process.env, ...env }, maxBuffer: 1 << 28 });
  if (result.error !== undefined) throw result.error;
  if (result.status > 1) throw new Error(result.stderr.toString());
  return result;
}
