import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ValueIndex } from '../../../../src/core/docset/valueIndex';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { article, docfx, open } from '../support/repository';

function indexOf(articles: Readonly<Record<string, string>>, folder = ''): ValueIndex {
  const index = new ValueIndex();
  for (const [path, header] of Object.entries(articles)) set(index, path, header, folder);
  return index;
}

function set(index: ValueIndex, path: string, header: string, folder = ''): void {
  index.set(path, folder, parseFrontMatter(article(header)).map);
}

/** `value count`, in order. */
function valuesOf(index: ValueIndex, key: string, except = '', folder = ''): string[] {
  return index.valuesOf(folder, key, except).values.map(({ text, count }) => `${text} ${count}`);
}

describe('the index of values', () => {
  it('counts the articles of each value, the most used first', () => {
    const index = indexOf({ a: 'k: one', b: 'k: two', c: 'k: "two"', d: 'k: three', e: 'other: one' });
    assert.deepEqual(index.valuesOf('', 'k', ''), {
      values: [
        { text: 'two', isText: true, count: 2 },
        { text: 'one', isText: true, count: 1 },
        { text: 'three', isText: true, count: 1 },
      ],
      mostlyLists: false,
    });
    assert.deepEqual(index.valuesOf('', 'missing', ''), { values: [], mostlyLists: false });
    assert.deepEqual(index.valuesOf('elsewhere', 'k', ''), { values: [], mostlyLists: false });
  });

  it('counts each item of a list once for an article, and whether lists are usual', () => {
    const index = indexOf({ a: 'k: [one, two, one]', b: 'k:\n- two', c: 'k: three', d: 'k: one\nk: one' });
    assert.deepEqual(valuesOf(index, 'k'), ['one 2', 'two 2', 'three 1']);
    assert.equal(index.valuesOf('', 'k', '').mostlyLists, false);
    index.set('c', '', undefined);
    assert.equal(index.valuesOf('', 'k', '').mostlyLists, true);
  });

  it('keeps numbers and truth values as they are written, apart from texts', () => {
    const index = indexOf({ a: 'k: 10.0', b: "k: '10.0'", c: 'k: true' });
    assert.deepEqual(index.valuesOf('', 'k', '').values, [
      { text: '10.0', isText: false, count: 1 },
      { text: '10.0', isText: true, count: 1 },
      { text: 'true', isText: false, count: 1 },
    ]);
  });

  it('leaves out what nobody chooses: empty values, maps, long texts, and what belongs to one article', () => {
    const index = indexOf({
      a: `k:\nl: ''\nm:\n  n: x\nlong: ${'x'.repeat(101)}\ntitle: x\ndescription: x\nms.date: 01/02/2026\nuid: x`,
      b: 'lines: |\n  a\n  b\nshort: y',
    });
    for (const key of ['k', 'l', 'm', 'n', 'long', 'title', 'description', 'ms.date', 'uid', 'lines'])
      assert.deepEqual(valuesOf(index, key), [], key);
    assert.deepEqual(valuesOf(index, 'short'), ['y 1']);
  });

  it('does not count the article that asks', () => {
    const index = indexOf({ a: 'k: one', b: 'k: [one, two]', c: 'k: one' });
    assert.deepEqual(valuesOf(index, 'k', 'b'), ['one 2']);
    assert.deepEqual(valuesOf(index, 'k', 'a'), ['one 2', 'two 1']);
    assert.equal(indexOf({ b: 'k: [one]' }).valuesOf('', 'k', 'b').mostlyLists, false);
  });

  it('follows an article that changes or goes', () => {
    const index = indexOf({ a: 'k: o', b: 'k: two' });
    for (const typed of ['on', 'one', 'one']) set(index, 'a', `k: ${typed}`);
    assert.deepEqual(valuesOf(index, 'k'), ['one 1', 'two 1']);
    set(index, 'a', 'other: x');
    assert.deepEqual(valuesOf(index, 'k'), ['two 1']);
    index.set('b', '', undefined);
    index.set('unknown', '', undefined);
    assert.deepEqual(valuesOf(index, 'k'), []);
    set(index, 'b', 'k: two');
    index.clear();
    assert.deepEqual(valuesOf(index, 'k'), []);
  });

  it('keeps docsets apart, also where an article moves to another', () => {
    const index = indexOf({ 'x/a': 'k: one' }, 'x');
    set(index, 'y/b', 'k: two', 'y');
    assert.deepEqual([valuesOf(index, 'k', '', 'x'), valuesOf(index, 'k', '', 'y')], [['one 1'], ['two 1']]);
    set(index, 'x/a', 'k: one', 'y');
    assert.deepEqual([valuesOf(index, 'k', '', 'x'), valuesOf(index, 'k', '', 'y')], [[], ['one 1', 'two 1']]);
  });

  it('gives up a key that has a value of its own for nearly every article', () => {
    const index = new ValueIndex();
    for (let i = 0; i < 1000; i++) set(index, `a${i}`, `k: value-${i}\nother: x`);
    assert.equal(valuesOf(index, 'k').length, 1000);
    set(index, 'more', 'k: one too many\nother: x');
    assert.deepEqual(valuesOf(index, 'k'), []);
    set(index, 'a0', 'k: another\nother: x');
    assert.deepEqual([valuesOf(index, 'k'), valuesOf(index, 'other')], [[], ['x 1001']]);
  });

  describe('of a repository', () => {
    const files = {
      'docfx.json': docfx({ content: [{ files: '**/*.md', exclude: '**/includes/**' }] }),
      'a.md': article('k: one'),
      'b.md': article('k: two'),
      'includes/c.md': article('k: three'),
    };

    it('holds the articles, of buffers too, and not include files', async () => {
      const { host, repository } = await open(files, {}, { countsValues: true });
      const counted = (): string[] | undefined =>
        repository.values?.valuesOf('', 'k', '').values.map(({ text, count }) => `${text} ${count}`);
      assert.deepEqual(counted(), ['one 1', 'two 1']);
      repository.validateText('a.md', article('k: two'));
      assert.deepEqual(counted(), ['two 2']);
      repository.remove('b.md');
      assert.deepEqual(counted(), ['two 1']);
      host.write('docfx.json', docfx({ content: [{ files: 'b.md' }] }));
      await repository.reload('docfx.json');
      repository.validateText('a.md', article('k: two'));
      assert.deepEqual(counted(), []);
    });

    it('is not there where nobody asks for it', async () => {
      assert.equal((await open(files)).repository.values, undefined);
    });
  });
});
