import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomes, extension, open, readText, replace, revertAll, workspaceUri, writeText } from './workspace';

const article = 'guide/no-description.md';
const today = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(
  new Date(),
);

describe('commands that write metadata', () => {
  before(async () => {
    await extension().activate();
  });

  afterEach(revertAll);

  it('insert the keys that are missing, to be filled in one after the other', async () => {
    const document = await open(article);
    const before = document.getText();
    await vscode.commands.executeCommand('dynamicsDocs.insertMetadata', { keys: ['ms.reviewer', 'description'] });
    await vscode.commands.executeCommand('type', { text: 'D' });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await vscode.commands.executeCommand('type', { text: 'R' });
    await vscode.commands.executeCommand('leaveSnippet');
    const expected = before
      .replace('author: ', 'description: D\nauthor: ')
      .replace('ms.topic: how-to\n', 'ms.topic: how-to\nms.reviewer: R\n');
    assert.equal(document.getText(), expected);
  });

  it('write today into ms.date', async () => {
    const document = await open(article);
    const before = document.getText();
    assert.equal(await vscode.commands.executeCommand('dynamicsDocs.updateDate'), true);
    assert.equal(document.getText(), before.replace('01/15/2025', today));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('write today into ms.date on save where the setting says so, and the body was changed', async () => {
    const settings = vscode.workspace.getConfiguration('dynamicsDocs', workspaceUri(article));
    await settings.update('updateDateOnSave', true, vscode.ConfigurationTarget.Workspace);
    const document = await open(article);
    const before = document.getText();
    try {
      await replace(document, 'contosowriter', 'anotherwriter');
      assert.ok(await document.save());
      assert.equal(document.getText(), before.replace('contosowriter', 'anotherwriter'), 'front matter alone');
      await replace(document, 'The text', 'The new text');
      assert.ok(await document.save());
      const expected = before
        .replace('contosowriter', 'anotherwriter')
        .replace('The text', 'The new text')
        .replace('01/15/2025', today);
      assert.equal(document.getText(), expected);
      assert.equal(document.isDirty, false);
    } finally {
      await settings.update('updateDateOnSave', undefined, vscode.ConfigurationTarget.Workspace);
      await writeText(document.uri, before);
    }
  });

  it('format front matter, by the command and by VS Code where the setting says so', async () => {
    const document = await open(article);
    const before = document.getText();
    const jumbled = before
      .replace('title: Close the fiscal year\nauthor: ', 'author:   ')
      .replace('ms.topic: how-to\n', 'ms.topic:  how-to\ntitle: Close the fiscal year\n');
    await replace(document, before, jumbled);
    assert.equal(await vscode.commands.executeCommand('dynamicsDocs.formatFrontMatter'), true);
    assert.equal(document.getText(), before);

    await replace(document, before, jumbled);
    const settings = vscode.workspace.getConfiguration('dynamicsDocs');
    await settings.update('format.enable', true, vscode.ConfigurationTarget.Workspace);
    try {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('editor.action.formatDocument');
      await becomes(document, (text) => text === before);
    } finally {
      await settings.update('format.enable', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('show effective metadata as a document that leads to the sources, and follows edits', async () => {
    const document = await open(article);
    const view = await vscode.commands.executeCommand<vscode.TextDocument>('dynamicsDocs.showEffectiveMetadata');
    assert.equal(view.languageId, 'yaml');
    assert.ok(
      view.getText().includes('\n# docfx.json:16:21, globalMetadata\nms.service: dynamics-365\n'),
      view.getText(),
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', view.uri);
    assert.deepEqual(links.map(({ range, target }) => [view.getText(range), target?.toString(true)]).at(-1), [
      'docfx.json:16:21',
      `${workspaceUri('docfx.json').toString()}#L16,21`,
    ]);
    const followed = becomes(view, (text) => text.includes('\nauthor: typed\n'));
    await replace(document, 'author: contoso-writer', 'author: typed');
    await followed;
  });

  it('create a team configuration once, and open it after that', async () => {
    await open(article);
    const uri = workspaceUri('.dynamics-docs.json');
    try {
      const created = await vscode.commands.executeCommand<vscode.TextDocument>('dynamicsDocs.createConfig');
      assert.equal(created.uri.toString(), uri.toString());
      assert.equal(created.languageId, 'jsonc');
      const text = await readText(uri);
      assert.match(text, /"metadataSchema": "dynamics"/);
      await replace(created, '"dynamics"', '["dynamics"]');
      assert.ok(await created.save());
      const opened = await vscode.commands.executeCommand<vscode.TextDocument>('dynamicsDocs.createConfig');
      assert.ok(opened.getText().includes('["dynamics"]'));
    } finally {
      await revertAll();
      await vscode.workspace.fs.delete(uri);
    }
  });
});

describe('commands that write many articles', () => {
  /** Another one for each test: VS Code may still hold what the last one wrote. */
  let folder = '';
  let count = 0;
  const texts = {
    'one.md': '---\ntitle: One\nms.topic: how-to # kept\nms.assetid:\n---\n\n# One\n',
    'two.md': '---\r\ntitle: Two\r\nms.assetid:\r\n---\r\n\r\n# Two\r\n',
    'three.md': '---\ntitle: Three\n---\n\n# Three\n',
  };
  const at = (path: string): vscode.Uri => workspaceUri(`${folder}/${path}`);

  async function written(): Promise<Readonly<Record<string, string>>> {
    const entries = Object.keys(texts).map(async (path) => {
      const document = await vscode.workspace.openTextDocument(at(path));
      // VS Code saves what a refactoring changed.
      assert.equal(document.getText(), await readText(at(path)), path);
      return [path, document.getText()] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  beforeEach(async () => {
    await extension().activate();
    folder = `bulk-${++count}`;
    for (const [path, text] of Object.entries(texts)) await writeText(at(path), text);
    await open(`${folder}/one.md`);
    // Reads the folders anew: watchers take their time to tell of new files.
    await vscode.commands.executeCommand('dynamicsDocs.validateWorkspace');
  });

  afterEach(async () => {
    await revertAll();
    await vscode.workspace.fs.delete(at(''), { recursive: true });
  });

  it('set a value in the articles that are chosen, after a preview', async () => {
    const answers = { key: 'ms.topic', value: 'concept', files: ['one.md', 'two.md'] };
    await confirmed(vscode.commands.executeCommand('dynamicsDocs.setMetadataInFolder', at(''), answers));
    assert.deepEqual(await written(), {
      'one.md': texts['one.md'].replace('how-to', 'concept'),
      'two.md': texts['two.md'].replace('title: Two\r\n', 'title: Two\r\nms.topic: concept\r\n'),
      'three.md': texts['three.md'],
    });
  });

  it('change nothing where the preview is discarded', async () => {
    const answers = { key: 'ms.topic', value: 'concept', files: ['one.md', 'two.md'] };
    await confirmed(
      vscode.commands.executeCommand('dynamicsDocs.setMetadataInFolder', at(''), answers),
      'refactorPreview.discard',
    );
    assert.deepEqual(await written(), texts);
  });

  it('make every certain repair of the workspace, after a preview', async () => {
    // Files of other tests have something to repair, too.
    const others = ['guide/wrong-date.md', 'unopened/wrong-date.md'].map(workspaceUri);
    const before = await Promise.all(others.map(readText));
    try {
      await confirmed(vscode.commands.executeCommand('dynamicsDocs.fixAllInWorkspace'));
      assert.deepEqual(await written(), {
        'one.md': texts['one.md'].replace('ms.assetid:\n', ''),
        'two.md': texts['two.md'].replace('ms.assetid:\r\n', ''),
        'three.md': texts['three.md'],
      });
      const after = await Promise.all(others.map(readText));
      assert.deepEqual(
        after,
        before.map((text) => text.replace('2024-01-02', '01/02/2024')),
      );
    } finally {
      await revertAll();
      for (const [index, uri] of others.entries()) await writeText(uri, before[index] ?? '');
    }
  });
});

/** Answers the preview of a refactoring as soon as it is there: VS Code tells nobody when that is. */
async function confirmed(command: Thenable<unknown>, answer = 'refactorPreview.apply'): Promise<void> {
  const done = Promise.resolve(command).then(() => true);
  const pause = (): Promise<boolean> => new Promise((resolve) => setTimeout(resolve, 100, false));
  do await vscode.commands.executeCommand(answer);
  while (!(await Promise.race([done, pause()])));
}
