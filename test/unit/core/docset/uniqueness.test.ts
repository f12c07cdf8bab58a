import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { groupOf, UniquenessIndex, type UniqueValue } from '../../../../src/core/docset/uniqueness';
import { showAll } from '../support/show';

function value(shown: string, line = 1, property = 'title', docset = ''): UniqueValue {
  return {
    property,
    group: groupOf(docset, 'dynamics', property, shown),
    range: { start: { line, character: 7 }, end: { line, character: 9 } },
    code: 'duplicate-attribute',
    severity: 'suggestion',
    suffix: '',
  };
}

function affected(set: ReadonlySet<string>): string[] {
  return [...set].sort();
}

describe('UniquenessIndex', () => {
  it('says nothing of values that occur once', () => {
    const index = new UniquenessIndex();
    assert.deepEqual(affected(index.set('a.md', [value('x')])), []);
    assert.deepEqual(affected(index.set('b.md', [value('y')])), []);
    assert.deepEqual(index.diagnosticsOf('a.md'), []);
    assert.deepEqual(index.diagnosticsOf('unknown.md'), []);
  });

  it('names the others of a value, at each of them', () => {
    const index = new UniquenessIndex();
    index.set('b.md', [value('x', 4)]);
    assert.deepEqual(affected(index.set('a.md', [value('x', 1)])), ['b.md']);
    assert.deepEqual(showAll(index.diagnosticsOf('a.md')), [
      "a.md:2:8-2:10 suggestion duplicate-attribute Attribute 'title' with value 'x' is duplicated in 'b.md(5,8)'.\n  b.md:5:8-5:10 The same title",
    ]);
    assert.deepEqual(showAll(index.diagnosticsOf('b.md')), [
      "b.md:5:8-5:10 suggestion duplicate-attribute Attribute 'title' with value 'x' is duplicated in 'a.md(2,8)'.\n  a.md:2:8-2:10 The same title",
    ]);
  });

  it('names five of many, in order, and counts the rest', () => {
    const index = new UniquenessIndex();
    for (const name of ['f', 'b', 'e', 'a', 'h', 'd', 'g', 'c']) index.set(`${name}.md`, [value('x')]);
    const [diagnostic] = index.diagnosticsOf('c.md');
    assert.equal(
      diagnostic?.message,
      "Attribute 'title' with value 'x' is duplicated in 'a.md(2,8)', 'b.md(2,8)', 'd.md(2,8)', 'e.md(2,8)', 'f.md(2,8)' and 2 more.",
    );
    assert.deepEqual(
      diagnostic.related.map(({ path }) => path),
      ['a.md', 'b.md', 'd.md', 'e.md', 'f.md'],
    );
  });

  it('names others than before as articles come and go', () => {
    const index = new UniquenessIndex();
    const named = (): unknown => index.diagnosticsOf('m.md')[0]?.related.map(({ path }) => path);
    for (const name of ['m', 'n', 'o', 'p', 'q', 'r', 's']) index.set(`${name}.md`, [value('x')]);
    assert.deepEqual(named(), ['n.md', 'o.md', 'p.md', 'q.md', 'r.md']);
    index.set('a.md', [value('x')]);
    assert.deepEqual(named(), ['a.md', 'n.md', 'o.md', 'p.md', 'q.md']);
    index.set('o.md', []);
    assert.deepEqual(named(), ['a.md', 'n.md', 'p.md', 'q.md', 'r.md']);
  });

  it('forgets a value when the article changes it, and tells who is concerned', () => {
    const index = new UniquenessIndex();
    index.set('a.md', [value('x')]);
    index.set('b.md', [value('x')]);
    index.set('c.md', [value('y')]);
    assert.deepEqual(affected(index.set('b.md', [value('y')])), ['a.md', 'c.md']);
    assert.deepEqual(index.diagnosticsOf('a.md'), []);
    assert.equal(index.diagnosticsOf('b.md').length, 1);
    assert.equal(index.diagnosticsOf('c.md').length, 1);
  });

  it('concerns nobody when nothing changes', () => {
    const index = new UniquenessIndex();
    index.set('a.md', [value('x')]);
    index.set('b.md', [value('x')]);
    assert.deepEqual(affected(index.set('b.md', [value('x')])), []);
  });

  it('concerns the others when a value only moves', () => {
    const index = new UniquenessIndex();
    index.set('a.md', [value('x')]);
    index.set('b.md', [value('x')]);
    assert.deepEqual(affected(index.set('b.md', [value('x', 9)])), ['a.md']);
    assert.match(index.diagnosticsOf('a.md')[0]?.message ?? '', /'b\.md\(10,8\)'/);
  });

  it('forgets an article without values', () => {
    const index = new UniquenessIndex();
    index.set('a.md', [value('x')]);
    index.set('b.md', [value('x')]);
    assert.deepEqual(affected(index.set('b.md', [])), ['a.md']);
    assert.deepEqual(index.diagnosticsOf('a.md'), []);
    assert.deepEqual(index.diagnosticsOf('b.md'), []);
  });

  it('keeps groups apart, however much their values look alike', () => {
    const index = new UniquenessIndex();
    index.set('a.md', [value('x', 1), value('x', 2, 'description')]);
    index.set('b.md', [value('x', 1, 'title', 'other')]);
    assert.deepEqual(index.diagnosticsOf('a.md'), []);
    assert.deepEqual(index.diagnosticsOf('b.md'), []);
  });

  it('forgets everything when it is cleared', () => {
    const index = new UniquenessIndex();
    index.set('a.md', [value('x')]);
    index.set('b.md', [value('x')]);
    index.clear();
    assert.deepEqual(index.diagnosticsOf('a.md'), []);
    assert.deepEqual(affected(index.set('b.md', [value('x')])), []);
  });
});
