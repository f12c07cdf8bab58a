import assert from 'node:assert/strict';
import { renameSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import type { CodeAction, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  extractIncludeRequest,
  includeFilesRequest,
  inlineIncludeRequest,
  prepareExtractRequest,
} from '../../src/server/protocol';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files, type Folder } from '../support/folder';

const includeLine = '[!INCLUDE [note](includes/note.md)]\n';

const other =
  'Shows how a manager approves the time of a month that the members of a team recorded on a project in Contoso.';

interface Opened {
  readonly folder: Folder;
  readonly client: Client;
  readonly uri: (path: string) => string;
}

async function opened(files: Files): Promise<Opened> {
  const folder = createFolder({ ...rootMark, 'docfx.json': docfx(), ...files });
  const client = await startClient({ folders: [uriOf(folder.path)] });
  const uri = (path: string): string => uriOf(folder.at(path));
  await client.open(uri('a.md'));
  await client.isReady();
  return { folder, client, uri };
}

const files: Files = {
  'a.md': `${article()}\n${includeLine}\nA [link](deep/b.md).\n`,
  'deep/b.md': `${article({ title: 'Approve time on a project', description: other })}\n[!INCLUDE [Note](../includes/note.md)]\n`,
  'includes/note.md': 'Text with a [link](../a.md).\n',
  'toc.yml': '- name: A\n  href: a.md\n- name: B\n  href: deep/b.md\n',
};

function edited({ folder, uri }: Opened, edit: WorkspaceEdit | null, path: string, text?: string): string {
  const edits = edit?.changes?.[uri(path)] ?? [];
  const before = text ?? String(files[path]);
  assert.ok(folder.path !== '');
  return TextDocument.applyEdits(TextDocument.create('', 'markdown', 0, before), edits);
}

function willRename(client: Client, ...moves: (readonly [from: string, to: string])[]): Promise<WorkspaceEdit | null> {
  const params = { files: moves.map(([oldUri, newUri]) => ({ oldUri, newUri })) };
  return client.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', params);
}

/** The range of a piece of a text. */
function rangeOf(text: string, part: string): Range {
  const document = TextDocument.create('', 'markdown', 0, text);
  const start = text.indexOf(part);
  assert.ok(start >= 0);
  return { start: document.positionAt(start), end: document.positionAt(start + part.length) };
}

