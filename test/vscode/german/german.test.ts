import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appears } from '../diagnostics';
import { askPage } from '../driver';
import { extension, open, running } from '../workspace';

describe('a German VS Code', () => {
  it('has German commands and settings', () => {
    assert.equal(vscode.env.language, 'de');
    const { contributes } = extension().packageJSON as {
      contributes: { commands: { command: string; title: unknown }[] };
    };
    const title = contributes.commands.find(({ command }) => command === 'dynamicsDocs.newArticle')?.title;
    // VS Code keeps the English one, which finds the command, too.
    assert.deepEqual(title, { value: 'Neuer Artikel', original: 'New Article' });
  });

  it('says in German what is wrong, and offers German repairs', async () => {
    await extension().activate();
    await running();
    const article = await open('guide/wrong-date.md');
    const { message, range } = await appears(article.uri, 'ms-date-invalid');
    assert.match(message, /^Ungültiges Datumsformat für „ms\.date“: „2024-01-02“\. /);
    let titles: string[] = [];
    // Other extensions are still starting, which cancels what is asked meanwhile.
    for (let attempt = 0; attempt < 50 && titles.length === 0; attempt++) titles = await repairsAt(article.uri, range);
    assert.ok(titles.includes('„2024-01-02“ in „01/02/2024“ ändern'), titles.join('; '));
  });

  it('explains keys in German', async () => {
    const { uri } = await open('guide/wrong-date.md');
    const position = new vscode.Position(1, 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
    const text = hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value));
    assert.match(text.join('\n'), /· erforderlich/);
  });

  it('has a German health report, whose findings open', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('dynamicsDocs.openHealthReport');
    const opened = new Promise<vscode.TextEditor>((resolve) => {
      const listening = vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor === undefined) return;
        listening.dispose();
        resolve(editor);
      });
    });
    askPage('choose a finding in the German report');
    const { document } = await opened;
    assert.match(vscode.workspace.asRelativePath(document.uri), /\.(?:md|json|yml)$/);
  });
});

async function repairsAt(uri: vscode.Uri, range: vscode.Range): Promise<string[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  try {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      kind,
    );
    return actions.map(({ title }) => title);
  } catch (error) {
    if (error instanceof Error && /cancel/i.test(error.message)) return [];
    throw error;
  }
}
