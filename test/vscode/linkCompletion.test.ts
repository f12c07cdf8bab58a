import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { docsetIsRead, labelOf, markdownOf, offered, write } from './metadataSupport';
import { accept, open, revertAll, workspaceUri } from './workspace';

/** A picture of one dot. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** All that VS Code offers of files, headings and folders, by whatever extension. */
function everything(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  const { File, Folder, Reference } = vscode.CompletionItemKind;
  return offered(document, position, undefined, [File, Folder, Reference]);
}

describe('completion of links', () => {
  before(docsetIsRead);
  afterEach(revertAll);

  it('offers every page once, with its title', async () => {
    const article = await open('guide/record-time.md');
    const items = await everything(article, await write(article, 'The text', '[text](|) The text'));
    const pages = items.map((item) => labelOf(item)).filter((label) => /^[\w-]+\.md$/.test(label));
    assert.deepEqual(pages, [...new Set(pages)]);
    const first = items.find((item) => labelOf(item) === 'plan-projects.md');
    const label = { label: 'plan-projects.md', description: 'Plan the projects of a year' };
    assert.deepEqual([first?.label, first?.detail], [label, label.description]);
    assert.match(markdownOf(first?.documentation), /^Learn how /);
    assert.ok(!pages.includes('record-time.md'));
  });

  it('writes the path and the title when it is accepted', async () => {
    const article = await open('guide/record-time.md');
    const before = article.getText();
    const position = await write(article, 'The text', '[](plan|old.md#part) The text');
    const expected = before.replace('The text', '[Plan the projects of a year](plan-projects.md#part) The text');
    await accept(article, position, (text) => text === expected);
    assert.equal(article.getText(), expected);
  });

  it('offers the headings of the page that is named', async () => {
    const article = await open('guide/record-time.md');
    const items = await everything(article, await write(article, 'The text', '[text](#|) The text'));
    assert.deepEqual(
      items.map((item) => item.label),
      [{ label: 'record-time-and-expenses', description: 'Record time and expenses' }],
    );
  });

  it('shows pictures, where one is meant alone', async () => {
    const file = workspaceUri('guide/media/record-time/dot.png');
    await vscode.workspace.fs.writeFile(
      file,
      Uint8Array.from(atob(dot), (character) => character.charCodeAt(0)),
    );
    try {
      const article = await open('guide/record-time.md');
      const position = await write(article, 'The text', '![text](|) The text');
      let items: vscode.CompletionItem[] = [];
      // The server learns of the file from a watcher, of which nothing tells.
      while (!items.some((item) => labelOf(item).endsWith('dot.png'))) items = await everything(article, position);
      assert.deepEqual(items.map(labelOf), ['media/record-time/dot.png', 'media/', '../', '~/']);
      const shown = markdownOf(items[0]?.documentation);
      const address = file.scheme === 'file' ? file.toString() : `data:image/png;base64,${dot}`;
      assert.equal(shown, `![dot.png](${address}|width=300)`);
    } finally {
      await vscode.workspace.fs.delete(workspaceUri('guide/media'), { recursive: true });
    }
  });

  it('offers pages in a table of contents', async () => {
    const file = workspaceUri('linked/toc.yml');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('- name: A\n  href: \n'));
    try {
      const table = await open('linked/toc.yml');
      const items = await everything(table, new vscode.Position(1, 8));
      const page = items.find((item) => labelOf(item) === '../guide/plan-projects.md');
      assert.equal(page?.detail, 'Plan the projects of a year');
      assert.equal(page.insertText, '../guide/plan-projects.md');
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(workspaceUri('linked'), { recursive: true });
    }
  });
});
