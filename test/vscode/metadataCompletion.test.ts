import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { docsetIsRead, labelOf, markdownOf, offered, write } from './metadataSupport';
import { accept, open, revertAll } from './workspace';

const labels = (items: readonly vscode.CompletionItem[]): string[] => items.map(labelOf);

describe('completion of metadata', () => {
  before(docsetIsRead);
  afterEach(revertAll);

  it('offers the keys that an article lacks, with their documentation', async () => {
    const article = await open('guide/record-time.md');
    const position = await write(article, 'author: contoso-writer\nms.author: contosowriter\n', 'au|\n');
    const items = await offered(article, position);
    assert.deepEqual(labels(items).slice(0, 5), ['author', 'ms.author', 'ms.reviewer', 'ms.custom', 'ms.subservice']);
    const last = items.at(-1);
    assert.deepEqual([last && labelOf(last), last?.detail], ['ms.service', 'inherited: dynamics-365']);
    const [author] = items;
    assert.deepEqual(author?.label, { label: 'author', description: 'required' });
    assert.ok(author.insertText instanceof vscode.SnippetString);
    assert.equal(author.insertText.value, 'author: $1');
    assert.deepEqual(author.range, new vscode.Range(position.with({ character: 0 }), position));
    assert.match(markdownOf(author.documentation), /^GitHub account /);
    assert.ok(!labels(items).includes('ms.prod'));
  });

  it('offers values: those of the schema, the most used first, and those of other articles', async () => {
    const article = await open('guide/record-time.md');
    const topics = await offered(article, await write(article, 'ms.topic: how-to', 'ms.topic: |'), ' ');
    assert.equal(topics[0] && labelOf(topics[0]), 'how-to');
    assert.match(String(topics[0]?.detail), /^used in \d+ articles$/);
    const authors = await offered(article, await write(article, 'author: contoso-writer', 'author: contoso|-writer'));
    assert.ok(labels(authors).includes('contoso-writer'));
    const [first] = authors;
    const line = article.lineAt(article.positionAt(article.getText().indexOf('author: '))).range;
    assert.deepEqual(first?.range, line.with({ start: line.start.translate(0, 'author: '.length) }));
  });

  it('offers the items of a list', async () => {
    const other = await open('guide/plan-projects.md');
    await write(other, 'ms.topic: how-to', 'ms.topic: how-to\nms.custom:\n  - sample-one\n  - sample-two|');
    const article = await open('guide/record-time.md');
    const inBlock = await write(article, 'ms.topic: how-to', 'ms.topic: how-to\nms.custom:\n  - sample-one\n  - |');
    // Text that is not saved counts once it was checked.
    await docsetIsRead();
    assert.deepEqual(labels(await offered(article, inBlock, ' ')), ['sample-two', 'bap-template', 'evergreen']);
    const inFlow = await write(article, 'ms.custom:\n  - sample-one\n  - ', 'ms.custom: [sample-one, s|]');
    assert.deepEqual(labels(await offered(article, inFlow)), ['sample-two', 'bap-template', 'evergreen']);
  });

  it('offers nothing in the body and in comments', async () => {
    const article = await open('guide/record-time.md');
    assert.deepEqual(await offered(article, await write(article, 'The text', 'ms.topic: |'), ' '), []);
    assert.deepEqual(await offered(article, await write(article, 'ms.date:', '# ms.topic: |\nms.date:')), []);
  });

  it('replaces exactly the value when it is accepted', async () => {
    const article = await open('guide/record-time.md');
    const before = article.getText();
    const position = await write(article, 'ms.topic: how-to', 'ms.topic: over|how-to # kept');
    const expected = before.replace('ms.topic: how-to', 'ms.topic: overview # kept');
    await accept(article, position, (text) => text === expected);
    assert.equal(article.getText(), expected);
  });

  it('begins a list with spaces when it is accepted, also where the editor has tabs', async () => {
    const article = await open('guide/record-time.md');
    const { activeTextEditor: editor } = vscode.window;
    assert.ok(editor);
    editor.options = { insertSpaces: false, tabSize: 2 };
    const before = article.getText();
    const position = await write(article, 'ms.topic: how-to', 'search.audienceTyp|\nms.topic: how-to');
    const expected = before.replace('ms.topic: how-to', 'search.audienceType:\n  - \nms.topic: how-to');
    await accept(article, position, (text) => text.includes('search.audienceType:'));
    assert.equal(article.getText(), expected);
  });

  it('inserts exactly one key when it is accepted, with its value selected', async () => {
    const article = await open('guide/record-time.md');
    const before = article.getText();
    const position = await write(article, 'ms.date: 01/15/2025', 'ms.dat|');
    const written = /^ms\.date: \d\d\/\d\d\/\d{4}$/m;
    await accept(article, position, (text) => written.test(text));
    const [line = ''] = written.exec(article.getText()) ?? [];
    assert.equal(article.getText(), before.replace('ms.date: 01/15/2025', line));
    const { selection } = vscode.window.activeTextEditor ?? {};
    assert.equal(selection && article.getText(selection), line.slice('ms.date: '.length));
  });
});
