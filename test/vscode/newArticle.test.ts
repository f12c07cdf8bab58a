import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { disappears } from './diagnostics';
import { docsetIsRead } from './metadataSupport';
import { extension, open, readText, revertAll, running, workspaceUri, writeText } from './workspace';

const title = 'Restore a backup of a sandbox';
const folder = workspaceUri('guide');
const file = workspaceUri('guide/restore-a-backup-of-a-sandbox.md');

describe('New Article', () => {
  before(async () => {
    await extension().activate();
    await running();
    const settings = vscode.workspace.getConfiguration('dynamicsDocs', folder);
    await settings.update('author', 'contoso-writer', vscode.ConfigurationTarget.Workspace);
    await settings.update('alias', 'contosowriter', vscode.ConfigurationTarget.Workspace);
    await docsetIsRead();
  });

  after(async () => {
    const settings = vscode.workspace.getConfiguration('dynamicsDocs', folder);
    await settings.update('author', undefined, vscode.ConfigurationTarget.Workspace);
    await settings.update('alias', undefined, vscode.ConfigurationTarget.Workspace);
  });

  afterEach(async () => {
    await revertAll();
    await vscode.workspace.fs.delete(file);
  });

  it('writes an article without a finding, opens it and goes through what is to be filled in', async () => {
    const document = await create({ template: 'support', title });
    assert.equal(document?.uri.toString(), file.toString());
    const written = await readText(file);
    assert.equal(document.getText(), written);
    assert.equal(document.isDirty, false);
    assert.match(written, new RegExp(`^---\ntitle: ${title}\ndescription: '[^\n]+'\nauthor: contoso-writer\n`));
    assert.match(written, new RegExp(`\n---\n\n# ${title}\n\n\\*\\*Environment details\\*\\*\n`));
    assert.doesNotMatch(written, /ms\.service|[ \t]$/m);
    await disappears(file);

    assert.match(selected(), /^Learn how to solve the issue/);
    await vscode.commands.executeCommand('type', { text: 'What readers learn' });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.equal(selected(), 'Dynamics 365, version');
    await vscode.commands.executeCommand('leaveSnippet');
    assert.match(document.getText(), /^description: 'What readers learn'$/m);
  });

  it('takes another name where there is a file of the first one', async () => {
    await writeText(file, 'mine\n');
    const asked = vscode.window.showInputBox;
    const other = workspaceUri('guide/another.md');
    try {
      const prompts: (string | undefined)[] = [];
      vscode.window.showInputBox = (options?: vscode.InputBoxOptions) => {
        prompts.push(options?.value);
        return Promise.resolve('another');
      };
      const document = await create({ template: 'how-to', title });
      assert.deepEqual(prompts, ['restore-a-backup-of-a-sandbox-2.md']);
      assert.equal(document?.uri.toString(), other.toString());
      assert.equal(await readText(file), 'mine\n');
    } finally {
      vscode.window.showInputBox = asked;
      await vscode.workspace.fs.delete(other);
    }
  });

  it('begins in the folder of the active article where no folder is named', async () => {
    await open('guide/plan-projects.md');
    const picked = vscode.window.showQuickPick;
    try {
      const replies = [0, 0];
      vscode.window.showQuickPick = async (items: unknown) => {
        const list = (await items) as vscode.QuickPickItem[];
        return list[replies.shift() ?? 0] as never;
      };
      const document = await vscode.commands.executeCommand<vscode.TextDocument | undefined>(
        'dynamicsDocs.newArticle',
        undefined,
        { title },
      );
      assert.equal(document?.uri.toString(), file.toString());
      assert.match(document.getText(), /^\*\*Issue\*\*$/m);
    } finally {
      vscode.window.showQuickPick = picked;
    }
  });
});

function create(answers: object): Thenable<vscode.TextDocument | undefined> {
  return vscode.commands.executeCommand('dynamicsDocs.newArticle', folder, answers);
}

function selected(): string {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined ? '' : editor.document.getText(editor.selection);
}
