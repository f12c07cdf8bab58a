import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Hover } from 'vscode-languageserver-protocol/node';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';

const folder = createFolder({
  ...rootMark,
  'docfx.json': docfx({ globalMetadata: { 'ms.service': 'sales', team: 'a' } }),
  'a.md': `${article({ team: 'b', 'ms.technology': 'x' })}\n[!INCLUDE [name](includes/name.md)] team: x\n`,
  'includes/name.md': 'Contoso\n',
});
const docfxUri = uriOf(folder.at('docfx.json'));
const uri = uriOf(folder.at('a.md'));

async function started(): Promise<Client> {
  const client = await startClient({ folders: [uriOf(folder.path)] });
  await client.open(uri);
  await client.isReady();
  return client;
}

function hover(client: Client, line: number, character: number, document = uri): Promise<Hover | null> {
  const params = { textDocument: { uri: document }, position: { line, character } };
  return client.connection.sendRequest('textDocument/hover', params);
}

const range = (line: number, start: number, end: number): object => ({
  start: { line, character: start },
  end: { line, character: end },
});

describe('server: hover on metadata', () => {
  it('explains a key and says where the inherited value stands', async () => {
    const client = await started();
    const value = `**team**\n\nOverrides \`a\` from [docfx.json:15](${docfxUri}#L15) (globalMetadata)`;
    assert.deepEqual(await hover(client, 8, 2), { contents: { kind: 'markdown', value }, range: range(8, 0, 4) });
    assert.deepEqual(await hover(client, 8, 7), { contents: { kind: 'markdown', value }, range: range(8, 6, 7) });
  });

  it('says what is retired and by what', async () => {
    const client = await started();
    assert.deepEqual(await hover(client, 9, 0), {
      contents: {
        kind: 'markdown',
        value:
          '**ms.technology** · Retired\n\nRetired: use `ms.subservice` instead.\n\nRetired in 2024: its values moved to ms.subservice.',
      },
      range: range(9, 0, 13),
    });
  });

  it('follows edits of the article and of docfx.json at once', async () => {
    const client = await started();
    await client.open(docfxUri, docfx({ globalMetadata: { 'ms.service': 'sales', team: 'c' } }));
    await client.edit(uri, '---\nteam: b\n---\n');
    const value = `**team**\n\nOverrides \`c\` from [docfx.json:15](${docfxUri}#L15) (globalMetadata)`;
    assert.deepEqual(await hover(client, 1, 0), { contents: { kind: 'markdown', value }, range: range(1, 0, 4) });
  });

  it('explains metadata in docfx.json', async () => {
    const client = await started();
    await client.open(docfxUri);
    const found = await hover(client, 13, 8, docfxUri);
    assert.match(
      (found?.contents as { value: string }).value,
      /^\*\*ms\.service\*\* · Service or product · required\n/,
    );
    assert.equal(await hover(client, 0, 0, docfxUri), null);
  });

  it('leaves the body to others', async () => {
    const client = await started();
    assert.equal(await hover(client, 14, 38), null);
    const ofInclude = await hover(client, 14, 3);
    assert.deepEqual(ofInclude?.range, range(14, 0, 35));
  });
});
