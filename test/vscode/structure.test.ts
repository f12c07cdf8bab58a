import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bodyMistakes } from '../unit/features/fixes/bodyMistakes';
import { appears, disappears } from './diagnostics';
import { repairsAt } from './repairs';
import { extension, revertAll, running, workspaceUri, writeText } from './workspace';

describe('repairs of headings and sections', () => {
  /** Another file for each test: VS Code may still hold the one before. */
  let uri: vscode.Uri;
  let count = 0;

  before(async () => {
    await extension().activate();
    await running();
  });

  beforeEach(() => {
    uri = workspaceUri(`guide/structure-${++count}.md`);
  });

  afterEach(async () => {
    await revertAll();
    await vscode.workspace.fs.delete(uri);
  });

  for (const [code, mistakes] of Object.entries(bodyMistakes)) {
    for (const [what, text, preferred, expected] of mistakes) {
      // The mark says that it is certain.
      const title = preferred.replace(/^! /, '');
      it(`${code}: ${what}`, async () => {
        await writeText(uri, text);
        const document = await vscode.workspace.openTextDocument(uri);
        await vscode.window.showTextDocument(document);
        const { range } = await appears(uri, code);
        const actions = await repairsAt(uri, range);
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
