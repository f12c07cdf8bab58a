import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appears, codeOf, disappears, eventually, findingOf, findings } from './diagnostics';
import { assertRange, open, rangeOf, replace, revertAll, type } from './workspace';

describe('while typing', () => {
  afterEach(revertAll);

  it('shows a bad value at its range, and clears it when it is fixed', async () => {
    const article = await open('guide/plan-projects.md');
    await type(article, '01/15/2025', '2024-01-02');
    // While the server is still reading the docset it may answer for what was typed so far.
    const finding = await eventually(
      article.uri,
      () => findings(article.uri).find(({ range }) => range.isEqual(rangeOf(article, '2024-01-02'))),
      'a finding at the whole date',
    );
    assert.equal(codeOf(finding), 'ms-date-invalid');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);

    await type(article, '2024-01-02', '01/16/2025');
    await disappears(article.uri);
  });

  it('shows what a file has when it is opened', async () => {
    const article = await open('guide/wrong-date.md');
    const finding = await appears(article.uri, 'ms-date-invalid');
    assertRange(finding, rangeOf(article, '2024-01-02'));
    assert.equal(findings(article.uri).length, 1);
  });

  it('puts a missing key at the start of the front matter', async () => {
    const article = await open('guide/no-description.md');
    const finding = await appears(article.uri, 'description-missing');
    assert.deepEqual(finding.range.start, new vscode.Position(1, 0));
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
  });

  it('moves with the text below a line that is inserted', async () => {
    const article = await open('guide/wrong-date.md');
    await appears(article.uri, 'ms-date-invalid');
    await replace(article, 'title: ', '# A comment above\ntitle: ');
    await replace(article, '2024-01-02', '2024-01-03');
    const moved = rangeOf(article, '2024-01-03');
    const isThere = (): boolean => findingOf(article.uri, 'ms-date-invalid')?.range.isEqual(moved) ?? false;
    await eventually(article.uri, isThere, 'ms-date-invalid at the moved value');
  });
});
