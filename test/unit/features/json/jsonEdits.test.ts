import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEdits } from '../../../../src/core/text/edit';
import { readJson } from '../../../../src/core/text/jsonDocument';
import { toJson, type JsonValue } from '../../../../src/core/text/locatedNode';
import { setJson } from '../../../../src/features/json/jsonEdits';
import { changeList, jsonListOf } from '../../../../src/features/json/jsonList';

function set(text: string, keys: readonly string[], value: JsonValue): string | undefined {
  const edits = setJson(text, keys, value);
  return edits === undefined ? undefined : applyEdits(text, edits);
}

/** A list after some items are taken out and others put in. */
function changed(
  text: string,
  removed: readonly number[],
  inserted: Readonly<Record<number, readonly string[]>>,
): string {
  const { node } = readJson(text);
  const list = node === undefined ? undefined : jsonListOf(text, node);
  assert.ok(list !== undefined);
  const added = new Map(Object.entries(inserted).map(([index, items]) => [Number(index), items]));
  return applyEdits(text, changeList(text, list, { removed: new Set(removed), inserted: added }));
}

describe('Edits of JSON files', () => {
  const sets: readonly (readonly [what: string, before: string, after: string | undefined])[] = [
    ['a file that is not there', '', '{\n  "rules": {\n    "a": "off"\n  }\n}\n'],
    ['an empty object, and adds no line', '{}', '{\n  "rules": {\n    "a": "off"\n  }\n}'],
    ['an object of one line', '{ "x": 1 }', '{ "x": 1, "rules": { "a": "off" } }'],
    ['an object with one of one line', '{ "rules": { "b": "off" } }', '{ "rules": { "b": "off", "a": "off" } }'],
    [
      'an object with a comment and a trailing comma',
      '{\n\t// ours\n\t"x": 1, // one\n}\n',
      '{\n\t// ours\n\t"x": 1, // one\n\t"rules": {\n\t\t"a": "off"\n\t},\n}\n',
    ],
    [
      'an object with a comment behind the last property',
      '{\n  "rules": {\n    "b": "off" /* b */ // b\n  }\n}\n',
      '{\n  "rules": {\n    "b": "off", /* b */ // b\n    "a": "off"\n  }\n}\n',
    ],
    ['a value that is there', '{\n  "rules": { "a": "error" } // x\n}', '{\n  "rules": { "a": "off" } // x\n}'],
    ['a comment and nothing else', '// nothing\n', undefined],
    ['what is no object', '{ "rules": [] }', undefined],
    ['what is broken', '{ "rules": { }', undefined],
  ];
  for (const [what, before, after] of sets) {
    it(`set a value in ${what}`, () => {
      assert.equal(set(before, ['rules', 'a'], 'off'), after);
    });
    it(`set a value in ${what}, with other line breaks and a byte order mark`, () => {
      const windows = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
      if (before.includes('\n'))
        assert.equal(set(windows(before), ['rules', 'a'], 'off'), after === undefined ? undefined : windows(after));
    });
  }

  it('write new objects as those beside them', () => {
    assert.equal(set('{"a":{"x":1}}', ['b'], { y: [1] }), '{"a":{"x":1}, "b": {"y":[1]}}');
    const wide = '{\n"a": {\n      "x": 1\n}\n}';
    assert.equal(
      set(wide, ['b'], { y: [1] }),
      `${wide.slice(0, -2)},\n"b": {\n      "y": [\n            1\n      ]\n}\n}`,
    );
  });

  const lines = '[\n  1, // one\n  // two\n  2,\n  3 // three\n]';
  const lists: readonly (readonly [
    what: string,
    before: string,
    removed: readonly number[],
    inserted: Readonly<Record<number, readonly string[]>>,
    after: string,
  ])[] = [
    [
      'puts items in',
      lines,
      [],
      { 0: ['0'], 1: ['1.5'], 3: ['4', '5'] },
      '[\n  0,\n  1, // one\n  1.5,\n  // two\n  2,\n  3, // three\n  4,\n  5\n]',
    ],
    ['takes items out', lines, [1], {}, '[\n  1, // one\n  // two\n  3 // three\n]'],
    ['takes the last item out', lines, [2], {}, '[\n  1, // one\n  // two\n  2\n   // three\n]'],
    [
      'takes the last item out and puts another in',
      lines,
      [2],
      { 3: ['4'] },
      '[\n  1, // one\n  // two\n  2,\n  4\n   // three\n]',
    ],
    ['takes all items out', lines, [0, 1, 2], {}, '[\n   // one\n  // two\n   // three\n]'],
    ['puts another one in their place', '[\n  1,\n  2\n]', [0, 1], { 2: ['3'] }, '[\n  3\n]'],
    ['keeps a trailing comma', '[\n  1,\n  2,\n]', [1], { 2: ['3'] }, '[\n  1,\n  3,\n]'],
    ['keeps one line', '[1, 2, 3]', [1, 2], { 1: ['a'], 3: ['b'] }, '[1, a, b]'],
    ['keeps one line without blanks', '[1,2]', [0], { 0: ['a'] }, '[a, 2]'],
    ['fills an empty list', '[]', [], { 0: ['1', '2'] }, '[\n  1,\n  2\n]'],
    ['fills a list that holds a comment', '[ // none yet\n]', [], { 0: ['1'] }, '[ // none yet\n  1\n]'],
    ['keeps items that begin behind the bracket', '[{\n},\n{\n}]', [], { 0: ['1'], 2: ['2'] }, '[1,\n{\n},\n{\n},\n2]'],
    [
      'copes with commas at the start of lines',
      '[\n  1 // one\n  , 2\n]',
      [0],
      { 2: ['3'] },
      '[\n   // one\n   2, 3\n]',
    ],
  ];
  for (const [what, before, removed, inserted, after] of lists) {
    it(`change a list: ${what}`, () => {
      assert.equal(changed(before, removed, inserted), after);
    });
  }

  it('give the list that was asked for, however it is written, and lose no comment', () => {
    const gaps = ['', ' ', '\n  ', ' // , c\n  ', '\n  /* ] c */ ', '\r\n'];
    let seed = 7;
    const pick = (count: number): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % count;
    const gap = (): string => gaps[pick(gaps.length)] ?? '';
    for (let round = 0; round < 3000; round++) {
      const items = Array.from({ length: pick(5) }, (_, index) => index);
      const trailing = items.length > 0 && pick(2) === 0 ? `,${gap()}` : '';
      const text = `${gap()}[${gap()}${items.map((item) => `${item}${gap()}`).join(`,${gap()}`)}${trailing}]${gap()}`;
      const removed = items.filter(() => pick(3) === 0);
      const inserted = Object.fromEntries(
        [...items, items.length].filter(() => pick(3) === 0).map((at) => [at, [`1${at}`]]),
      );
      const after = changed(text, removed, inserted);
      const wanted = [...items, items.length].flatMap((item) => [
        ...(item in inserted ? [Number(`1${item}`)] : []),
        ...(removed.includes(item) || item === items.length ? [] : [item]),
      ]);
      const { node, errors } = readJson(after);
      assert.deepEqual(
        [node && toJson(node), errors],
        [wanted, []],
        JSON.stringify({ text, removed, inserted, after }),
      );
      const comments = (of: string): number => of.split(' c').length;
      assert.equal(comments(after), comments(text), JSON.stringify({ text, after }));
    }
  });
});
