import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type {
  CompletionItem,
  CompletionList,
  TextDocumentClientCapabilities,
} from 'vscode-languageserver-protocol/node';
import { startClient, uriOf, type Client } from '../support/client';
import { completeAtEnd, labelsOf } from '../support/completion';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { createMemoryFiles } from '../support/memoryFiles';

const files = {
  ...rootMark,
  'docfx.json': docfx(),
  'toc.yml': '',
  'a.md': article(),
  'guide/b.md': article({ title: 'Plan a *project*', description: 'How to *plan* it.' }),
  'guide/c.md': article({ title: 'Record time' }),
  'guide/media/a chart.png': 'PNG',
};
const folder = createFolder(files);
const markdown: TextDocumentClientCapabilities = {
  completion: { completionItem: { labelDetailsSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
};

function started(capabilities?: TextDocumentClientCapabilities, commands = false): Promise<Client> {
  return startClient({
    folders: [uriOf(folder.path)],
    ...(capabilities === undefined ? {} : { capabilities }),
    ...(commands ? { initializationOptions: { commands } } : {}),
  });
}

function complete(client: Client, path: string, body: string, trigger?: string): Promise<CompletionList | null> {
  const text = path.endsWith('.md') ? `${article()}\n${body}` : body;
  return completeAtEnd(client, uriOf(folder.at(path)), text, trigger);
}

async function resolved(client: Client, item: CompletionItem | undefined): Promise<unknown> {
  assert.ok(item);
  const { documentation } = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
  return documentation;
}

describe('server: completion of links', () => {
  it('gives each item whole, and explains a page when that is asked for', async () => {
    const client = await started(markdown);
    const uri = uriOf(folder.at('a.md'));
    const list = await complete(client, 'a.md', '[](guide/', '/');
    const at = (character: number): object => ({ line: 12, character });
    assert.deepEqual(list?.items[1], {
      label: 'c.md',
      kind: 17,
      filterText: 'guide/c.md Record time',
      sortText: '000001',
      textEdit: { range: { start: at(3), end: at(9) }, newText: 'guide/c.md' },
      additionalTextEdits: [{ range: { start: at(1), end: at(1) }, newText: 'Record time' }],
      detail: 'Record time',
      labelDetails: { description: 'Record time' },
      data: { uri, page: 'guide/c.md' },
    });
    assert.deepEqual(await resolved(client, list.items[0]), {
      kind: 'markdown',
      value: 'How to \\*plan\\* it.',
    });
  });

  it('offers pages, bookmarks and tables of contents by what is typed', async () => {
    const client = await started();
    assert.deepEqual(labelsOf(await complete(client, 'a.md', '[x](', '(')), [
      'guide/b.md',
      'guide/c.md',
      'guide/',
      '~/',
    ]);
    assert.deepEqual(labelsOf(await complete(client, 'a.md', '[x](guide/c.md#', '#')), ['heading']);
    assert.deepEqual(labelsOf(await complete(client, 'a.md', '## New\n\n[x](#', '#')), ['heading', 'new']);
    assert.deepEqual(labelsOf(await complete(client, 'a.md', '<a href="', '"'))?.slice(0, 1), ['guide/b.md']);
    assert.deepEqual(labelsOf(await complete(client, 'a.md', '[x]: ', ' '))?.slice(0, 1), ['guide/b.md']);
    const inTable = await complete(client, 'toc.yml', '- name: A\n  href: ', ' ');
    assert.deepEqual(labelsOf(inTable), ['a.md', 'guide/b.md', 'guide/c.md', 'guide/', '~/']);
    for (const [body, trigger] of [
      ['```\n[x](', '('],
      ['A "', '"'],
      ['a/', '/'],
      ['[!INCLUDE [x](', '#'],
    ] as const)
      assert.equal(await complete(client, 'a.md', body, trigger), null, body);
    assert.equal(await complete(client, 'docfx.json', '"[x](', '('), null);
  });

  it('offers all Markdown where nothing is built', async () => {
    const plain = createFolder({ ...rootMark, 'README.md': '# Read me\n\n## Why\n', 'notes/a.md': '# A\n' });
    const client = await startClient({ folders: [uriOf(plain.path)] });
    const uri = uriOf(plain.at('notes/a.md'));
    const list = await completeAtEnd(client, uri, '# A\n\n[x](', '(');
    assert.deepEqual([labelsOf(list), list?.isIncomplete], [['../README.md', '../', '~/'], false]);
    assert.deepEqual(labelsOf(await completeAtEnd(client, uri, '# A\n\n[x](../README.md#', '#')), ['read-me', 'why']);
    assert.deepEqual(labelsOf(await completeAtEnd(client, uri, '# A\n\n[x](#', '#')), ['a']);
  });

  it('shows a picture to whom it may', async () => {
    const picture = async (client: Client): Promise<unknown> =>
      resolved(client, (await complete(client, 'a.md', '![x](', '('))?.items[0]);
    const address = uriOf(folder.at('guide/media/a chart.png'));
    const value = `![a chart.png](${address})`;
    assert.deepEqual(await picture(await started(markdown)), { kind: 'markdown', value });
    const sized = `![a chart.png](${address}|width=300)`;
    assert.deepEqual(await picture(await started(markdown, true)), { kind: 'markdown', value: sized });
    assert.equal(await picture(await started()), undefined);
  });

  it('shows a picture that only the editor can read by what is in it, unless that is much', async () => {
    const root = 'memfs://host/repo';
    const memory = createMemoryFiles(root, { ...files, 'guide/media/large.png': 'x'.repeat(70_000) });
    const client = await startClient({
      folders: [root],
      capabilities: markdown,
      prepare: (connection) => {
        memory.answer(connection);
      },
    });
    const list = await completeAtEnd(client, `${root}/guide/b.md`, `${article()}\n![x](media/`, '/');
    assert.deepEqual(labelsOf(list), ['a chart.png', 'large.png']);
    const [small, large] = list?.items ?? [];
    const value = `![a chart.png](data:image/png;base64,${Buffer.from('PNG').toString('base64')})`;
    assert.deepEqual(await resolved(client, small), { kind: 'markdown', value });
    assert.equal(await resolved(client, large), undefined);
  });
});
