import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLineIndex } from '../../../../src/core/text/position';
import { metadataPlaceAt } from '../../../../src/features/completion/metadataPlace';

/**
 * What is being written at the `|` of a text: what it is, and its line with what is replaced in `‹›`; of a value also what
 * must stand around a choice, of an item its index and the others of its list.
 */
function placeOf(marked: string): string {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const position = createLineIndex(text).positionAt(at);
  const place = metadataPlaceAt(text, position);
  if (place === undefined) return 'nothing';
  const { start, end } = place;
  const line = text.split(/\r\n?|\n/)[position.line] ?? '';
  const shown = `${line.slice(0, start)}‹${line.slice(start, end)}›${line.slice(end)}`;
  assert.equal(place.typed, line.slice(start, position.character));
  if (place.kind === 'key') {
    const rest = `${place.hasColon ? ' colon' : ''}${place.hasValueBelow ? ' value below' : ''}`;
    return `key ${shown}${rest}`;
  }
  assert.equal(place.written, line.slice(start, end));
  const { key, quote, before, behind, item } = place;
  const around = before === '' && behind === '' ? '' : ` '${before}…${behind}'`;
  const inList =
    item === undefined ? '' : ` ${item.isFlow ? 'flow ' : ''}item ${item.index} beside ${JSON.stringify(item.others)}`;
  return `${key} ${shown}${quote === '' ? '' : ` in ${quote}`}${around}${inList}`;
}

function check(cases: Readonly<Record<string, string>>): void {
  for (const [marked, expected] of Object.entries(cases)) {
    it(JSON.stringify(marked), () => {
      assert.equal(placeOf(marked), expected);
    });
  }
}

/** A header of these lines. */
const lines = (...written: readonly string[]): string => ['---', ...written, '---', '', 'Text', ''].join('\n');

