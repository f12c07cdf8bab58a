import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { validateWorkspaceRequest } from '../../src/server/protocol';
import { startClient, uriOf } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files } from '../support/folder';

const wrong = article({ 'ms.date': 'x' });
const found = 'ms-date-invalid';

function docset(files: Files = {}): ReturnType<typeof createFolder> {
  return createFolder({ 'docfx.json': docfx(), 'a.md': wrong, ...files });
}

describe('server: workspace folders that come and go', () => {
  it('take the findings of their files along, and bring theirs', async () => {
    const [one, two] = [docset({ 'b.md': wrong.replace('x', 'y') }), docset()];
    const client = await startClient({ folders: [uriOf(one.path)] });
    const [a, b, c] = [uriOf(one.at('a.md')), uriOf(one.at('b.md')), uriOf(two.at('a.md'))];
    await client.open(a);
    await client.connection.sendRequest(validateWorkspaceRequest, {});
    const shared = ['duplicate-title-within-docset', 'duplicate-description-within-docset', found];
    await client.shows(a, ...shared);
    await client.shows(b, ...shared);
    await client.close(a);

    await client.changeFolders([uriOf(two.path)], [uriOf(one.path)]);
    await client.shows(a);
    await client.shows(b);
    await client.open(c);
    await client.shows(c, found);
    await client.edit(c, article());
    await client.shows(c);
  });

  it('bring the findings of documents that were open before', async () => {
    // Nothing around the second one tells that it is documentation.
    const [one, two] = [docset(), createFolder({ 'a.md': wrong })];
    const client = await startClient({ folders: [uriOf(one.path)] });
    const [a, b] = [uriOf(one.at('a.md')), uriOf(two.at('a.md'))];
    await client.open(b);
    await client.open(a);
    await client.shows(a, found);
    assert.equal(client.codesOf(b), undefined);

    await client.changeFolders([uriOf(two.path)], []);
    await client.shows(b, found);
  });

  it('leave an open document the findings of a lone file, where its repository is marked', async () => {
    const folder = docset({ ...rootMark, 'docs/b.md': wrong.replace('Record time', 'Record hours') });
    const client = await startClient({ folders: [uriOf(folder.at('docs'))] });
    const [a, b] = [uriOf(folder.at('a.md')), uriOf(folder.at('docs/b.md'))];
    await client.open(b);
    await client.connection.sendRequest(validateWorkspaceRequest, {});
    await client.shows(a, 'duplicate-description-within-docset', found);
    await client.changeFolders([], [uriOf(folder.at('docs'))]);
    await client.shows(a);
    await client.shows(b, 'duplicate-description-within-docset', found);
  });

  it('may be renamed on disk, which is one that goes and one that comes', async () => {
    const [before, after] = [docset(), docset()];
    const client = await startClient({ folders: [uriOf(before.path)] });
    const [a, b] = [uriOf(before.at('a.md')), uriOf(after.at('a.md'))];
    await client.open(a);
    await client.shows(a, found);
    await client.close(a);
    before.remove('.');
    await client.changeFolders([uriOf(after.path)], [uriOf(before.path)]);
    await client.open(b);
    await client.shows(b, found);
    assert.deepEqual(client.codesOf(a), []);
  });
});

describe('server: other versions of an article', () => {
  it('have no findings beside it, whatever their scheme is', async () => {
    const folder = docset();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const a = uriOf(folder.at('a.md'));
    const others = ['git', 'vscode-local-history', 'vscode-chat-code-block'].map((scheme) =>
      a.replace(/^file:/, `${scheme}:`),
    );
    for (const uri of [...others, 'untitled:Untitled-1']) await client.open(uri, wrong);
    await client.open(a);
    await client.shows(a, found);
    await client.connection.sendRequest(validateWorkspaceRequest, {});
    for (const uri of others) await client.edit(uri, wrong.replace('x', 'y'));
    await client.edit(a, wrong.replace('x', 'z'));
    await client.isReady();
    assert.deepEqual([...client.published.keys()], [a]);
  });
});
