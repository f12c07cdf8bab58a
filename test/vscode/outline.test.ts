import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { docsetIsRead, markdownOf } from './metadataSupport';
import { open, rangeOf, replace, revertAll } from './workspace';

const sectioned = 'guide/restore-a-copy.md';

/** One line a symbol, indented as it is nested, of all that VS Code knows: the Markdown extension has some, too. */
async function symbolsOf({ uri }: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  const show = (symbols: readonly vscode.DocumentSymbol[], indent: string): string[] =>
    symbols.flatMap(({ name, detail, range: { start, end }, children }) => [
      `${indent}${start.line}-${end.line} ${name}${detail === '' ? '' : ` < ${detail}`}`,
      ...show(children, `${indent}  `),
    ]);
  return show(found, '');
}

async function foldsOf({ uri }: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
  return found.map(({ start, end, kind }) => `${start}-${end}${kind === undefined ? '' : ` ${String(kind)}`}`);
}

describe('outline', () => {
  before(async () => {
    await docsetIsRead();
    await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
  });
  afterEach(revertAll);

  it('has bold sections below the heading of an article', async () => {
    assert.deepEqual(await symbolsOf(await open(sectioned)), [
      '9-30 # How copies of an environment are restored',
      '  13-16 Environment details',
      '  17-21 Issue',
      '  22-26 Solution',
      '  27-30 Long-term solution',
      // The group of the Markdown extension: nobody can put something below what another one gives.
      '9-30 # How copies of an environment are restored',
    ]);
  });

  it('has each heading of other articles once, and those of includes', async () => {
    const article = await open('guide/with-includes.md');
    assert.deepEqual(await symbolsOf(article), ['9-14 # Close the books of a project']);
    await replace(await open('guide/includes/banner.md'), '>', '## Countries\n\n>');
    // VS Code asks again when the article changes.
    await replace(article, 'Read more', 'There is more');
    assert.deepEqual(await symbolsOf(article), [
      '9-14 # Close the books of a project',
      '11-11 ## Countries < guide/includes/banner.md',
    ]);
  });

  it('folds front matter and bold sections', async () => {
    const region = `0-7 ${vscode.FoldingRangeKind.Region}`;
    assert.deepEqual(await foldsOf(await open(sectioned)), [region, '9-29', '13-15', '17-20', '22-25', '27-29']);
  });

  it('says over a label what belongs below it', async () => {
    const article = await open(sectioned);
    const label = rangeOf(article, '**Issue**');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      article.uri,
      label.start,
    );
    assert.deepEqual(
      hovers.map(({ range, contents }) => [range, contents.map(markdownOf)]),
      [
        [
          label,
          [
            '**Issue** · required · environment-issue-solution\n\n' +
              'The problem, or the question, in the words of the customer: what they tried, what happened and what they expected.\n\n' +
              'Next: **Cause** (optional), **Solution**',
          ],
        ],
      ],
    );
  });
});
