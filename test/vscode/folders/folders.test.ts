import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appears, codeOf, disappears, findings, source } from '../diagnostics';
import { docsetIsRead } from '../metadataSupport';
import { extension, readText, replace, revertAll, running, workspaceUri, writeText } from '../workspace';

/** A file beside the first folder. */
const at = (path: string): vscode.Uri => workspaceUri(`../${path}`);

async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Every file with findings of ours. */
function reported(): readonly string[] {
  return vscode.languages
    .getDiagnostics()
    .filter(([, found]) => found.some((diagnostic) => diagnostic.source === source))
    .map(([uri]) => uri.toString());
}

function foldersChange(): Promise<void> {
  return new Promise((resolve) => {
    const listening = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      listening.dispose();
      resolve();
    });
  });
}

describe('several folders', () => {
  before(async () => {
    await extension().activate();
    await running();
  });

  afterEach(revertAll);

  describe('Validate Workspace', () => {
    it('finds by the configuration of each', async () => {
      await docsetIsRead();
      const [one, two] = [at('one/guide/wrong-date.md'), at('two/guide/wrong-date.md')];
      const inOne = await appears(one, 'ms-date-invalid');
      assert.equal(inOne.severity, vscode.DiagnosticSeverity.Error);
      await appears(two, 'string-length-invalid');
      assert.deepEqual(
        [findings(one).map(codeOf), findings(two).map(codeOf)],
        [['ms-date-invalid'], ['string-length-invalid']],
      );
    });
  });

  describe('the task check', () => {
    it('is one for each', async () => {
      const tasks = await vscode.tasks.fetchTasks({ type: 'dynamics-docs' });
      assert.deepEqual(
        tasks.map(({ name, scope }) => [name, typeof scope === 'object' ? scope.name : scope]),
        [
          ['check', 'one'],
          ['check', 'two'],
        ],
      );
    });
  });

  describe('folders that come and go', () => {
    it('bring and take their findings, also those of what was open before', async () => {
      const three = at('three/article.md');
      const document = await show(three);
      const folders = vscode.workspace.workspaceFolders?.length ?? 0;
      const added = foldersChange();
      assert.ok(vscode.workspace.updateWorkspaceFolders(folders, 0, { uri: at('three') }));
      await added;
      await appears(three, 'ms-date-invalid');
      await docsetIsRead();
      const unopened = at('three/unopened.md');
      await appears(unopened, 'ms-date-invalid');

      const removed = foldersChange();
      assert.ok(vscode.workspace.updateWorkspaceFolders(folders, 1));
      await removed;
      await disappears(unopened);
      await disappears(document.uri);
    });

    it('take the findings along when they are renamed', async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(at('two/unopened'), at('two/moved'));
      await docsetIsRead();
      await appears(at('two/unopened/no-description.md'), 'description-missing');
      assert.ok(await vscode.workspace.applyEdit(edit));
      try {
        await appears(at('two/moved/no-description.md'), 'description-missing');
        await disappears(at('two/unopened/no-description.md'));
      } finally {
        const back = new vscode.WorkspaceEdit();
        back.renameFile(at('two/moved'), at('two/unopened'));
        assert.ok(await vscode.workspace.applyEdit(back));
      }
      await appears(at('two/unopened/no-description.md'), 'description-missing');
    });
  });

  describe('untitled documents and other versions of an article', () => {
    it('without a name are left alone', async () => {
      const content = await readText(at('one/guide/wrong-date.md'));
      const draft = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      await vscode.window.showTextDocument(draft);
      const other = await show(at('one/guide/plan-projects.md'));
      await replace(other, '01/15/2025', '2024-01-02');
      await appears(other.uri, 'ms-date-invalid');
      assert.deepEqual(findings(draft.uri), []);
      await vscode.window.showTextDocument(draft);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('get no findings beside those of the article: the other side of a diff, and its history', async () => {
      const uri = at('one/guide/wrong-date.md');
      const before = await readText(uri);
      await writeText(uri, before.replace('2024-01-02', '2024-01-03'));
      try {
        const original = uri.with({ scheme: 'git', query: JSON.stringify({ path: uri.fsPath, ref: 'HEAD' }) });
        await vscode.commands.executeCommand('vscode.diff', original, uri, 'changes');
        const committed = await vscode.workspace.openTextDocument(original);
        assert.deepEqual([committed.getText(), committed.languageId], [before, 'markdown']);
        const current = await vscode.workspace.openTextDocument(uri);
        assert.equal(current.getText(), await readText(uri));
        // The server has answered what came after the document of the diff.
        await replace(current, '2024-01-03', '2024-01-04');
        const finding = await appears(uri, 'ms-date-invalid');
        assert.deepEqual(current.getText(finding.range), '2024-01-04');
        await docsetIsRead();
        assert.deepEqual(
          reported().filter((other) => other.includes('one/guide/wrong-date.md')),
          [uri.toString()],
        );
        assert.ok(
          reported().every((other) => other.startsWith(`${uri.scheme}:`)),
          reported().join(),
        );
      } finally {
        await revertAll();
        await writeText(uri, before);
      }
    });
  });
});
