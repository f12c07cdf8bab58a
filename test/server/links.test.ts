import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { CodeActionKind, FileChangeType, type CodeAction } from 'vscode-languageserver-protocol/node';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';

interface Opened {
  readonly client: Client;
  readonly folder: Folder;
  readonly uri: (path: string) => string;
}

async function open(links: string): Promise<Opened> {
  const folder = createFolder({
    ...rootMark,
    'docfx.json': docfx({ content: [{ files: ['**/*.md', '**/*.yml'] }] }),
    '.dynamics-docs.json': '{ "rules": { "duplicate-description-within-docset": "off" } }',
    'a.md': `${article({ title: 'Approve time on a project' })}\n${links}\n`,
    'b.md': `${article()}\n## Part\n`,
    'TOC.yml': '- name: B\n  href: b.md\n',
    '.openpublishing.redirection.json': '{ "redirections": [] }',
  });
  const uri = (path: string): string => uriOf(folder.at(path));
  const client = await startClient({ folders: [uriOf(folder.path)] });
  await client.open(uri('a.md'));
  return { client, folder, uri };
}

describe('links in the editor', () => {
  it('are judged again when the heading that they name is edited in another document', async () => {
    const { client, uri } = await open('[b](b.md#part)');
    await client.open(uri('b.md'));
    await client.edit(uri('b.md'), `${article()}\n## Parts\n`);
    await client.shows(uri('a.md'), 'bookmark-not-found');
    await client.edit(uri('b.md'), `${article()}\n## Part\n`);
    await client.shows(uri('a.md'));
  });

  it('are judged again when files come and go, and redirections do', async () => {
    const { client, folder, uri } = await open('![b](b.png)');
    await client.shows(uri('a.md'), 'file-not-found');
    writeFileSync(folder.at('b.png'), '');
    await client.changedOnDisk(FileChangeType.Created, uri('b.png'));
    await client.shows(uri('a.md'));
    folder.remove('b.png');
    await client.changedOnDisk(FileChangeType.Deleted, uri('b.png'));
    await client.shows(uri('a.md'), 'file-not-found');
    await client.open(uri('.openpublishing.redirection.json'));
    await client.edit(uri('.openpublishing.redirection.json'), '{ "redirections": { "b.png": "/contoso/b" } }');
    await client.shows(uri('a.md'), 'redirected-link');
  });

  it('are judged again when a folder comes, goes and comes again, of whose files nothing is told', async () => {
    const { client, folder, uri } = await open('![c](media/steps/c.png)\n[d](media/d.md#part)');
    await client.shows(uri('a.md'), 'file-not-found', 'file-not-found');
    folder.write({ 'media/steps/c.png': '', 'media/d.md': `${article()}\n## Part\n` });
    await client.changedOnDisk(FileChangeType.Created, uri('media'));
    await client.shows(uri('a.md'));
    folder.remove('media');
    await client.changedOnDisk(FileChangeType.Deleted, uri('media'));
    await client.shows(uri('a.md'), 'file-not-found', 'file-not-found');
    folder.write({ 'media/steps/c.png': '' });
    await client.changedOnDisk(FileChangeType.Changed, uri('media'));
    await client.shows(uri('a.md'), 'file-not-found');
  });

  it('are judged before the client hears that a change was taken over, which it does not of what git writes for itself', async () => {
    const { client, folder, uri } = await open('![c](media/c.png)');
    await client.shows(uri('a.md'), 'file-not-found');
    await client.changedOnDisk(FileChangeType.Changed, uri('.git/index'));
    folder.write({ 'media/c.png': '' });
    await client.changedOnDisk(FileChangeType.Created, uri('media'));
    await client.until(
      () => client.diskChanges > 0,
      () => 'to hear of the change',
    );
    assert.deepEqual([client.diskChanges, client.codesOf(uri('a.md'))], [1, []]);
  });

  it('are judged again when a page is deleted that stays open', async () => {
    const { client, folder, uri } = await open('[b](b.md)');
    await client.open(uri('b.md'));
    await client.isReady();
    folder.remove('b.md');
    await client.changedOnDisk(FileChangeType.Deleted, uri('b.md'));
    await client.shows(uri('a.md'), 'file-not-found');
    await client.close(uri('b.md'));
    folder.write({ 'b.md': article() });
    await client.changedOnDisk(FileChangeType.Created, uri('b.md'));
    await client.shows(uri('a.md'));
  });

  it('are judged again when a folder that they name comes and goes', async () => {
    const { client, folder, uri } = await open('[guide](guide)');
    await client.shows(uri('a.md'), 'file-not-found');
    folder.write({ 'guide/g.md': article({ title: 'Close a project in Contoso' }) });
    await client.changedOnDisk(FileChangeType.Created, uri('guide/g.md'));
    await client.shows(uri('a.md'));
    folder.remove('guide');
    await client.changedOnDisk(FileChangeType.Deleted, uri('guide'));
    await client.shows(uri('a.md'), 'file-not-found');
  });

  it('of a table of contents in Markdown are judged, and nothing else of it, whatever governs it', async () => {
    const { client, folder, uri } = await open('');
    await client.open(uri('guide/TOC.md'), '# [b](../b.md)\n# [gone](gone.md)\n');
    await client.shows(uri('guide/TOC.md'), 'file-not-found');
    folder.write({ '.dynamics-docs.json': '{ "rules": { "file-not-found": "off" } }' });
    await client.changedOnDisk(FileChangeType.Changed, uri('.dynamics-docs.json'));
    await client.shows(uri('guide/TOC.md'));
  });

  it('of a table of contents are judged, and nothing else of it, when redirections change', async () => {
    const { client, folder, uri } = await open('');
    await client.isReady();
    await client.open(uri('TOC.yml'));
    folder.remove('b.md');
    await client.changedOnDisk(FileChangeType.Deleted, uri('b.md'));
    await client.shows(uri('TOC.yml'), 'file-not-found');
    folder.write({ '.openpublishing.redirection.json': '{ "redirections": { "b.md": "/contoso/b" } }' });
    await client.changedOnDisk(FileChangeType.Changed, uri('.openpublishing.redirection.json'));
    await client.shows(uri('TOC.yml'), 'redirected-link');
    await client.close(uri('TOC.yml'));
    await client.open(uri('TOC.yml'));
    await client.shows(uri('TOC.yml'), 'redirected-link');
    // Redirections may go, and come where there were none.
    folder.remove('.openpublishing.redirection.json');
    await client.changedOnDisk(FileChangeType.Deleted, uri('.openpublishing.redirection.json'));
    await client.shows(uri('TOC.yml'), 'file-not-found');
    folder.write({ '.openpublishing.redirection.json': '{ "redirections": { "b.md": "/contoso/b" } }' });
    await client.changedOnDisk(FileChangeType.Created, uri('.openpublishing.redirection.json'));
    await client.shows(uri('TOC.yml'), 'redirected-link');
  });

  it('of a table of contents are judged and repaired', async () => {
    const { client, uri } = await open('[b](b.md)');
    const text = '- name: B\n  href: B.md\n';
    await client.open(uri('TOC.yml'), text);
    const [finding] = await client.shows(uri('TOC.yml'), 'link-case-mismatch');
    assert.ok(finding !== undefined);
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri('TOC.yml') },
      range: finding.range,
      context: { diagnostics: [], only: [CodeActionKind.QuickFix] },
    });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ["Change to 'b.md'", "Turn off 'link-case-mismatch' in .dynamics-docs.json"],
    );
    await client.edit(uri('TOC.yml'), text.replace('B.md', 'b.md'));
    await client.shows(uri('TOC.yml'));
  });

  it('of a hub are judged and repaired, and are judged again when a page comes or goes', async () => {
    const { client, folder, uri } = await open('[b](b.md)');
    const page = (url: string): string => `### YamlMime:Hub\n\ntools:\n  items:\n  - title: B\n    url: ${url}\n`;
    await client.open(uri('index.yml'), page('B.md'));
    const [finding] = await client.shows(uri('index.yml'), 'link-case-mismatch');
    assert.deepEqual(finding?.range, { start: { line: 5, character: 9 }, end: { line: 5, character: 13 } });
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri('index.yml') },
      range: finding.range,
      context: { diagnostics: [], only: [CodeActionKind.QuickFix] },
    });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ["Change to 'b.md'", "Turn off 'link-case-mismatch' in .dynamics-docs.json"],
    );
    await client.edit(uri('index.yml'), page('b.md#part'));
    await client.shows(uri('index.yml'));
    folder.remove('b.md');
    await client.changedOnDisk(FileChangeType.Deleted, uri('b.md'));
    await client.shows(uri('index.yml'), 'file-not-found');
  });

  it('of docfx.json are judged again when a file comes into the folder that it names', async () => {
    const { client, folder, uri } = await open('[b](b.md)');
    await client.open(uri('docfx.json'), docfx({ content: [{ src: 'more', files: '**/*.md' }] }));
    await client.shows(uri('docfx.json'), 'file-not-found');
    folder.write({ 'more/c.md': '' });
    await client.changedOnDisk(FileChangeType.Created, uri('more/c.md'));
    await client.shows(uri('docfx.json'));
  });

  it('are left to VS Code while it checks them itself', async () => {
    const { client, uri } = await open('[c](c.md) [b](b.md#none) [d](B.md)');
    await client.shows(uri('a.md'), 'file-not-found', 'bookmark-not-found', 'link-case-mismatch');
    client.editorChecksLinks = true;
    await client.changeSettings(() => ({}));
    await client.shows(uri('a.md'), 'link-case-mismatch');
  });
});
