import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { includeChildrenRequest, type IncludeChildren, type IncludeChildrenParams } from '../../src/server/protocol';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';

const folder = createFolder({
  ...rootMark,
  'docfx.json': docfx(),
  'a.md': `${article()}\n[!INCLUDE [banner](~/includes/banner.md)]\n`,
  'b.md': `[!INCLUDE [name](includes/name.md)] [!INCLUDE [name](includes/name.md)]\n[!INCLUDE [gone](gone.md)]\n`,
  'includes/banner.md': 'For [!INCLUDE [name](name.md)] and [more](../b.md#heading)\n',
  'includes/name.md': 'Contoso\n',
});
const root = uriOf(folder.path);
const a = uriOf(folder.at('a.md'));
const b = uriOf(folder.at('b.md'));
const name = uriOf(folder.at('includes/name.md'));
const banner = uriOf(folder.at('includes/banner.md'));

const range = (line: number, start: number, end: number): object => ({
  start: { line, character: start },
  end: { line, character: end },
});
const startOfFile = range(0, 0, 0);

async function started(): Promise<Client> {
  const client = await startClient({ folders: [root] });
  await client.open(a);
  return client;
}

function children(client: Client, params: IncludeChildrenParams): Promise<IncludeChildren | null> {
  return client.connection.sendRequest(includeChildrenRequest, params);
}

describe('server: the tree of includes', () => {
  it('answers what a file includes, level by level', async () => {
    const client = await started();
    assert.deepEqual(await children(client, { uri: a, direction: 'includes', chain: [] }), {
      root,
      children: [
        {
          path: 'includes/banner.md',
          status: 'ok',
          exists: true,
          from: 'a.md',
          places: [range(12, 0, 41)],
          count: 1,
        },
      ],
    });
    assert.deepEqual(await children(client, { uri: a, direction: 'includes', chain: ['includes/banner.md'] }), {
      root,
      children: [
        {
          path: 'includes/name.md',
          status: 'ok',
          exists: true,
          from: 'includes/banner.md',
          places: [range(0, 4, 30)],
          count: 0,
        },
      ],
    });
    const ofB = await children(client, { uri: b, direction: 'includes', chain: [] });
    assert.deepEqual(
      ofB?.children.map(({ path, status, places }) => [path, status, places.length]),
      [
        ['includes/name.md', 'ok', 2],
        ['gone.md', 'not-found', 1],
      ],
    );
  });

  it('answers who includes a file once every file was read, unsaved text included', async () => {
    const client = await started();
    const ofName = { uri: name, direction: 'dependents' } as const;
    assert.deepEqual(await children(client, { ...ofName, chain: [] }), {
      root,
      children: [
        {
          path: 'b.md',
          status: 'ok',
          exists: true,
          from: 'b.md',
          places: [range(0, 0, 35), range(0, 36, 71)],
          count: 0,
        },
        {
          path: 'includes/banner.md',
          status: 'ok',
          exists: true,
          from: 'includes/banner.md',
          places: [range(0, 4, 30)],
          count: 1,
        },
      ],
    });
    const users = await children(client, { ...ofName, chain: ['includes/banner.md'] });
    assert.deepEqual(
      users?.children.map(({ path }) => path),
      ['a.md'],
    );
    await client.edit(a, '[!INCLUDE [name](includes/name.md)]');
    const afterEdit = await children(client, { ...ofName, chain: [] });
    assert.deepEqual(
      afterEdit?.children.map(({ path, count }) => [path, count]),
      [
        ['a.md', 0],
        ['b.md', 0],
        ['includes/banner.md', 0],
      ],
    );
  });

  it('has none for what belongs to no repository', async () => {
    const client = await started();
    assert.equal(await children(client, { uri: 'untitled:x.md', direction: 'includes', chain: [] }), null);
  });
});

describe('server: what a directive answers', () => {
  const ask = (client: Client, method: string, uri: string, line: number, character: number): Promise<unknown> =>
    client.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri },
      position: { line, character },
      ...(method === 'references' ? { context: { includeDeclaration: false } } : {}),
    });

  it('is its content on hover, with links that work there', async () => {
    const client = await started();
    assert.deepEqual(await ask(client, 'hover', a, 12, 3), {
      contents: {
        kind: 'markdown',
        value: `[includes/banner.md](${banner})\n\n---\n\nFor Contoso and [more](${b}#heading)`,
      },
      range: range(12, 0, 41),
    });
    assert.equal(await ask(client, 'hover', a, 10, 0), null);
    await client.open(b);
    assert.deepEqual(await ask(client, 'hover', b, 1, 0), {
      contents: { kind: 'markdown', value: "Invalid include link: 'gone.md'." },
      range: range(1, 0, 26),
    });
  });

  it('is its file as the definition, anywhere in it', async () => {
    const client = await started();
    const found = (originSelectionRange: object): object[] => [
      { originSelectionRange, targetUri: banner, targetRange: startOfFile, targetSelectionRange: startOfFile },
    ];
    assert.deepEqual(await ask(client, 'definition', a, 12, 0), found(range(12, 0, 41)));
    assert.deepEqual(await ask(client, 'definition', a, 12, 25), found(range(12, 19, 39)));
    assert.equal(await ask(client, 'definition', a, 11, 0), null);
  });

  it('is a link on its path', async () => {
    const client = await started();
    const links = await client.connection.sendRequest('textDocument/documentLink', { textDocument: { uri: a } });
    assert.deepEqual(links, [{ range: range(12, 19, 39), target: banner, tooltip: 'includes/banner.md' }]);
  });

  it('is who else includes its file; elsewhere in a file, who includes that', async () => {
    const client = await started();
    const users = [
      { uri: b, range: range(0, 17, 33) },
      { uri: b, range: range(0, 53, 69) },
      { uri: banner, range: range(0, 21, 28) },
    ];
    await client.open(name);
    assert.deepEqual(await ask(client, 'references', name, 0, 5), users);
    assert.deepEqual(await ask(client, 'references', banner, 0, 10), users);
    assert.deepEqual(await ask(client, 'references', a, 0, 0), []);
  });
});
