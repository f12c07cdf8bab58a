import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bodyMistakes } from '../unit/features/fixes/bodyMistakes';
import { appears, disappears } from './diagnostics';
import { extension, revertAll, running, workspaceUri, writeText } from './workspace';

const uri = workspaceUri('guide/structure.md');

describe('repairs of headings and sections', () => {
  before(async () => {
    await extension().activate();
    await running();
  });

  afterEach(async () => {
    await revertAll();
    await vscode.workspace.fs.delete(uri);
  });

  for (const [code, mistakes] of Object.entries(bodyMistakes)) {
    for (const [what, text, title, expected] of mistakes) {
      it(`${code}: ${what}`, async () => {
        await writeText(uri, text);
        const document = await vscode.workspace.openTextDocument(uri);
        await vscode.window.showTextDocument(document);
        const { range } = await appears(uri, code);
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          uri,
          range,
          vscode.CodeActionKind.QuickFix.value,
        );
        const repair = actions.find((action) => action.title === title);
        assert.ok(repair?.edit !== undefined, `There: ${actions.map((action) => action.title).join('; ')}`);
        assert.ok(await vscode.workspace.applyEdit(repair.edit));
        assert.equal(document.getText(), expected);
        await disappears(uri, code);
        await vscode.commands.executeCommand('undo');
        assert.equal(document.getText(), text);
      });
    }
  }
});