describe('server: files that move', () => {
  it('changes who includes them and what they link to, in texts that are not saved too', async () => {
    const opening = await opened(files);
    const { client, uri } = opening;
    const unsaved = String(files['a.md']).replace('A [link]', 'Typed [link]');
    await client.edit(uri('a.md'), unsaved);
    const edit = await willRename(client, [uri('includes/note.md'), uri('shared/deep/note.md')]);
    assert.deepEqual(Object.keys(edit?.changes ?? {}).sort(), [uri('a.md'), uri('deep/b.md'), uri('includes/note.md')]);
    assert.equal(
      edited(opening, edit, 'a.md', unsaved),
      unsaved.replace('(includes/note.md)', '(shared/deep/note.md)'),
    );
    assert.match(edited(opening, edit, 'deep/b.md'), /\[Note\]\(\.\.\/shared\/deep\/note\.md\)/);
    assert.equal(edited(opening, edit, 'includes/note.md'), 'Text with a [link](../../a.md).\n');
  });

  it('changes tables of contents when a folder moves', async () => {
    const opening = await opened(files);
    const { client, uri } = opening;
    const edit = await willRename(client, [uri('deep'), uri('more/deeper')]);
    assert.deepEqual(Object.keys(edit?.changes ?? {}).sort(), [uri('a.md'), uri('deep/b.md'), uri('toc.yml')]);
    assert.equal(edited(opening, edit, 'toc.yml'), '- name: A\n  href: a.md\n- name: B\n  href: more/deeper/b.md\n');
    assert.match(edited(opening, edit, 'deep/b.md'), /\[Note\]\(\.\.\/\.\.\/includes\/note\.md\)/);
  });

  it('changes nothing where nobody names them, or where they leave the repository', async () => {
    const { client, uri } = await opened({ ...files, 'includes/lonely.md': 'Text\n' });
    assert.equal(await willRename(client, [uri('includes/lonely.md'), uri('includes/lone.md')]), null);
    assert.equal(await willRename(client, [uri('includes/note.md'), 'file:///elsewhere/note.md']), null);
  });

  it('counts places as an editor does where a file begins with a byte order mark', async () => {
    const { client, uri } = await opened({ ...files, 'bom.md': '\uFEFF[a](a.md)\n' });
    const edit = await willRename(client, [uri('a.md'), uri('c.md')]);
    assert.deepEqual(edit?.changes?.[uri('bom.md')], [
      { range: { start: { line: 0, character: 4 }, end: { line: 0, character: 8 } }, newText: 'c.md' },
    ]);
  });

  it('knows the files of a folder in their new place', async () => {
    const { folder, client, uri } = await opened(files);
    renameSync(folder.at('includes'), folder.at('shared'));
    const moved = [{ oldUri: uri('includes'), newUri: uri('shared') }];
    await client.connection.sendNotification('workspace/didRenameFiles', { files: moved });
    await client.shows(uri('a.md'), 'include-not-found');
    await client.edit(uri('a.md'), String(files['a.md']).replace('(includes/', '(shared/'));
    await client.shows(uri('a.md'));
  });

  it('knows a file whose name changed in case only', async () => {
    const { folder, client, uri } = await opened(files);
    renameSync(folder.at('includes/note.md'), folder.at('includes/Note.md'));
    const moved = [{ oldUri: uri('includes/note.md'), newUri: uri('includes/Note.md') }];
    await client.connection.sendNotification('workspace/didRenameFiles', { files: moved });
    await client.shows(uri('a.md'), 'include-case-mismatch');
    await client.edit(uri('a.md'), String(files['a.md']).replace('note.md', 'Note.md'));
    await client.shows(uri('a.md'));
  });

  it('knows that the files of a folder are gone, and come back', async () => {
    const { folder, client, uri } = await opened(files);
    folder.remove('includes');
    await client.changedOnDisk(3, uri('includes'));
    await client.shows(uri('a.md'), 'include-not-found');
    folder.write({ 'includes/note.md': 'Text\n' });
    await client.connection.sendNotification('workspace/didCreateFiles', { files: [{ uri: uri('includes/note.md') }] });
    await client.shows(uri('a.md'));
    folder.remove('includes');
    await client.connection.sendNotification('workspace/didDeleteFiles', { files: [{ uri: uri('includes') }] });
    await client.shows(uri('a.md'), 'include-not-found');
  });

  it('follows the watcher alone, too', async () => {
    const { folder, client, uri } = await opened(files);
    folder.remove('includes/note.md');
    await client.changedOnDisk(3, uri('includes/note.md'));
    await client.shows(uri('a.md'), 'include-not-found');
    writeFileSync(folder.at('includes/note.md'), 'Text\n');
    await client.changedOnDisk(1, uri('includes/note.md'));
    await client.shows(uri('a.md'));
  });
});

describe('server: code actions for includes', () => {
  const text = String(files['a.md']);
  const actionsAt = (client: Client, uri: string, range: Range, ...only: string[]): Promise<CodeAction[]> => {
    const context = { diagnostics: [], ...(only.length > 0 ? { only } : {}) };
    return client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
  };

  it('extract a selection under a suggested name', async () => {
    const { client, uri } = await opened(files);
    const range = rangeOf(text, 'A [link](deep/b.md).');
    assert.deepEqual(await actionsAt(client, uri('a.md'), range), [
      {
        title: 'Extract to Include',
        kind: 'refactor.extract',
        edit: {
          documentChanges: [
            { kind: 'create', uri: uri('includes/a-link.md'), options: { overwrite: false, ignoreIfExists: false } },
            {
              textDocument: { uri: uri('includes/a-link.md'), version: null },
              edits: [{ range: rangeOf('x', ''), newText: 'A [link](../deep/b.md).\n' }],
            },
            {
              textDocument: { uri: uri('a.md'), version: null },
              edits: [{ range, newText: '[!INCLUDE [a-link](includes/a-link.md)]' }],
            },
          ],
        },
      },
    ]);
    assert.deepEqual(await actionsAt(client, uri('a.md'), range, 'quickfix'), []);
    assert.equal((await actionsAt(client, uri('a.md'), range, 'refactor')).length, 1);
  });

  it('say why a selection cannot be extracted', async () => {
    const { client, uri } = await opened(files);
    const [action] = await actionsAt(client, uri('a.md'), rangeOf(text, 'ms.topic'), 'refactor.extract');
    assert.deepEqual(action, {
      title: 'Extract to Include',
      kind: 'refactor.extract',
      disabled: { reason: 'The front matter belongs to the article. Select text below it.' },
    });
  });

  it('inline an include, and delete a file that nothing else includes', async () => {
    const { client, uri } = await opened(files);
    const range = rangeOf(text, 'note]');
    const change = {
      textDocument: { uri: uri('a.md'), version: null },
      edits: [{ range: rangeOf(text, includeLine.trim()), newText: 'Text with a [link](a.md).' }],
    };
    const action = { title: 'Inline Include', kind: 'refactor.inline' };
    assert.deepEqual(await actionsAt(client, uri('a.md'), range, 'refactor.inline'), [
      { ...action, edit: { documentChanges: [change] } },
    ]);
    await client.open(uri('deep/b.md'), article());
    await client.shows(uri('deep/b.md'), 'duplicate-title-within-docset', 'duplicate-description-within-docset');
    assert.deepEqual(await actionsAt(client, uri('a.md'), range, 'refactor.inline'), [
      { ...action, edit: { documentChanges: [change] } },
      {
        ...action,
        title: "Inline Include and Delete 'note.md'",
        edit: { documentChanges: [change, { kind: 'delete', uri: uri('includes/note.md') }] },
      },
    ]);
  });

  it('say why an include cannot be inlined', async () => {
    const broken = `${article()}\n[!INCLUDE [x](gone.md)] [!INCLUDE [me](a.md)]\n`;
    const { client, uri } = await opened({ 'a.md': broken });
    const reasons = await Promise.all(
      ['[x]', '[me]'].map(async (part) => {
        const [action] = await actionsAt(client, uri('a.md'), rangeOf(broken, part), 'refactor.inline');
        return action?.disabled?.reason;
      }),
    );
    assert.deepEqual(reasons, [
      "Invalid include link: 'gone.md'.",
      "Build has identified file(s) referencing each other: 'a.md' --> 'a.md'.",
    ]);
  });
});

