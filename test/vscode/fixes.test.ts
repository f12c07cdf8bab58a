import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appears, disappears } from './diagnostics';
import { open, rangeOf, readText, replace, revertAll, workspaceUri, writeText } from './workspace';

describe('repairs', () => {
  afterEach(revertAll);

  it('are offered at a finding, and undone like any edit', async () => {
    const article = await open('guide/wrong-date.md');
    const before = article.getText();
    const { range } = await appears(article.uri, 'ms-date-invalid');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      article.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    // Other extensions may offer some for any text.
    const ours = actions.filter(({ title }) => /^(?:Change|Turn off) '/.test(title));
    assert.deepEqual(
      ours.map(({ title, isPreferred }) => [title, isPreferred === true]),
      [
        ["Change '2024-01-02' to '01/02/2024'", true],
        ["Turn off 'ms-date-invalid' in .dynamics-docs.json", false],
      ],
    );
    assert.ok(ours[0]?.edit !== undefined && (await vscode.workspace.applyEdit(ours[0].edit)));
    assert.equal(article.getText(), before.replace('2024-01-02', '01/02/2024'));
    await disappears(article.uri);
    await vscode.commands.executeCommand('undo');
    assert.equal(article.getText(), before);
  });

  it('are made on save where the user asks for it, as far as they are certain', async () => {
    const settings = vscode.workspace.getConfiguration('editor', workspaceUri('guide/plan-projects.md'));
    await settings.update(
      'codeActionsOnSave',
      { 'source.fixAll.dynamicsDocs': 'explicit' },
      vscode.ConfigurationTarget.Workspace,
    );
    const article = await open('guide/plan-projects.md');
    const before = article.getText();
    try {
      await replace(article, '01/15/2025', '2025-01-15');
      await replace(article, 'ms.topic: ', 'decription: a\nms.assetid: \nms.topic: ');
      await appears(article.uri, 'attribute-deprecated');
      assert.ok(await article.save());
      assert.equal(article.getText(), before.replace('ms.topic: ', 'decription: a\nms.topic: '));
      assert.equal(await readText(article.uri), article.getText());
      assert.deepEqual(rangeOf(article, '01/15/2025').isSingleLine, true);
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
      await writeText(article.uri, before);
    }
  });
});
