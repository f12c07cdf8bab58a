import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type {
  LocationLink,
  PrepareRenameResult,
  RenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files } from '../support/folder';

const files: Files = {
  'a.md': `${article()}\n## Set up\n\n[own](#set-up)\n`,
  'deep/b.md': `${article({ title: 'Approve time on a project' })}\n[a](../a.md#set-up)\n`,
  'toc.yml': '- name: A\n  href: a.md#set-up\n',
};

interface Opened {
  readonly client: Client;
  readonly uri: (path: string) => string;
}

async function opened(prepareSupport = true): Promise<Opened> {
  const folder = createFolder({ ...rootMark, 'docfx.json': docfx(), ...files });
  const capabilities = { rename: { prepareSupport } };
  const client = await startClient({ folders: [uriOf(folder.path)], capabilities });
  const uri = (path: string): string => uriOf(folder.at(path));
  await client.open(uri('a.md'));
  return { client, uri };
}

/** Where a piece of a text begins. */
function at(uri: string, text: string, part: string): Pick<RenameParams, 'textDocument' | 'position'> {
  const offset = text.indexOf(part);
  assert.ok(offset >= 0);
  return { textDocument: { uri }, position: TextDocument.create('', 'markdown', 0, text).positionAt(offset) };
}

describe('server: renaming headings', () => {
  it('changes articles and tables of contents, in texts that are not saved too', async () => {
    const { client, uri } = await opened();
    const unsaved = String(files['a.md'])
      .replace('\n## Set up', '\nTyped.\n\n## Set up the app')
      .replace('#set-up', '#set-up-the-app');
    await client.edit(uri('a.md'), unsaved);
    const table = '- name: A\n  href: a.md#set-up-the-app\n';
    await client.open(uri('toc.yml'), table);
    const place = at(uri('a.md'), unsaved, 'up the');
    assert.deepEqual(
      await client.connection.sendRequest<PrepareRenameResult | null>('textDocument/prepareRename', place),
      {
        range: { start: { line: 14, character: 3 }, end: { line: 14, character: 17 } },
        placeholder: 'Set up the app',
      },
    );
    const params: RenameParams = { ...place, newName: 'Install' };
    const edit = await client.connection.sendRequest<WorkspaceEdit | null>('textDocument/rename', params);
    // The saved text of b.md leads nowhere.
    assert.deepEqual(Object.keys(edit?.changes ?? {}), [uri('a.md'), uri('toc.yml')]);
    const changed = (path: string, text: string): string =>
      TextDocument.applyEdits(TextDocument.create('', '', 0, text), edit?.changes?.[uri(path)] ?? []);
    assert.equal(
      changed('a.md', unsaved),
      unsaved.replace('## Set up the app', '## Install').replace('#set-up-the-app', '#install'),
    );
    assert.equal(changed('toc.yml', table), '- name: A\n  href: a.md#install\n');
  });

  it('is asked for at once where the client does not prepare it', async () => {
    const { client, uri } = await opened(false);
    assert.equal(client.initialized?.capabilities.renameProvider, true);
    const params: RenameParams = { ...at(uri('a.md'), String(files['a.md']), 'set-up'), newName: 'Install' };
    const edit = await client.connection.sendRequest<WorkspaceEdit | null>('textDocument/rename', params);
    assert.deepEqual(Object.keys(edit?.changes ?? {}).sort(), [uri('a.md'), uri('deep/b.md'), uri('toc.yml')].sort());
  });

  it('leaves other names to others, and says what it cannot do', async () => {
    const { client, uri } = await opened();
    assert.deepEqual(client.initialized?.capabilities.renameProvider, { prepareProvider: true });
    const text = String(files['a.md']);
    const other = at(uri('a.md'), text, 'own]');
    assert.equal(await client.connection.sendRequest('textDocument/prepareRename', other), null);
    assert.equal(await client.connection.sendRequest('textDocument/rename', { ...other, newName: 'x' }), null);
    const heading = { ...at(uri('a.md'), text, 'Set up'), newName: '' };
    await assert.rejects(client.connection.sendRequest('textDocument/rename', heading), /A heading needs a text\./);
  });

  it('leaves Markdown alone that is no documentation', async () => {
    const folder = createFolder({ ...rootMark, 'README.md': '# Notes\n' });
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const uri = uriOf(folder.at('README.md'));
    await client.open(uri);
    const place = at(uri, '# Notes\n', 'Notes');
    assert.equal(await client.connection.sendRequest('textDocument/prepareRename', place), null);
  });
});

describe('server: where bookmarks lead', () => {
  const all: Files = {
    ...files,
    'a.md': `${article()}\n## Set up\n\n[own](#set-up)\n\n[!INCLUDE [x](includes/x.md)]\n`,
    'includes/x.md': '## <a name="in"></a>Inner ##\n\n[up](#set-up) [inner](#inner) [around](../a.md#inner)\n',
    'toc.yml': '- name: A\n  href: a.md#set-up\n',
  };

  async function lead(headings: boolean, path: string, part: string): Promise<readonly string[] | null> {
    const folder = createFolder({ ...rootMark, 'docfx.json': docfx(), ...all });
    const client = await startClient({ folders: [uriOf(folder.path)], initializationOptions: { headings } });
    await client.open(uriOf(folder.at('a.md')));
    await client.isReady();
    const text = String(all[path]);
    const found = await client.connection.sendRequest<LocationLink[] | null>(
      'textDocument/definition',
      at(uriOf(folder.at(path)), text, part),
    );
    return (
      found?.map(({ originSelectionRange, targetUri, targetRange: { start }, targetSelectionRange }) => {
        const document = TextDocument.create('', 'markdown', 0, text);
        const target = targetUri.slice(uriOf(folder.path).length + 1);
        const name = TextDocument.create('', 'markdown', 0, String(all[target])).getText(targetSelectionRange);
        return `${document.getText(originSelectionRange)} -> ${target}:${start.line} ${name}`;
      }) ?? null
    );
  }

  it('is found through includes and from tables of contents', async () => {
    for (const headings of [true, false]) {
      assert.deepEqual(await lead(headings, 'includes/x.md', 'set-up'), ['set-up -> a.md:12 Set up']);
      assert.deepEqual(
        await lead(headings, 'includes/x.md', 'inner) ['),
        headings ? null : ['inner -> includes/x.md:0 Inner'],
      );
      assert.deepEqual(await lead(headings, 'includes/x.md', 'inner)\n'), ['inner -> includes/x.md:0 Inner']);
      assert.deepEqual(await lead(headings, 'toc.yml', 'set-up'), ['set-up -> a.md:12 Set up']);
    }
  });

  it('is left to an editor that finds it itself', async () => {
    assert.equal(await lead(true, 'a.md', 'set-up'), null);
    assert.deepEqual(await lead(false, 'a.md', 'set-up'), ['set-up -> a.md:12 Set up']);
    assert.equal(await lead(false, 'a.md', 'own'), null);
  });
});
