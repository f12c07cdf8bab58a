import * as vscode from 'vscode';
import { appears, codeOf, findings } from '../vscode/diagnostics';

describe('in the browser', () => {
  it('shows one finding, at the value', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    if (folder === undefined) throw new Error('the tests need a folder');
    const uri = vscode.Uri.joinPath(folder.uri, 'wrong-date.md');
    const article = await vscode.workspace.openTextDocument(uri);
    const { severity, range } = await appears(uri, 'ms-date-invalid');
    equal(severity, vscode.DiagnosticSeverity.Warning);
    equal(article.getText(range), '2024-01-02');
    equal(findings(uri).map(codeOf).join(), 'ms-date-invalid');
  });
});

/** Node's assert does not exist here. */
function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`Expected ${String(expected)}, got ${String(actual)}.`);
}
