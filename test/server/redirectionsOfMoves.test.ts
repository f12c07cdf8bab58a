import assert from 'node:assert/strict';
import { mkdirSync, renameSync } from 'node:fs';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { redirectionsOfMovesRequest, type RedirectionsOfMoves } from '../../src/server/protocol';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files, type Folder } from '../support/folder';

const redirections = '.openpublishing.redirection.json';

/** Entries that tell below which path the docset is published, and one that leads to what moves. */
const before =
  '\uFEFF{ "redirections": [\r\n' +
  '  { "source_path": "old-a.md", "redirect_url": "/contoso/a" },\r\n' +
  '  { "source_path": "old-b.md", "redirect_url": "/contoso/sub/b" },\r\n' +
  '  { "source_path": "new/c.md", "redirect_url": "/contoso/d" }\r\n' +
  '] }\r\n';

const files: Files = {
  'a.md': article(),
  'sub/b.md': article({ title: 'Approve time on a project' }),
  'sub/c.md': article({ title: 'Close a project' }),
  'd.md': article({ title: 'Plan a project' }),
  'includes/x.md': 'Text\n',
  [redirections]: before,
};

interface Opened {
  readonly folder: Folder;
  readonly client: Client;
  readonly uri: (path: string) => string;
}

async function opened(all = files): Promise<Opened> {
  const folder = createFolder({ ...rootMark, 'docfx.json': docfx(), ...all });
  const client = await startClient({ folders: [uriOf(folder.path)] });
  const uri = (path: string): string => uriOf(folder.at(path));
  await client.open(uri('d.md'));
  await client.isReady();
  return { folder, client, uri };
}

/** Moves a file or folder, and asks at once. */
async function move({ folder, client, uri }: Opened, from: string, to: string): Promise<RedirectionsOfMoves> {
  mkdirSync(folder.at(to).replace(/[\\/][^\\/]*$/, ''), { recursive: true });
  renameSync(folder.at(from), folder.at(to));
  const params = { files: [{ oldUri: uri(from), newUri: uri(to) }] };
  await client.connection.sendNotification('workspace/didRenameFiles', params);
  return client.connection.sendRequest<RedirectionsOfMoves>(redirectionsOfMovesRequest, params);
}

function changed({ uri }: Opened, { files: changes }: RedirectionsOfMoves, text: string): string {
  assert.deepEqual(
    changes.map((file) => file.uri),
    [uri(redirections)],
  );
  const [{ edits } = { edits: [] }] = changes;
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);
}

describe('server: redirections of what moves', () => {
  it('lead to the new places of the articles of a folder, without chains', async () => {
    const opening = await opened();
    const answer = await move(opening, 'sub', 'new');
    assert.deepEqual(answer.articles, [
      { source: 'sub/b.md', url: '/contoso/new/b' },
      { source: 'sub/c.md', url: '/contoso/new/c' },
    ]);
    assert.deepEqual(answer.refused, []);
    assert.equal(
      changed(opening, answer, before.slice(1)),
      '{ "redirections": [\r\n' +
        '  { "source_path": "old-a.md", "redirect_url": "/contoso/a" },\r\n' +
        '  { "source_path": "old-b.md", "redirect_url": "/contoso/new/b" },\r\n' +
        '  { "source_path": "sub/b.md", "redirect_url": "/contoso/new/b" },\r\n' +
        '  { "source_path": "sub/c.md", "redirect_url": "/contoso/new/c" }\r\n' +
        '] }\r\n',
    );
  });

  it('go by the text in the editor', async () => {
    const opening = await opened();
    const { client, uri } = opening;
    await client.open(uri(redirections), '{}');
    const typed = before.slice(1).replaceAll('/contoso/', '/other/');
    await client.edit(uri(redirections), typed);
    const answer = await move(opening, 'd.md', 'deep/e.md');
    assert.deepEqual(answer.articles, [{ source: 'd.md', url: '/other/deep/e' }]);
    assert.match(changed(opening, answer, typed), /"source_path": "d\.md", "redirect_url": "\/other\/deep\/e"/);
  });

  it('are none for what is no article, and where nothing is redirected', async () => {
    const none = { articles: [], files: [], refused: [] };
    assert.deepEqual(await move(await opened(), 'includes/x.md', 'includes/y.md'), none);
    const plain = { 'a.md': files['a.md'] ?? '', 'd.md': files['d.md'] ?? '' };
    assert.deepEqual(await move(await opened(plain), 'a.md', 'b.md'), none);
  });
});
