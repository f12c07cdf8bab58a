import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  articlesBelowRequest,
  effectiveMetadataRequest,
  fixAllInWorkspaceRequest,
  formatFrontMatterRequest,
  insertMetadataRequest,
  metadataKeysRequest,
  metadataTreeRequest,
  repositoryRootRequest,
  setMetadataRequest,
  updateDateRequest,
  type ArticleValue,
  type FileChanges,
  type FixAllInWorkspaceResult,
  type MetadataKey,
  type MetadataTree,
  type SnippetChange,
} from '../../src/server/metadataProtocol';
import type { DocumentChange, Refused } from '../../src/server/protocol';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, inherited, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';

const supplied = { author: 'w', 'ms.author': 'w', 'ms.service': 'x' };
const good = article({ ...inherited, 'ms.topic': 'how-to' });

function docset(more: Readonly<Record<string, string>> = {}): Folder {
  return createFolder({ ...rootMark, 'docfx.json': docfx({ globalMetadata: supplied }), ...more });
}

async function open(folder: Folder, path: string, text: string): Promise<{ client: Client; uri: string }> {
  const client = await startClient({ folders: [uriOf(folder.path)] });
  const uri = uriOf(folder.at(path));
  await client.open(uri, text);
  await client.isReady();
  return { client, uri };
}

function applied(text: string, changes: readonly DocumentChange[] | Refused): string {
  assert.ok(!('refused' in changes), JSON.stringify(changes));
  return TextDocument.applyEdits(TextDocument.create('file:///x', 'markdown', 1, text), [...changes]);
}

/** Key, state and value, a line a key. */
function shown(tree: MetadataTree | null): readonly string[] {
  assert.ok(tree);
  return tree.groups.flatMap(({ requirement, items }) =>
    items.map(({ key, state, value }) => `${requirement} ${key} ${state} ${value}`.trimEnd()),
  );
}