describe('server: requests of the extension about includes', () => {
  const text = String(files['a.md']);

  it('prepare and carry out an extraction', async () => {
    const { client, uri } = await opened({ ...files, 'includes/A-link.md': 'Text\n' });
    const params = { uri: uri('a.md'), range: rangeOf(text, 'A [link](deep/b.md).') };
    assert.deepEqual(await client.connection.sendRequest(prepareExtractRequest, params), {
      suggestion: 'a-link-2',
      folder: 'includes',
    });
    const extract = (name: string): Promise<unknown> =>
      client.connection.sendRequest(extractIncludeRequest, { ...params, name });
    assert.deepEqual(await extract('a-link'), {
      refused: "There is a file 'includes/a-link.md' already. Choose another name.",
    });
    assert.deepEqual(await extract('../x'), { refused: 'A file name holds letters, digits, hyphens and underscores.' });
    assert.deepEqual(await extract('x.md'), {
      uri: uri('includes/x.md'),
      content: 'A [link](../deep/b.md).\n',
      edit: { range: params.range, newText: '[!INCLUDE [x](includes/x.md)]' },
    });
  });

  it('inline the include at a position', async () => {
    const { client, uri } = await opened(files);
    const inline = (part: string): Promise<unknown> =>
      client.connection.sendRequest(inlineIncludeRequest, { uri: uri('a.md'), position: rangeOf(text, part).start });
    const edit: TextEdit = { range: rangeOf(text, includeLine.trim()), newText: 'Text with a [link](a.md).' };
    assert.deepEqual(await inline('note]'), {
      edit,
      include: uri('includes/note.md'),
      name: 'note.md',
      isOnlyUse: false,
    });
    assert.equal(await inline('A [link]'), null);
  });

  it('list the include files, those used most first', async () => {
    const { client, uri } = await opened({
      ...files,
      'includes/b.md': '---\nms.topic: include\n---\n\nSecond **file**\n',
      'deep/includes/a.md': `${'word '.repeat(60)}\n`,
    });
    const list = await client.connection.sendRequest(includeFilesRequest, { uri: uri('deep/b.md') });
    assert.deepEqual(list, [
      {
        path: 'includes/note.md',
        users: 2,
        summary: 'Text with a [link](../a.md).',
        directive: '[!INCLUDE [note](../includes/note.md)]',
        uri: uri('includes/note.md'),
      },
      {
        path: 'deep/includes/a.md',
        users: 0,
        summary: `${'word '.repeat(28).trimEnd()}…`,
        directive: '[!INCLUDE [a](includes/a.md)]',
        uri: uri('deep/includes/a.md'),
      },
      {
        path: 'includes/b.md',
        users: 0,
        summary: 'Second **file**',
        directive: '[!INCLUDE [b](../includes/b.md)]',
        uri: uri('includes/b.md'),
      },
    ]);
  });
});