describe('the place of metadata that is being written', () => {
  describe('is a key', () => {
    check({
      [lines('|')]: 'key ‹›',
      [lines('ms|')]: 'key ‹ms›',
      [lines('ms.to|pic')]: 'key ‹ms.topic›',
      [lines('|title: x')]: 'key ‹title›: x colon',
      [lines('ti|tle: x')]: 'key ‹title›: x colon',
      [lines('title|: x')]: 'key ‹title›: x colon',
      [lines('title: x', 'ms.|', 'author: y')]: 'key ‹ms.›',
      [lines('|', 'author: y')]: 'key ‹›',
      [lines('title: x', '|')]: 'key ‹›',
      [lines('ms.custom:', '  - a', '|')]: 'key ‹›',
      [lines('|', '  # comment', 'author: y')]: 'key ‹›',
      [lines('ms.cus|', '  - a')]: 'key ‹ms.cus› value below',
      [lines('ms.custom|:', '- a')]: 'key ‹ms.custom›: colon value below',
      '---\r\ntitle: x\r\nms.|\r\n---\r\n': 'key ‹ms.›',
      '\ufeff---\nms.|\n---\n': 'key ‹ms.›',
      '---\ntitle: [a\nms.|\nb: "c\n---\n': 'key ‹ms.›',
    });
  });

  describe('is a key of a header that is not closed yet', () => {
    check({
      '---\n|': 'key ‹›',
      '---\n|\n\n# Heading\n': 'key ‹›',
      '---\nti|': 'key ‹ti›',
      '---\r\nti|\r\n\r\n# Heading\r\n': 'key ‹ti›',
      '---\n\n# Section\nms.|\n\nText\n': 'key ‹ms.›',
      '---\ntitle: x\n|': 'key ‹›',
      '---\ntitle: x\nms.|\n\n# Heading\n': 'key ‹ms.›',
      '---\ntitle: x\n|\n# Heading\n': 'key ‹›',
      '---\ntitle: x\nms.|\n--\n\n# Heading\n': 'key ‹ms.›',
      ' ---\nti|\ntitle: x\n---\n': 'nothing',
      ' ---\ntitle: x\nms.|\n---\n': 'key ‹ms.›',
    });
  });

  describe('is a value', () => {
    check({
      [lines('ms.topic:|')]: "ms.topic ms.topic:‹› ' …'",
      [lines('ms.topic: |')]: 'ms.topic ms.topic: ‹›',
      [lines('ms.topic:  |  ')]: 'ms.topic ms.topic:  ‹  ›',
      [lines('ms.topic: ho|')]: 'ms.topic ms.topic: ‹ho›',
      [lines('ms.topic: ho|w-to')]: 'ms.topic ms.topic: ‹how-to›',
      [lines('ms.topic: |how-to')]: 'ms.topic ms.topic: ‹how-to›',
      [lines('ms.topic: how-to|')]: 'ms.topic ms.topic: ‹how-to›',
      [lines('ms.topic: how-to  |')]: 'ms.topic ms.topic: ‹how-to  ›',
      [lines('ms.topic:ho|')]: "ms.topic ms.topic:‹ho› ' …'",
      [lines('ms.topic : ho|')]: 'ms.topic ms.topic : ‹ho›',
      [lines('title: my lo|ng title')]: 'title title: ‹my long title›',
      [lines('ms.topic: ho|w-to # comment')]: 'ms.topic ms.topic: ‹how-to› # comment',
      [lines('ms.topic: | # comment')]: "ms.topic ms.topic: ‹ ›# comment '… '",
      [lines('ms.topic: |# comment')]: "ms.topic ms.topic: ‹›# comment '… '",
      [lines('a: b#|c')]: 'a a: ‹b#c›',
      '---\r\nms.topic: ho|w-to\r\n---\r\n': 'ms.topic ms.topic: ‹how-to›',
      '---\nms.topic: ho|': 'ms.topic ms.topic: ‹ho›',
      '---\nms.topic: ho|\n\n# Heading\n': 'ms.topic ms.topic: ‹ho›',
    });
  });

  describe('is a value in quotes', () => {
    check({
      [lines('title: "|"')]: 'title title: "‹›" in "',
      [lines('title: "a |b" # comment')]: 'title title: "‹a b›" # comment in "',
      [lines("title: 'it''s |b'")]: "title title: '‹it''s b›' in '",
      [lines('title: "a \\"|b"')]: 'title title: "‹a \\"b›" in "',
      [lines('title: "a|')]: `title title: "‹a› in " '…"'`,
      [lines('title: |"a"')]: 'title title: ‹"a"›',
      [lines('title: "a"|')]: 'title title: ‹"a"›',
      [lines('title: "a" |')]: 'nothing',
    });
  });

  describe('is an item of a list', () => {
    check({
      [lines('k:', '  - |')]: 'k   - ‹› item 0 beside []',
      [lines('k:', '  -|')]: "k   -‹› ' …' item 0 beside []",
      [lines('k:', '- |')]: 'k - ‹› item 0 beside []',
      [lines('k:', '  - a', '  - b|b', '  # comment', "  - 'it''s'", 'other: x')]:
        'k   - ‹bb› item 1 beside ["a","it\'s"]',
      [lines('k: # comment', '  - "a|"')]: 'k   - "‹a›" in " item 0 beside []',
      [lines('k:', '  - a # comment', '', '  - |')]: 'k   - ‹› item 1 beside ["a"]',
      [lines('k:', '  - name: |')]: 'nothing',
      [lines('k:', '  - na|me: x')]: 'nothing',
      [lines('k:', '  - name: x', '    |y: z')]: 'nothing',
      [lines('k:', '  - a|', '    and more')]: 'nothing',
      [lines('k:', '  - - |')]: 'nothing',
      [lines('k: x', '  - |')]: 'nothing',
      [lines('- |')]: 'nothing',
      [lines('k:', '  |- a')]: 'nothing',
      '---\r\nk:\r\n  - a\r\n  - |\r\n---\r\n': 'k   - ‹› item 1 beside ["a"]',
      '---\nk:\n  - |': 'k   - ‹› item 0 beside []',
    });
  });

  describe('is an item of a list in brackets', () => {
    check({
      [lines('k: [|]')]: 'k k: [‹›] flow item 0 beside []',
      [lines('k: [|')]: 'k k: [‹› flow item 0 beside []',
      [lines('k: [a, b|b, c]')]: 'k k: [a, ‹bb›, c] flow item 1 beside ["a","c"]',
      [lines('k: [a,|]')]: `k k: [a,‹›] ' …' flow item 1 beside ["a"]`,
      [lines('k: [a|, "b, c"]')]: 'k k: [‹a›, "b, c"] flow item 0 beside ["b, c"]',
      [lines('k: ["a, |b", c] # comment')]: 'k k: ["‹a, b›", c] # comment in " flow item 0 beside ["c"]',
      [lines('k: [a, |')]: 'k k: [a, ‹› flow item 1 beside ["a"]',
      [lines('k: [a]|')]: 'nothing',
      [lines('k: |[a]')]: 'nothing',
      [lines('k: [[|]]')]: 'nothing',
      [lines('k: [{a: |}]')]: 'nothing',
      [lines('k: {a: |}')]: 'nothing',
    });
  });

  describe('is none', () => {
    check({
      '|---\ntitle: x\n---\n': 'nothing',
      '---|\ntitle: x\n---\n': 'nothing',
      '---\ntitle: x\n|---\n': 'nothing',
      '---\ntitle: x\n---|\n': 'nothing',
      '---\n|---\n': 'nothing',
      '---\n---\n|': 'nothing',
      '---\n---\nms.|\n': 'nothing',
      '---\ntitle: x\n---\nms.topic: |\n': 'nothing',
      '---\ntitle: x\n---\n- |\n': 'nothing',
      '|': 'nothing',
      'ms.topic: |': 'nothing',
      '# H\n\n---\nti|': 'nothing',
      '---\ntitle: x\n\nProse that goes on.\nms.|': 'nothing',
      '---\ntitle: x\n\n# Heading\n\nms.|': 'nothing',
      '---\n\nProse that goes on.\n|': 'nothing',
      '---\n\nProse| that goes on.\n': 'nothing',
      '---\n```\n|\n```\n': 'nothing',
      [lines('#|')]: 'nothing',
      [lines('# ms.|')]: 'nothing',
      [lines('# ms.topic: |')]: 'nothing',
      [lines('|# ms.topic: x')]: 'nothing',
      [lines('ms.topic: x # |')]: 'nothing',
      [lines('ms.topic: x # a: |')]: 'nothing',
      [lines('k:', '  - a # |')]: 'nothing',
      [lines('k:', '  # |')]: 'nothing',
      [lines('title: >-', '  te|xt')]: 'nothing',
      [lines('title: |>-', '  text')]: 'nothing',
      [lines('title: &a|')]: 'nothing',
      [lines('k:|', '  - a')]: 'nothing',
      [lines('k:', '|', '  - a')]: 'nothing',
      [lines('k:', '  a: |')]: 'nothing',
      [lines('title x|y')]: 'nothing',
      [lines('|title x')]: 'nothing',
      [lines(`title: ${'x'.repeat(2000)}|`)]: 'nothing',
    });

    it('outside of the text', () => {
      assert.equal(metadataPlaceAt('---\ntitle: x\n---\n', { line: 9, character: 0 }), undefined);
      assert.equal(metadataPlaceAt('---\ntitle: x\n---\n', { line: 1, character: 99 })?.kind, 'value');
    });
  });

  it('is found at once in long texts', () => {
    const texts = [
      `---\n${'a: [b, '.repeat(200)}\n---\n`,
      `---\nk:\n${'  - a\n'.repeat(50_000)}  - \n---\n`,
      `---\n${'a: b\n'.repeat(50_000)}`,
      `---\n${'\n'.repeat(100_000)}`,
      `---\nk: ["${'\\"'.repeat(900)}\n---\n`,
    ];
    const started = performance.now();
    for (const text of texts) {
      const { length } = text.split('\n');
      for (const line of [1, 2, length - 3, length - 2, length - 1]) metadataPlaceAt(text, { line, character: 1500 });
    }
    assert.ok(performance.now() - started < 2000);
  });
});
