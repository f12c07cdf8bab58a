import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { planEdits } from '../../../../src/features/bulk/plan';
import { header } from '../fixes/support';
import { cellsOf, docsetWith, tableOf, withCells } from './support';

describe('the table of metadata', () => {
  it('has the keys in the order of the schema, then by name, and values as people write them', async () => {
    const text = header(
      'zone: "[a, b]"',
      'title: "True: \'yes\'"',
      'ms.custom: [a, "b, c", 1.50, true, "x]"]',
      'ms.dyn365.ops.version: 10.0',
      'description: |',
      '  Two',
      '  lines',
      'ms.search.form:',
      'author: ""',
      'feedback: {links: {page: c}}',
      'app: [{a: 1}]',
    );
    assert.deepEqual(Object.entries(await cellsOf(text)), [
      ['file', 'a.md'],
      ['title', "True: 'yes'"],
      ['description', String.raw`"Two\nlines\n"`],
      ['author', ''],
      ['ms.service', 'dynamics-365'],
      ['ms.custom', '[a, "b, c", 1.50, true, "x]"]'],
      ['ms.search.form', ''],
      ['ms.dyn365.ops.version', '10.0'],
      ['app', '[{"a":1}]'],
      ['feedback', '{"system":"none","links":{"page":"c"}}'],
      ['zone', '[a, b]'],
    ]);
  });

  it('leaves out include files', async () => {
    const repository = await docsetWith(header('title: A'), { 'includes/b.md': header('title: B') });
    assert.deepEqual(
      (await tableOf(repository)).map(([file]) => file),
      ['file', 'a.md'],
    );
  });
});

describe('a cell that was edited', () => {
  it('changes its key and no other byte', async () => {
    const text = '\ufeff---\r\n# c\r\ntitle: \'Old\' # kept\r\nms.custom: # why\r\n  - a\r\nx:   "1"\r\n---\r\nbody\n';
    assert.equal(
      await withCells(text, { 'ms.custom': '[a, b]', title: 'It is new: true', x: '1' }),
      text.replace("'Old'", '"It is new: true"').replace(' # why\r\n  - a\r\n', ' [a, b] # why\r\n'),
    );
  });

  it('keeps the type that a key has, in this article or else in others', async () => {
    assert.equal(await withCells(header('n: 10.0'), { n: '10.1' }), header('n: 10.1'));
    assert.equal(await withCells(header('n: "10.0"'), { n: '10.1' }), header('n: "10.1"'));
    assert.equal(await withCells(header('n: false'), { n: 'TRUE' }), header('n: true'));
    assert.equal(await withCells(header('n: a'), { n: '[a, b]' }), header('n: "[a, b]"'));
    const more = { 'b.md': header('n: [a]') };
    assert.equal(await withCells(header('title: T'), { n: '[b]' }, more), header('title: T', 'n: [b]'));
  });

  it('is refused where it is no list or object as its key has one', async () => {
    assert.deepEqual(await withCells(header('n: [a]'), { n: '[a, b' }), ['2 n This is no list. Write [a, b].']);
    assert.deepEqual(await withCells(header('n: {a: 1}'), { n: '{a' }), ['2 n This is no object. Write {"a": "b"}.']);
  });

  it('overrides an inherited value in the order of the schema, also in an article without front matter', async () => {
    assert.equal(
      await withCells(header('title: T', 'ms.custom: a'), { 'ms.service': 'finance' }),
      header('title: T', 'ms.service: finance', 'ms.custom: a'),
    );
    assert.equal(await withCells('# H\n', { title: 'T' }), '---\ntitle: T\n---\n\n# H\n');
    assert.equal(
      await withCells(header('# ms.service: other', 'title: T'), { 'ms.service': 'finance' }),
      header('# ms.service: other', 'title: T', 'ms.service: finance'),
    );
  });

  it('that was emptied takes the key away, and only an own one', async () => {
    assert.equal(await withCells(header('title: T', 'x:', '  - a', 'y: 1'), { x: ' ' }), header('title: T', 'y: 1'));
    assert.equal(await withCells(header('ms.service: own', 'y: 1'), { 'ms.service': '' }), header('y: 1'));
    assert.equal(await withCells(header('x: 1', 'x: 2', 'y: 1'), { x: '' }), header('y: 1'));
    assert.equal(await withCells(header('x:', 'y: ""'), { x: '', y: '' }), header('x:', 'y: ""'));
    assert.deepEqual(await withCells(header('y: 1'), { 'ms.service': '' }), [
      '2 ms.service This value comes from docfx.json, line 1. An article can give another one, but not take it away.',
    ]);
  });

  it('takes nothing away from an object that docfx.json supplies', async () => {
    assert.equal(
      await withCells(header('y: 1'), { feedback: '{"system":"x","links":{"page":"b"}}' }),
      header('y: 1', 'feedback: {"system":"x","links":{"page":"b"}}'),
    );
    assert.deepEqual(await withCells(header('y: 1'), { feedback: '{"system":"none"}' }), [
      '2 feedback docfx.json supplies a part of this object, which an article cannot take away.',
    ]);
  });

  it('is refused where the build would see other keys change, or sees no front matter', async () => {
    const anchored = header('x: &a b', 'y: *a');
    assert.deepEqual(await withCells(anchored, { x: 'c' }), [
      '2 x This cannot be changed without changing more than this key. Change it in the article.',
    ]);
    const [problem] = await withCells('---\ntitle: T\n', { title: 'U' });
    assert.match(problem ?? '', /^2 title The build ignores the front matter of this article: /);
  });

  it('is no change where a spreadsheet wrote the same value in its own way', async () => {
    const text = header('v: 10.0', 'w: "007"', 'd: true', 'ms.date: "09/05/2025"', 'l: [a, b]', 't: a');
    const cells = { v: '10', w: '7', d: 'TRUE', 'ms.date': '9/5/2025', l: '[ "a",b ]', t: 'a ' };
    assert.equal(await withCells(text, cells), text);
    assert.equal(await withCells(header('v: 10'), { v: '10.0' }), header('v: 10.0'));
  });

  it('gets the zeros of a date', async () => {
    const text = header('ms.date: 09/05/2025');
    assert.equal(await withCells(text, { 'ms.date': '9/6/2025' }), header('ms.date: 09/06/2025'));
    assert.equal(await withCells(text, { 'ms.date': '2025-09-06' }), header('ms.date: 09/06/2025'));
  });

  it('can hold what cannot be shown', async () => {
    const text = header('title: T', 'x: "a\\nb"', `y: '"a\\nb"'`);
    const cells = await cellsOf(text);
    assert.deepEqual([cells.x, cells.y], [String.raw`"a\nb"`, String.raw`"\"a\\nb\""`]);
    assert.equal(await withCells(text, { x: String.raw`"a\nc"` }), text.replace('a\\nb', 'a\\nc'));
    assert.equal(await withCells(text, { y: '"q"' }), text.replace(`'"a\\nb"'`, `'"q"'`));
  });
});