describe('server: metadata', () => {
  it('lists what an article has, also what is not saved, and nothing of other files', async () => {
    const folder = docset({ 'a.md': good, 'includes/x.md': 'Text\n' });
    const { client, uri } = await open(folder, 'a.md', good.replace('ms.topic: how-to\n', ''));
    const tree = await client.connection.sendRequest<MetadataTree | null>(metadataTreeRequest, { uri });
    assert.deepEqual(
      shown(tree).filter((line) => line.startsWith('required')),
      [
        'required title own Record time on a project in Contoso',
        'required description own Shows how a team member records time on a project in Contoso and submits it for the approval of a manager.',
        'required author inherited w',
        'required ms.author inherited w',
        'required ms.date own 10/29/2025',
        'required ms.topic missing',
        'required ms.service inherited x',
      ],
    );
    const author = tree?.groups.flatMap(({ items }) => items).find(({ key }) => key === 'author');
    const place = author?.place ?? undefined;
    assert.equal(place?.uri, uriOf(folder.at('docfx.json')));
    assert.deepEqual(place.range.start, { line: 13, character: 16 });

    const include = uriOf(folder.at('includes/x.md'));
    assert.equal(await client.connection.sendRequest(metadataTreeRequest, { uri: include }), null);
    assert.equal(await client.connection.sendRequest(metadataTreeRequest, { uri: 'untitled:Untitled-1' }), null);
  });

  it('counts what is being typed in docfx.json at once', async () => {
    const folder = docset({ 'a.md': good });
    const { client, uri } = await open(folder, 'a.md', good);
    const docfxUri = uriOf(folder.at('docfx.json'));
    const text = docfx({ globalMetadata: supplied });
    await client.open(docfxUri, text);
    await client.edit(docfxUri, text.replace('"author": "w"', '"author": "typed"'));
    const tree = await client.connection.sendRequest<MetadataTree | null>(metadataTreeRequest, { uri });
    assert.ok(shown(tree).includes('required author inherited typed'));
    const document = await client.connection.sendRequest<{ text: string }>(effectiveMetadataRequest, { uri });
    assert.match(document.text, /\n# docfx\.json:14:17, globalMetadata\nauthor: typed\n/);
  });

  it('inserts, sets and updates, with the line breaks of the file', async () => {
    const text = `\ufeff${good.replaceAll('\n', '\r\n')}`;
    const { client, uri } = await open(docset(), 'a.md', text);
    const ask = <R>(method: string, params: object): Promise<R> => client.connection.sendRequest<R>(method, params);
    // An editor has taken the mark at the start away.
    const bare = text.slice(1);
    const insertions = await ask<readonly SnippetChange[]>(insertMetadataRequest, {
      uri,
      keys: ['ms.custom', 'author'],
    });
    assert.deepEqual(
      insertions.map(({ range, snippet }) => [range.start.line, range.start.character, snippet]),
      [
        [3, 0, 'author: $1\n'],
        [5, 0, 'ms.custom: $2\n'],
      ],
    );
    const set = async (key: string, value: string | null): Promise<string> => {
      const files = await ask<readonly FileChanges[] | Refused>(setMetadataRequest, { uris: [uri], key, value });
      assert.ok(!('refused' in files), JSON.stringify(files));
      return applied(
        bare,
        files.flatMap(({ edits }) => edits),
      );
    };
    assert.equal(await set('ms.topic', 'concept'), bare.replace('how-to', 'concept'));
    assert.equal(await set('ms.topic', 'how-to'), bare);
    const description = /description: .*\r\n/.exec(bare)?.[0] ?? '';
    assert.equal(await set('author', null), bare.replace(description, `${description}author: w\r\n`));
    assert.deepEqual(await ask(setMetadataRequest, { uris: [uri], key: 'nobody', value: null }), {
      refused: "docfx.json does not supply 'nobody'.",
    });
    const dated = applied(bare, await ask(updateDateRequest, { uri, insertsKey: true }));
    assert.match(dated, /\r\nms\.date: \d\d\/\d\d\/\d{4}\r\n/);
    assert.equal(dated.replace(/ms\.date: .*\r\n/, ''), bare.replace(/ms\.date: .*\r\n/, ''));
  });

  it('formats the front matter, or a part of it', async () => {
    const text = '---\nms.topic:   how-to\ntitle:   T\n---\n\n# H\n\nx:   y\n';
    const { client, uri } = await open(docset(), 'a.md', text);
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    assert.equal(
      applied(text, await client.connection.sendRequest(formatFrontMatterRequest, { uri })),
      '---\ntitle: T\nms.topic: how-to\n---\n\n# H\n\nx:   y\n',
    );
    assert.equal(
      applied(text, await client.connection.sendRequest(formatFrontMatterRequest, { uri, range })),
      text.replace('ms.topic:   ', 'ms.topic: '),
    );
    // An editor without our commands formats through the protocol.
    const options = { tabSize: 2, insertSpaces: true };
    assert.equal(
      applied(text, await client.connection.sendRequest('textDocument/formatting', { textDocument: { uri }, options })),
      '---\ntitle: T\nms.topic: how-to\n---\n\n# H\n\nx:   y\n',
    );
  });

  it('says which articles a folder has, with their values, and which keys can be set', async () => {
    const folder = docset({
      'a.md': good,
      'guide/b.md': good.replace('ms.topic: how-to', 'ms.topic: concept\nauthor: own'),
      'guide/deep/c.md': good,
      'guide/includes/i.md': 'Text\n',
    });
    const { client } = await open(folder, 'a.md', good);
    const uri = uriOf(folder.at('guide'));
    const below = (key: string): Promise<readonly ArticleValue[]> =>
      client.connection.sendRequest(articlesBelowRequest, { uri, key });
    assert.deepEqual(
      (await below('author')).map(({ path, value, isOwn }) => [path, value, isOwn]),
      [
        ['b.md', 'own', true],
        ['deep/c.md', 'w', false],
      ],
    );
    assert.deepEqual(
      (await below('ms.custom')).map(({ path, value, isOwn }) => [path, value, isOwn]),
      [
        ['b.md', '', false],
        ['deep/c.md', '', false],
      ],
    );
    const keys = await client.connection.sendRequest<readonly MetadataKey[]>(metadataKeysRequest, { uri });
    assert.deepEqual(
      keys.slice(0, 3).map(({ key, requirement }) => [key, requirement]),
      [
        ['title', 'required'],
        ['description', 'required'],
        ['author', 'required'],
      ],
    );
    const topic = keys.find(({ key }) => key === 'ms.topic');
    assert.ok(topic?.values.includes('how-to'));
    assert.ok(!keys.some(({ key }) => key === 'ms.prod'), 'a retired key is not to be set');
    assert.deepEqual(await client.connection.sendRequest(repositoryRootRequest, { uri: `${uri}/b.md` }), {
      uri: uriOf(folder.path),
    });
  });

  it('works out every certain repair of the workspace, and writes none', async () => {
    const wrong = good.replace('ms.topic: how-to', 'ms.topic: how-to\nms.assetid:');
    const folder = docset({ 'a.md': good, 'b.md': wrong.replaceAll('\n', '\r\n'), 'c.md': good });
    // Text that is not saved counts.
    const { client, uri } = await open(folder, 'c.md', wrong);
    const result = await client.connection.sendRequest<FixAllInWorkspaceResult>(fixAllInWorkspaceRequest, {});
    assert.equal(result.cancelled, false);
    assert.equal(result.checked, 3);
    assert.deepEqual(
      result.files.map((file) => [file.uri, file.titles]),
      [
        [uriOf(folder.at('b.md')), ["Remove 'ms.assetid'"]],
        [uri, ["Remove 'ms.assetid'"]],
      ],
    );
    const [b, c] = result.files;
    assert.ok(b && c);
    assert.equal(applied(wrong.replaceAll('\n', '\r\n'), b.edits), good.replaceAll('\n', '\r\n'));
    assert.equal(applied(wrong, c.edits), good);
    assert.equal(readFileSync(folder.at('b.md'), 'utf8'), wrong.replaceAll('\n', '\r\n'));
  });

  it('tells how far it is with the workspace, and stops when it is asked to', async () => {
    const wrong = good.replace('ms.topic: how-to', 'ms.topic: how-to\nms.assetid:');
    const folder = docset(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`a${i}.md`, wrong])));
    const { client } = await open(folder, 'a0.md', good);
    const kinds: string[] = [];
    const source = new CancellationTokenSource();
    client.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      kinds.push(value.kind);
      if (value.kind === 'report') source.cancel();
    });
    const params = { workDoneToken: 'token' };
    const result = await client.connection.sendRequest<FixAllInWorkspaceResult>(
      fixAllInWorkspaceRequest,
      params,
      source.token,
    );
    assert.equal(result.cancelled, true);
    assert.deepEqual(result.files, []);
    assert.ok(result.checked < 300, `${result.checked} files`);
    assert.deepEqual([kinds[0], kinds[1], kinds.at(-1)], ['begin', 'report', 'end']);
  });

  it('refuses what is no article', async () => {
    const folder = docset({ 'includes/x.md': 'Text\n' });
    const { client, uri } = await open(folder, 'includes/x.md', 'Text\n');
    const refused = { refused: 'This is no article of a folder that is open.' };
    for (const [method, params] of [
      [insertMetadataRequest, { uri, keys: ['title'] }],
      [updateDateRequest, { uri, insertsKey: true }],
      [setMetadataRequest, { uris: [uri], key: 'title', value: 'x' }],
    ] as const)
      assert.deepEqual(await client.connection.sendRequest(method, params), refused);
    assert.deepEqual(await client.connection.sendRequest(formatFrontMatterRequest, { uri }), []);
  });
});
