import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomes, open, rangeOf, revertAll, running, workspaceUri, writeText } from './workspace';

const header = '---\ntitle: Move\n---\n\n';
const article = `${header}[!INCLUDE [note](includes/note.md)]\n\nA [link](other.md) and words.\n`;
const note = 'Note with a [link](../article.md).\n';

/** Files of one test alone: watchers take their time to tell of what comes and goes. */
let folder = '';
let count = 0;
const files = {
  'article.md': article,
  'other.md': `${header}Back to the [article](article.md).\n`,
  'includes/note.md': note,
  'toc.yml': '- name: Article\n  href: article.md\n',
};

function at(path: string): vscode.Uri {
  return workspaceUri(`${folder}/${path}`);
}

async function textOf(path: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(at(path))).getText();
}

function setting(section: string, value: string | undefined): Thenable<void> {
  return vscode.workspace.getConfiguration().update(section, value, vscode.ConfigurationTarget.Workspace);
}

async function exists(path: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(at(path));
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}

async function rename(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(at(from), at(to));
  assert.ok(await vscode.workspace.applyEdit(edit));
}

async function closeEverything(): Promise<void> {
  await revertAll();
  await vscode.workspace.fs.delete(at(''), { recursive: true });
}

describe('refactorings with includes', () => {
  beforeEach(async () => {
    folder = `moving-${++count}`;
    for (const [path, text] of Object.entries(files)) await writeText(at(path), text);
    const { uri } = await open(`${folder}/article.md`);
    await running();
    // Reads the folders anew: watchers may miss files of a folder that has just come into being.
    await vscode.commands.executeCommand('dynamicsDocs.validateWorkspace');
    await leadsToNote(uri);
    await setting('dynamicsDocs.updateReferencesOnFileMove', 'always');
  });

  afterEach(async () => {
    await setting('dynamicsDocs.updateReferencesOnFileMove', undefined);
    await setting('markdown.updateLinksOnFileMove.enabled', undefined);
    await closeEverything();
  });

  it('update references when a file is renamed, and undo takes back both', async () => {
    await rename('includes/note.md', 'shared/deep/remark.md');
    assert.match(await textOf('article.md'), /\(shared\/deep\/remark\.md\)/);
    assert.equal(await textOf('shared/deep/remark.md'), 'Note with a [link](../../article.md).\n');

    await vscode.window.showTextDocument(at('article.md'));
    await vscode.commands.executeCommand('undo');
    assert.equal(await textOf('article.md'), article);
    assert.equal(await exists('includes/note.md'), true);
    assert.equal(await exists('shared/deep/remark.md'), false);
    assert.equal(await textOf('includes/note.md'), note);
  });

  it('update tables of contents, and links when an article moves', async () => {
    await rename('article.md', 'deep/piece.md');
    assert.equal(await textOf('toc.yml'), '- name: Article\n  href: deep/piece.md\n');
    assert.match(await textOf('other.md'), /\(deep\/piece\.md\)/);
    assert.match(await textOf('deep/piece.md'), /\(\.\.\/includes\/note\.md\)\]\n\nA \[link\]\(\.\.\/other\.md\)/);
    assert.match(await textOf('includes/note.md'), /\(\.\.\/deep\/piece\.md\)/);
  });

  it('leave everything alone where the setting says so', async () => {
    await setting('dynamicsDocs.updateReferencesOnFileMove', 'never');
    await rename('includes/note.md', 'includes/remark.md');
    assert.equal(await textOf('article.md'), article);
  });

  it("get along with VS Code's own update of links", async () => {
    await setting('markdown.updateLinksOnFileMove.enabled', 'always');
    const document = await vscode.workspace.openTextDocument(at('article.md'));
    assert.equal(document.getText(), article);
    await rename('article.md', 'deep/piece.md');
    const moved = await vscode.workspace.openTextDocument(at('deep/piece.md'));
    await becomes(moved, (text) => text.includes('(../other.md)'));
    assert.match(moved.getText(), /\(\.\.\/includes\/note\.md\)\]\n\nA \[link\]\(\.\.\/other\.md\)/);
    assert.match(await textOf('other.md'), /\(deep\/piece\.md\)/);
  });

  it('extract a selection, and inline it again', async () => {
    const editor = await vscode.window.showTextDocument(at('article.md'));
    const { start, end } = rangeOf(editor.document, 'A [link](other.md) and words.');
    editor.selection = new vscode.Selection(start, end);
    const include = await vscode.commands.executeCommand<vscode.Uri>('dynamicsDocs.extractInclude', { name: 'words' });
    assert.equal(include.path, at('includes/words.md').path);
    assert.equal(await textOf('includes/words.md'), 'A [link](../other.md) and words.\n');
    assert.equal(editor.document.getText(), article.replace(/A \[link.*/, '[!INCLUDE [words](includes/words.md)]'));

    const { start: cursor } = rangeOf(editor.document, 'words.md');
    editor.selection = new vscode.Selection(cursor, cursor);
    assert.ok(await vscode.commands.executeCommand('dynamicsDocs.inlineInclude', { deleteFile: true }));
    assert.equal(editor.document.getText(), article);
    assert.equal(await exists('includes/words.md'), false);
  });

  it('undo an extraction as one', async () => {
    const editor = await vscode.window.showTextDocument(at('article.md'));
    const { start, end } = rangeOf(editor.document, 'and words');
    editor.selection = new vscode.Selection(start, end);
    await vscode.commands.executeCommand('dynamicsDocs.extractInclude', { name: 'words' });
    assert.match(editor.document.getText(), /A \[link\]\(other\.md\) \[!INCLUDE \[words\]\(includes\/words\.md\)\]\./);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), article);
    assert.equal(await exists('includes/words.md'), false);
  });

  it('are offered as code actions', async () => {
    const { uri, ...document } = await vscode.workspace.openTextDocument(at('article.md')).then((found) => ({
      uri: found.uri,
      words: rangeOf(found, 'and words'),
      include: rangeOf(found, 'note.md'),
    }));
    const titles = async (range: vscode.Range): Promise<string[]> => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
      );
      return actions.map(({ title }) => title).filter((title) => title.includes('Include'));
    };
    assert.deepEqual(await titles(document.words), ['Extract to Include']);
    assert.deepEqual(await titles(new vscode.Range(document.include.start, document.include.start)), [
      'Inline Include',
      "Inline Include and Delete 'note.md'",
    ]);
  });

  it('insert a chosen include at the cursor', async () => {
    const editor = await vscode.window.showTextDocument(at('other.md'));
    const { end } = rangeOf(editor.document, 'article.md).');
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('dynamicsDocs.insertInclude', { path: `${folder}/includes/note.md` });
    assert.match(editor.document.getText(), /\(article\.md\)\.\[!INCLUDE \[note\]\(includes\/note\.md\)\]\n$/);
  });
});

/** Asks until the server has heard of the files. */
async function leadsToNote(uri: vscode.Uri): Promise<void> {
  const position = rangeOf(await vscode.workspace.openTextDocument(uri), 'includes/note.md').start;
  for (;;) {
    const found = await vscode.commands.executeCommand<unknown[]>('vscode.executeDefinitionProvider', uri, position);
    if (found.length > 0) return;
  }
}