describe('a table that makes no sense', () => {
  const files = {
    '.dynamics-docs.json': '{ "ignore": ["old/**"] }',
    'old/b.md': header('title: B'),
    'includes/c.md': 'c',
    'd.txt': '',
  };
  const problemsOf = async (...table: readonly (readonly string[])[]): Promise<readonly string[]> => {
    const repository = await docsetWith(header('title: T', 'note: x'), files);
    const { problems } = await planEdits(repository, table);
    return problems.map(({ row, column, message }) => `${row} ${column ?? '-'} ${message}`);
  };

  it('for its columns', async () => {
    const first = "1 - The first column must be 'file'.";
    assert.deepEqual(await problemsOf(), [first]);
    assert.deepEqual(await problemsOf(['title', 'file']), [first]);
    assert.deepEqual(await problemsOf(['file', 'descripton', 'zzzzzz', 'note', 'note', 'note (source)', '']), [
      "1 descripton No article and no schema has the key 'descripton'. Did you mean 'description'?",
      "1 zzzzzz No article and no schema has the key 'zzzzzz'.",
      '1 note This column is there twice.',
    ]);
  });

  it('for its files', async () => {
    const paths = ['../x.md', '/a.md', '.\\a.md', 'docs/../a.md', 'b.md', 'old/b.md', 'includes/c.md', 'd.txt', ''];
    const rows = [...paths, 'a.md', 'a.md'].map((path) => [path, 'T']);
    const noPath = "is no path from the root of the repository, such as 'docs/a.md'.";
    assert.deepEqual(await problemsOf(['file', 'title'], ...rows, ['', '']), [
      `2 file '../x.md' ${noPath}`,
      `3 file '/a.md' ${noPath}`,
      `4 file '.\\a.md' ${noPath}`,
      `5 file 'docs/../a.md' ${noPath}`,
      "6 file There is no file 'b.md' in the repository.",
      "7 file The configuration ignores 'old/b.md'.",
      "8 file 'includes/c.md' is an include file, which has no metadata.",
      "9 file 'd.txt' is no article that the build takes.",
      '10 file The file is missing.',
      "12 file 'a.md' is in row 11 already.",
    ]);
  });

  it('for its rows', async () => {
    assert.deepEqual(await problemsOf(['file', 'title', 'note', 'x'], ['a.md', 'T']), [
      "1 x No article and no schema has the key 'x'.",
    ]);
    assert.deepEqual(await problemsOf(['file', 'title', 'author', 'note'], ['a.md', 'T']), [
      '2 note The row ends before this column.',
    ]);
    assert.deepEqual(await problemsOf(['file', 'title'], ['a.md', 'T', '', 'x']), [
      '2 - This row has more cells than there are columns.',
    ]);
    assert.deepEqual(await problemsOf(['file', 'title'], ['a.md', 'T\nU']), [
      String.raw`2 title A cell is one line. Write "…\n…" for a line break.`,
    ]);
  });
});
