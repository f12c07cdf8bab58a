import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SeverityCounts, ValidateWorkspaceResult } from '../../src/server/protocol';
import { appears, codeOf, findings, source } from './diagnostics';
import { assertRange, extension, rangeOf, revertAll, workspaceUri } from './workspace';

const { Error: error, Warning: warning, Information: suggestion, Hint: info } = vscode.DiagnosticSeverity;

describe('Validate Workspace', () => {
  // What other tests made known of files is forgotten.
  before(() => vscode.commands.executeCommand('dynamicsDocs.restartServer'));

  afterEach(revertAll);

  it('fills the Problems panel with the findings of files that nobody opened', async () => {
    const wrongDate = workspaceUri('unopened/wrong-date.md');
    await extension().activate();
    assert.deepEqual(findings(wrongDate), []);
    await validate();
    await appears(wrongDate, 'ms-date-invalid');
    await appears(workspaceUri('unopened/no-description.md'), 'description-missing');
    assert.deepEqual(findings(workspaceUri('guide/plan-projects.md')), []);
  });

  it('reports a value from docfx.json once, there', async () => {
    await validate();
    const uri = workspaceUri('inherited/docfx.json');
    const finding = await appears(uri, 'ms-date-invalid');
    const docfx = await vscode.workspace.openTextDocument(uri);
    assert.match(docfx.getText(finding.range), /2024-01-02/);
    assert.deepEqual(findings(workspaceUri('inherited/article.md')), []);
  });

  it('counts what it shows', async () => {
    const result = await validate();
    await appears(workspaceUri('unopened/wrong-date.md'), 'ms-date-invalid');
    const shown = all().map(({ severity }) => severity);
    const count = (wanted: vscode.DiagnosticSeverity): number => shown.filter((one) => one === wanted).length;
    const counts: SeverityCounts = {
      error: count(error),
      warning: count(warning),
      suggestion: count(suggestion),
      info: count(info),
    };
    assert.deepEqual(result.counts, counts);
    assert.ok(result.files >= 8, `${result.files} files`);
    assert.equal(result.cancelled, false);
  });

  it('gives every finding a code that links to its page', async () => {
    await validate();
    const uri = workspaceUri('unopened/wrong-date.md');
    assertRange(
      await appears(uri, 'ms-date-invalid'),
      rangeOf(await vscode.workspace.openTextDocument(uri), '2024-01-02'),
    );
    assert.ok(all().length >= 5);
    for (const finding of all()) {
      assert.ok(typeof finding.code === 'object', `${finding.message} has no link`);
      assert.ok(finding.code.target.path.includes(`/docs/rules/${codeOf(finding)}`), finding.code.target.toString());
    }
  });
});

async function validate(): Promise<ValidateWorkspaceResult> {
  const result = await vscode.commands.executeCommand<ValidateWorkspaceResult | undefined>(
    'dynamicsDocs.validateWorkspace',
  );
  assert.ok(result, 'the command gave no result');
  return result;
}

function all(): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics()
    .flatMap(([, diagnostics]) => diagnostics)
    .filter((diagnostic) => diagnostic.source === source);
}
