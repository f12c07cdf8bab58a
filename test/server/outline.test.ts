import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DocumentSymbol, FoldingRange, Hover } from 'vscode-languageserver-protocol/node';
import { startClient, uriOf, type Client, type ClientOptions } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';

const folder = createFolder({
  ...rootMark,
  'docfx.json': docfx(),
  '.dynamics-docs.json': JSON.stringify({
    articleProfiles: [
      {
        name: 'release-note',
        sections: [
          { id: 'what', titles: ['What is new'], required: true, guidance: 'One change a line.' },
          { id: 'why', titles: ['Why'] },
        ],
      },
    ],
  }),
  'a.md': `${article()}
**What is new**

Text.

[!INCLUDE [more](more.md)]

**Why**

Text.
`,
  'b.md': article(),
  'more.md': '## More\n',
  'includes/c.md': '## Part\n\nText.\n',
});
const uri = uriOf(folder.at('a.md'));

async function started(options: Partial<ClientOptions> = {}): Promise<Client> {
  const client = await startClient({ folders: [uriOf(folder.path)], ...options });
  await client.open(uri);
  return client;
}

function symbols(client: Client, document = uri): Promise<DocumentSymbol[] | null> {
  return client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: document } });
}

function folding(client: Client, document = uri): Promise<FoldingRange[] | null> {
  return client.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: document } });
}

const range = (startLine: number, start: number, endLine: number, end: number): object => ({
  start: { line: startLine, character: start },
  end: { line: endLine, character: end },
});

describe('server: outline', () => {
  it('has sections and what includes bring below the heading', async () => {
    const client = await started();
    assert.deepEqual(client.initialized?.capabilities.documentSymbolProvider, { label: 'Dynamics Docs' });
    assert.deepEqual(await symbols(client), [
      {
        name: '# Heading',
        kind: 15,
        range: range(10, 0, 21, 0),
        selectionRange: range(10, 0, 10, 9),
        children: [
          {
            name: 'What is new',
            kind: 15,
            range: range(12, 0, 15, 0),
            selectionRange: range(12, 0, 12, 15),
            children: [],
          },
          {
            name: '## More',
            detail: 'more.md',
            kind: 15,
            range: range(16, 0, 17, 0),
            selectionRange: range(16, 0, 16, 26),
            children: [],
          },
          { name: 'Why', kind: 15, range: range(18, 0, 21, 0), selectionRange: range(18, 0, 18, 7), children: [] },
        ],
      },
    ]);
  });

  it('follows edits of the article and of what it includes at once, also where they are not checked yet', async () => {
    const client = await started({ settings: () => ({ validate: { debounce: 100_000 } }) });
    const more = uriOf(folder.at('more.md'));
    await client.open(more);
    await client.edit(more, '# Other\n');
    await client.edit(uri, '---\ntitle: x\n---\n\n[!INCLUDE [more](more.md)]\n');
    const names = (await symbols(client))?.map(({ name, detail }) => [name, detail]);
    assert.deepEqual(names, [['# Other', 'more.md']]);
  });

  it('says what an editor lacks that shows headings itself', async () => {
    const client = await started({ initializationOptions: { headings: true } });
    const [top] = (await symbols(client)) ?? [];
    assert.equal(top?.children?.length, 3);
    const other = uriOf(folder.at('b.md'));
    await client.open(other);
    assert.deepEqual(await symbols(client, other), []);
    assert.deepEqual(await folding(client), [
      { startLine: 0, endLine: 8, kind: 'region' },
      { startLine: 12, endLine: 16 },
      { startLine: 18, endLine: 20 },
    ]);
  });

  it('folds headings as well in other editors, in include files too', async () => {
    const client = await started();
    const lines = (await folding(client))?.map(({ startLine, endLine }) => [startLine, endLine]);
    assert.deepEqual(lines, [
      [0, 8],
      [10, 20],
      [12, 16],
      [18, 20],
    ]);
    const include = uriOf(folder.at('includes/c.md'));
    await client.open(include);
    assert.deepEqual(await folding(client, include), [{ startLine: 0, endLine: 2 }]);
    assert.deepEqual(
      (await symbols(client, include))?.map(({ name }) => name),
      ['## Part'],
    );
    assert.equal(await symbols(client, uriOf(folder.at('docfx.json'))), null);
    assert.equal(await folding(client, uriOf(folder.at('gone.md'))), null);
  });

  it('explains a section by the guidance of the team', async () => {
    const client = await started();
    const at = (line: number): Promise<Hover | null> =>
      client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line, character: 4 },
      });
    assert.deepEqual(await at(12), {
      contents: {
        kind: 'markdown',
        value: '**What is new** · required · release-note\n\nOne change a line.\n\nNext: **Why** (optional)',
      },
      range: range(12, 0, 12, 15),
    });
    assert.equal(await at(14), null);
  });
});
