import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { InlayHint } from 'vscode-languageserver-protocol/node';
import { startClient, uriOf, type Client, type ClientOptions } from '../support/client';
import { docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';

const folder = createFolder({
  ...rootMark,
  'docfx.json': docfx({ globalMetadata: { team: 'a' } }),
  'a.md': '---\ntitle: x\n---\n\n# Heading\n',
  'includes/b.md': '---\nms.topic: include\n---\nText\n',
});
const docfxUri = uriOf(folder.at('docfx.json'));
const uri = uriOf(folder.at('a.md'));

async function started(options: Partial<ClientOptions> = {}): Promise<Client> {
  const client = await startClient({ folders: [uriOf(folder.path)], ...options });
  await client.open(uri);
  await client.isReady();
  return client;
}

function hints(client: Client, document = uri, lines = [0, 5]): Promise<InlayHint[] | null> {
  const range = { start: { line: lines[0] ?? 0, character: 0 }, end: { line: lines[1] ?? 0, character: 0 } };
  return client.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri: document }, range });
}

async function text(client: Client): Promise<string | undefined> {
  const [hint] = (await hints(client)) ?? [];
  return typeof hint?.label === 'string' ? hint.label : hint?.label.map(({ value }) => value).join('');
}

describe('server: inlay hints', () => {
  it('show what an article inherits, with the place it comes from', async () => {
    const client = await started();
    const tooltip = {
      kind: 'markdown',
      value: `Inherited metadata:\n\n- \`team\`: \`a\` — [docfx.json:14](${docfxUri}#L14) (globalMetadata)`,
    };
    const range = { start: { line: 13, character: 7 }, end: { line: 13, character: 11 } };
    assert.deepEqual(await hints(client), [
      {
        position: { line: 2, character: 3 },
        paddingLeft: true,
        label: [
          { value: 'inherits ', tooltip },
          { value: 'team: a', tooltip, location: { uri: docfxUri, range } },
        ],
      },
    ]);
  });

  it('are given for the lines that are asked for, and for articles alone', async () => {
    const client = await started();
    assert.equal(await hints(client, uri, [3, 5]), null);
    const include = uriOf(folder.at('includes/b.md'));
    await client.open(include);
    assert.equal(await hints(client, include), null);
    await client.open(docfxUri);
    assert.equal(await hints(client, docfxUri), null);
  });

  it('follow edits', async () => {
    const client = await started();
    await client.edit(uri, '---\nteam: own\n---\n');
    assert.equal(await hints(client), null);
  });

  it('can be off, also later', async () => {
    const off = (): object => ({ inlayHints: { inherited: false } });
    const client = await started({ settings: off });
    assert.equal(await hints(client), null);
    await client.changeSettings(() => ({}));
    await client.isReady(2);
    assert.equal(await text(client), 'inherits team: a');
  });

  it('are asked for again when what articles inherit is another', async () => {
    let refreshes = 0;
    const arrived: (() => void)[] = [];
    const client = await started({
      workspaceCapabilities: { inlayHint: { refreshSupport: true } },
      prepare: (connection) => {
        connection.onRequest('workspace/inlayHint/refresh', () => {
          refreshes++;
          for (const done of arrived.splice(0)) done();
          return null;
        });
      },
    });
    await client.open(docfxUri);
    const before = refreshes;
    const refreshed = new Promise<void>((resolve) => arrived.push(resolve));
    await client.edit(docfxUri, docfx({ globalMetadata: { team: 'b' } }));
    await refreshed;
    assert.ok(refreshes > before);
    assert.equal(await text(client), 'inherits team: b');
  });
});
