import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { expand, snippetsFrom, type Snippet } from '../support/snippets';
import { labelOf, markdownOf, offered, write } from './metadataSupport';
import { accept, acceptShown, extension, open, readText, replace, revertAll, running } from './workspace';

const path = 'guide/record-time.md';
const support = '**Environment details**\n\nText.\n\n**Issue**\n\nText.\n\n';

/** Replaces what follows the title of the article. */
async function writeBody(article: vscode.TextDocument, body: string): Promise<void> {
  const text = article.getText();
  await replace(article, text.slice(text.indexOf('\n# ')), `\n# Record time\n\n${body}`);
}

describe('snippets', () => {
  let snippets: ReadonlyMap<string, Snippet>;

  before(async () => {
    await running();
    const file = vscode.Uri.joinPath(extension().extensionUri, 'snippets', 'markdown.json');
    snippets = snippetsFrom(await readText(file));
  });

  afterEach(revertAll);

  it('expand as they are tested, all of each', async () => {
    const article = await open(path);
    for (const [name, snippet] of snippets) {
      await replace(article, article.getText(), '');
      const days = [new Date()];
      await insert(name);
      days.push(new Date());
      const expected = days.map((day) => expand(snippet, day));
      assert.ok(expected.includes(article.getText()), `${name}: ${article.getText()}`);
      await vscode.commands.executeCommand('leaveSnippet');
    }
  });

  it('are offered by their prefixes', async () => {
    const article = await open(path);
    const position = await write(article, 'The text', '\n\nnot|\n\nThe text');
    const items = await offered(article, position, undefined, [vscode.CompletionItemKind.Snippet]);
    assert.ok(items.map(labelOf).includes('note'));
  });

  it('keep the indentation of the line in a list', async () => {
    const article = await open(path);
    await writeBody(article, '- Item\n\n  ');
    const editor = await vscode.window.showTextDocument(article);
    editor.options = { insertSpaces: true };
    await vscode.commands.executeCommand('cursorBottom');
    await insert('Note');
    const note = expand(snippets.get('Note') ?? assert.fail('no note'), new Date());
    assert.ok(article.getText().endsWith(`- Item\n\n  ${note.replace('\n', '\n  ')}`), article.getText());
  });

  it('follow the places to fill in in the order of writing', async () => {
    const article = await open(path);
    await replace(article, article.getText(), '');
    await insert('Image');
    await vscode.commands.executeCommand('type', { text: 'media/a.png' });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await vscode.commands.executeCommand('type', { text: 'A chart.' });
    assert.equal(article.getText(), ':::image type="content" source="media/a.png" alt-text="A chart.":::');
  });
});

describe('completion of sections', () => {
  before(running);
  afterEach(revertAll);

  it('offers those that the article lacks, the next expected one first, each with what belongs into it', async () => {
    const article = await open(path);
    await writeBody(article, `${support}HERE\n`);
    const position = await write(article, 'HERE', '|');
    const items = await offered(article, position, undefined, [vscode.CompletionItemKind.Reference]);
    assert.deepEqual(items.map(labelOf), [
      '**Solution**',
      '**Cause**',
      '**Additional option**',
      '**Long-term solution**',
      '**Symptom**',
      '**Red flag**',
    ]);
    assert.match(markdownOf(items[0]?.documentation), /^What readers do to solve it/);
    assert.deepEqual(await offered(article, position, undefined, [vscode.CompletionItemKind.Property]), []);
  });

  it('writes the label, with the cursor below it, when a word is completed', async () => {
    const article = await open(path);
    await writeBody(article, `${support}HERE\n`);
    const expected = article.getText().replace('HERE', '**Long-term solution**\n\n');
    const position = await write(article, 'HERE', 'longterm|');
    await accept(article, position, (text) => text.includes('**Long-term'));
    assert.equal(article.getText(), expected);
    await vscode.commands.executeCommand('type', { text: 'Below' });
    assert.equal(article.getText(), expected.replace('solution**\n\n', 'solution**\n\nBelow'));
  });

  it('comes up by itself when the marks of a label are typed', async () => {
    const article = await open(path);
    await writeBody(article, `${support}HERE\n`);
    const expected = article.getText().replace('HERE', '**Solution**\n\n');
    const position = await write(article, 'HERE', '|');
    const editor = await vscode.window.showTextDocument(article);
    editor.selection = new vscode.Selection(position, position);
    for (const mark of '**') await vscode.commands.executeCommand('type', { text: mark });
    await acceptShown(article, (text) => text.includes('**Solution'));
    assert.equal(article.getText(), expected);
  });

  it('offers a banner that is there for its word', async () => {
    const article = await open(path);
    await writeBody(article, 'HERE\n');
    const expected = article.getText().replace('HERE', '[!INCLUDE [banner](includes/banner.md)]');
    const position = await write(article, 'HERE', 'banner|');
    await accept(article, position, (text) => text.includes('[!INCLUDE'));
    assert.equal(article.getText(), expected);
  });
});

/** Inserts a contributed snippet where the cursor is. */
async function insert(name: string): Promise<void> {
  await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name });
}
