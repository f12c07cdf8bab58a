import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readJson } from '../../../../src/core/text/jsonDocument';
import { hasValue, toJson, type JsonValue } from '../../../../src/core/text/locatedNode';
import { foldersUpward, isInFolder, relativePath, resolvePath } from '../../../../src/core/text/path';
import { createLineIndex } from '../../../../src/core/text/position';
import { closest } from '../../../../src/core/text/suggest';

describe('paths', () => {
  it('are resolved against a folder, inside the root alone', () => {
    const cases: readonly (readonly [folder: string, relative: string, expected: string | undefined])[] = [
      ['', 'a/b', 'a/b'],
      ['a/b', 'c', 'a/b/c'],
      ['a/b', './c/', 'a/b/c'],
      ['a/b', '../c', 'a/c'],
      ['a/b', '../../c', 'c'],
      ['a/b', '../..', ''],
      ['a/b', '../../../c', undefined],
      ['a', '..\\b\\c', 'b/c'],
      ['a', 'b//c/./d/../e', 'a/b/c/e'],
      ['a', '.', 'a'],
    ];
    for (const [folder, relative, expected] of cases) assert.equal(resolvePath(folder, relative), expected, relative);
  });

  it('are seen from a folder', () => {
    const cases: readonly (readonly [folder: string, path: string, expected: string])[] = [
      ['', 'a/b', 'a/b'],
      ['a', 'a/b', 'b'],
      ['a/b', 'a/b/c/d', 'c/d'],
      ['a/b', 'a/c', '../c'],
      ['a/b', 'c', '../../c'],
      ['a', 'ab/c', '../ab/c'],
    ];
    for (const [folder, path, expected] of cases)
      assert.equal(relativePath(folder, path), expected, `${folder} ${path}`);
  });

  it('know their folders', () => {
    assert.deepEqual([...foldersUpward('a/b/c.md')], ['a/b', 'a', '']);
    assert.deepEqual([...foldersUpward('c.md')], ['']);
    assert.ok(isInFolder('a/b.md', 'a'));
    assert.ok(isInFolder('a/b.md', ''));
    assert.ok(!isInFolder('ab/c.md', 'a'));
  });
});

describe('positions', () => {
  it('count lines by every kind of line end, and columns in UTF-16 units', () => {
    const text = 'ab\r\n😀c\rd\n';
    const lines = createLineIndex(text);
    const at = (offset: number): string => `${lines.positionAt(offset).line}:${lines.positionAt(offset).character}`;
    assert.deepEqual([0, 2, 4, 6, 7, 8, 9, 10].map(at), ['0:0', '0:2', '1:0', '1:2', '1:3', '2:0', '2:1', '3:0']);
  });

  it('are found in a text without lines', () => {
    assert.deepEqual(createLineIndex('').rangeOf({ start: 0, end: 0 }).end, { line: 0, character: 0 });
  });
});

describe('suggestions', () => {
  const keys = ['title', 'description', 'ms.author', 'ms.date', 'author', 'ROBOTS', 'ai-usage', 'id', 'x'];
  const cases: readonly (readonly [written: string, meant: string | undefined])[] = [
    ['decription', 'description'],
    ['Title', 'title'],
    ['titel', undefined],
    ['tittle', 'title'],
    ['ms-author', 'ms.author'],
    ['ms_author', 'ms.author'],
    ['ms. author', 'ms.author'],
    ['msauthor', 'ms.author'],
    ['robots', 'ROBOTS'],
    ['ai.usage', 'ai-usage'],
    ['team', undefined],
    ['a', undefined],
    ['ix', undefined],
    ['ID', 'id'],
    ['our.own.key', undefined],
    ['', undefined],
  ];
  for (const [written, meant] of cases)
    it(`'${written}' was meant to be ${meant ?? 'something else'}`, () => {
      assert.equal(closest(written, keys), meant);
    });
});

describe('JSON files', () => {
  it('keep their numbers as they are written', () => {
    const { node, errors } = readJson('{ "a": 10.0, "b": 1e3, "c": true, "d": null, "e": "10.0" }');
    assert.deepEqual(errors, []);
    assert.ok(node?.kind === 'map');
    assert.deepEqual(
      node.entries.map(({ value }) => (value.kind === 'scalar' ? [value.value, value.source] : [])),
      [
        [10, '10.0'],
        [1000, '1e3'],
        [true, 'true'],
        [null, 'null'],
        ['10.0', '10.0'],
      ],
    );
  });

  it('may hold keys by any name, the last of a name counting', () => {
    const { node } = readJson('{ "__proto__": 1, "a": 1, "a": 2 }');
    assert.ok(node !== undefined);
    const json = toJson(node) as object;
    assert.deepEqual(Object.entries(json), [
      ['__proto__', 1],
      ['a', 2],
    ]);
  });
});

describe('hasValue', () => {
  it('is true of all but null and blank texts', () => {
    const without: (JsonValue | undefined)[] = [undefined, null, '', ' \t\n', '\u00a0'];
    const having: JsonValue[] = ['x', 0, false, [], {}];
    for (const value of without) assert.equal(hasValue(value), false, JSON.stringify(value));
    for (const value of having) assert.equal(hasValue(value), true, JSON.stringify(value));
  });
});
