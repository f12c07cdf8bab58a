import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-protocol/node';
import { startClient, uriOf, type Client, type ClientOptions } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';

const folder = createFolder({
  ...rootMark,
  'docfx.json': docfx(),
  'a.md': `${article()}\n[!INCLUDE [name](includes/name.md)]\n`,
  'b.md': article(),
  'includes/name.md': '---\nms.topic: include\n---\nContoso *Projects*\n',
  'includes/banner.md':
    '> [!NOTE]\n> For [!INCLUDE [name](name.md)].\n\n![Chart](../media/a%20chart.png) [more](<../b.md#heading>)\n',
});
const uri = uriOf(folder.at('b.md'));

async function started(options: Partial<ClientOptions> = {}): Promise<Client> {
  const client = await startClient({ folders: [uriOf(folder.path)], ...options });
  await client.open(uri);
  await client.isReady();
  return client;
}

/** Asks at the end of a line that is added to the article. */
async function complete(client: Client, line: string, behind = ''): Promise<CompletionList | null> {
  const text = article();
  await client.edit(uri, `${text}${line}${behind}\n`);
  const position: Position = { line: text.split('\n').length - 1, character: line.length };
  return client.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
}

const range = (start: number, end: number): object => ({
  start: { line: 11, character: start },
  end: { line: 11, character: end },
});

describe('server: completion of includes', () => {
  it('gives each item whole', async () => {
    const client = await started();
    assert.deepEqual(await complete(client, '[!INCLUDE [name](', ')]'), {
      isIncomplete: false,
      items: [
        {
          label: 'name.md',
          kind: 17,
          filterText: 'includes/name.md',
          sortText: '000000',
          textEdit: { range: range(17, 17), newText: 'includes/name.md' },
          detail: 'includes/name.md',
          data: { uri, preview: 'includes/name.md' },
        },
        {
          label: 'banner.md',
          kind: 17,
          filterText: 'includes/banner.md',
          sortText: '000001',
          textEdit: { range: range(17, 17), newText: 'includes/banner.md' },
          detail: 'includes/banner.md',
          data: { uri, preview: 'includes/banner.md' },
        },
        {
          label: '~/',
          kind: 19,
          filterText: '~/',
          sortText: '2~/',
          textEdit: { range: range(17, 17), newText: '~/' },
          detail: '/',
        },
        {
          label: 'includes/',
          kind: 19,
          filterText: 'includes/',
          sortText: '1includes/',
          textEdit: { range: range(17, 17), newText: 'includes/' },
          detail: 'includes/',
        },
        {
          label: 'a.md',
          kind: 17,
          filterText: 'a.md',
          sortText: '3a.md',
          textEdit: { range: range(17, 17), newText: 'a.md' },
          detail: 'a.md',
          data: { uri, preview: 'a.md' },
        },
      ],
    });
  });

  it('explains an item by the content of its file when that is asked for', async () => {
    const client = await started();
    const list = await complete(client, '[!INCLUDE [ban');
    const banner = list?.items[1];
    assert.equal(banner?.documentation, undefined);
    const explained = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', banner);
    assert.deepEqual(explained, {
      ...banner,
      documentation: {
        kind: 'markdown',
        value:
          `> **Note**  \n> For Contoso *Projects*.\n\n` +
          `![Chart](${uriOf(folder.at('media/a chart.png'))}) [more](<${uriOf(folder.at('b.md'))}#heading>)`,
      },
    });
    const strange = { label: 'x', data: { provider: 'other' } };
    assert.deepEqual(await client.connection.sendRequest('completionItem/resolve', strange), strange);
  });

  it('takes snippets, details and a command only from clients that know them', async () => {
    const plain = await complete(await started(), '[!inc');
    assert.deepEqual(plain?.items[0], {
      label: '[!include]',
      kind: 15,
      filterText: '[!include [',
      sortText: '0',
      textEdit: { range: range(0, 5), newText: '[!include [label](path.md)]' },
      detail: '[!INCLUDE [label](path)]',
    });
    const client = await started({
      capabilities: { completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } } },
      initializationOptions: { suggestCommand: 'show.more' },
    });
    const [directive] = (await complete(client, '[!inc'))?.items ?? [];
    assert.deepEqual(directive, {
      ...plain.items[0],
      textEdit: { range: range(0, 5), newText: '[!include [$1]($2)]$0' },
      insertTextFormat: 2,
      command: { title: 'Suggest', command: 'show.more' },
    });
    const label = (await complete(client, '[!INCLUDE [', ']'))?.items[0];
    assert.deepEqual(label, {
      label: 'name',
      kind: 17,
      filterText: 'name includes/name.md',
      sortText: '000000',
      textEdit: { range: range(11, 12), newText: 'name](includes/name.md)]' },
      detail: 'includes/name.md',
      labelDetails: { description: 'includes' },
      data: { uri, preview: 'includes/name.md' },
    });
  });

  it('follows edits and files at once', async () => {
    const client = await started();
    assert.equal(await complete(client, 'text ('), null);
    assert.equal(await complete(client, '    [!'), null);
    await client.open(uriOf(folder.at('includes/name.md')), '[!INCLUDE [b](../b.md)]');
    // Now it leads back here, and so does what includes it.
    const labels = (await complete(client, '[!INCLUDE [x](~/includes/', ')]'))?.items.map(({ label }) => label);
    assert.deepEqual(labels, []);
  });

  it('answers for no other kind of document', async () => {
    const client = await started();
    const docfxUri = uriOf(folder.at('docfx.json'));
    await client.open(docfxUri, '"[!INCLUDE ["');
    const params = { textDocument: { uri: docfxUri }, position: { line: 0, character: 12 } };
    assert.equal(await client.connection.sendRequest('textDocument/completion', params), null);
    const untitled = { textDocument: { uri: 'untitled:a.md' }, position: { line: 0, character: 0 } };
    assert.equal(await client.connection.sendRequest('textDocument/completion', untitled), null);
  });
});
