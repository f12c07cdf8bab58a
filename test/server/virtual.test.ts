import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { documentInfoRequest, validateWorkspaceRequest, type ValidateWorkspaceResult } from '../../src/server/protocol';
import { startClient, type Client } from '../support/client';
import { article, docfx } from '../support/docset';
import type { Files } from '../support/folder';
import { createMemoryFiles, type MemoryFiles } from '../support/memoryFiles';

const root = 'memfs://host/repo';
const missing = article({ 'ms.service': undefined });

async function opened(files: Files): Promise<{ client: Client; memory: MemoryFiles; uri: (path: string) => string }> {
  const memory = createMemoryFiles(root, files);
  const client = await startClient({
    folders: [root],
    prepare: (connection) => {
      memory.answer(connection);
    },
  });
  return { client, memory, uri: (path) => `${root}/${path}` };
}

describe('server: files that only the editor can read', () => {
  it('are checked with all that governs them', async () => {
    const { client, uri } = await opened({
      '.dynamics-docs.json': '{ "metadataSchema": ["dynamics", "ours.json"] }',
      'ours.json': '{ "properties": { "title": { "maxLength": 9 } } }',
      'docs/docfx.json': docfx({ globalMetadata: { 'ms.service': 'x' } }),
      'docs/a.md': missing,
      'docs/größe b.md': article({ 'ms.date': 'x' }),
    });
    await client.open(uri('docs/a.md'), missing);
    await client.shows(
      uri('docs/a.md'),
      'duplicate-title-within-docset',
      'string-length-invalid',
      'duplicate-description-within-docset',
    );
    await client.open(uri('docs/docfx.json'), docfx());
    await client.shows(
      uri('docs/a.md'),
      'ms-service-missing',
      'duplicate-title-within-docset',
      'string-length-invalid',
      'duplicate-description-within-docset',
    );
    assert.deepEqual(await client.connection.sendRequest(documentInfoRequest, { uri: uri('docs/a.md') }), {
      kind: 'article',
      docset: 'docs/docfx.json',
      schemas: ['dynamics', 'ours.json'],
      configuration: '.dynamics-docs.json',
    });
  });

  it('follow what changes there', async () => {
    const { client, memory, uri } = await opened({ 'docfx.json': docfx(), 'a.md': missing });
    await client.open(uri('a.md'), missing);
    await client.shows(uri('a.md'), 'ms-service-missing');
    memory.files.set(uri('docfx.json'), docfx({ globalMetadata: { 'ms.service': 'x' } }));
    await client.changedOnDisk(FileChangeType.Changed, uri('docfx.json'));
    await client.shows(uri('a.md'));
  });

  it('may hold bytes that are not UTF-8', async () => {
    const { client, uri } = await opened({
      'docfx.json': docfx(),
      'a.md': Buffer.from(article({ title: 'Zeiterfassung für Projekte' }), 'latin1'),
    });
    const result = await client.connection.sendRequest<ValidateWorkspaceResult>(validateWorkspaceRequest, {});
    assert.deepEqual([result.files, result.counts.warning], [1, 1]);
    await client.shows(uri('a.md'), 'file-not-utf8');
  });

  it('are asked for many at a time, but never without a bound', async () => {
    const folders = Array.from({ length: 100 }, (_, index) => `f${index}`);
    const paths = folders.map((name) => `${name}/a.md`);
    const { client, memory, uri } = await opened({
      'docfx.json': docfx({ globalMetadata: { 'ms.service': 'x' } }),
      ...Object.fromEntries(paths.map((path) => [path, missing])),
    });
    const result = await client.connection.sendRequest<ValidateWorkspaceResult>(validateWorkspaceRequest, {});
    assert.equal(result.files, 100);
    assert.equal(memory.mostAtOnce, 32);
    const timesAsked = (uri: string): number => memory.asked.filter((asked) => asked === uri).length;
    // Once each time that the workspace is read.
    assert.deepEqual(new Set(folders.map((name) => timesAsked(uri(name)))), new Set([timesAsked(root)]));
  });

  it('are reported once where one holds the other, as of the outer one', async () => {
    const memory = createMemoryFiles(root, {
      '.dynamics-docs.json': '{ "rules": { "ms-date-invalid": "off" } }',
      'inner/docfx.json': docfx(),
      'inner/b.md': article({ 'ms.date': 'x' }),
    });
    const folders = [`${root}/inner`];
    const client = await startClient({
      folders,
      prepare: (connection) => {
        memory.answer(connection);
      },
    });
    const b = `${root}/inner/b.md`;
    await client.open(b, article({ 'ms.date': 'x' }));
    await client.shows(b, 'ms-date-invalid');
    await client.changeFolders([root], []);
    await client.shows(b);
    await client.edit(b, article({ 'ms.date': 'x', 'ms.topic': 'y' }));
    await client.shows(b, 'ms-topic-invalid');
    await client.changeFolders([], [root]);
    await client.shows(b, 'ms-date-invalid', 'ms-topic-invalid');
  });

  it('are never looked for above the folder that is open', async () => {
    const { client, memory, uri } = await opened({ 'docfx.json': docfx(), 'a.md': missing });
    await client.open(uri('a.md'), missing);
    await client.isReady();
    assert.ok(memory.asked.length > 0);
    for (const asked of memory.asked) assert.ok(asked === root || asked.startsWith(`${root}/`), asked);
  });

  it('are left alone outside of every folder that is open', async () => {
    const { client, memory, uri } = await opened({ 'docfx.json': docfx(), 'a.md': missing });
    await client.open('memfs://host/elsewhere/a.md', missing);
    await client.open(uri('a.md'), missing);
    await client.shows(uri('a.md'), 'ms-service-missing');
    assert.deepEqual([...client.published.keys()], [uri('a.md')]);
    assert.ok(!memory.asked.some((asked) => asked.includes('elsewhere')));
  });
});

describe('server: a client that cannot read for it', () => {
  it('is told, and the server goes on', async () => {
    const client = await startClient({ folders: [root] });
    await client.open(`${root}/a.md`, missing);
    await client.until(
      () => client.errors.length > 0,
      () => 'a message in the log',
    );
    assert.match(client.errors.join(), /^Opening a document failed: /);
    client.errors.length = 0;
    const info = await client.connection.sendRequest(documentInfoRequest, { uri: 'untitled:x' });
    assert.deepEqual(info, { kind: 'other', docset: null, schemas: [], configuration: null });
    client.errors.length = 0;
  });
});
