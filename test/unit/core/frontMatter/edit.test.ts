import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  insertKey,
  keyLine,
  linesOf,
  quotedText,
  removeEntry,
  renameEntry,
  replaceValue,
  yamlText,
} from '../../../../src/core/frontMatter/edit';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { withLineBreak } from '../../../../src/core/rules/fix';
import { applyEdits } from '../../../../src/core/text/edit';
import { lineBreakOf } from '../../../../src/core/text/lines';
import { entryOf, toJson, type JsonValue, type LocatedEntry } from '../../../../src/core/text/locatedNode';

const order = ['title', 'description', 'author', 'ms.date', 'ms.topic', 'ms.custom'];

function entry(text: string, key: string): LocatedEntry {
  const found = entryOf(parseFrontMatter(text).map, key);
  assert.ok(found !== undefined, key);
  return found;
}

function inserted(text: string, key: string, value: string): string {
  const edit = insertKey(text, parseFrontMatter(text), order, key, value);
  assert.ok(edit !== undefined);
  return applyEdits(text, withLineBreak([edit], lineBreakOf(text)));
}

function valueOf(text: string, key: string): JsonValue {
  return toJson(entry(text, key).value);
}

describe('Texts as YAML', () => {
  const cases: readonly (readonly [value: string, yaml: string])[] = [
    ['plain text', 'plain text'],
    ['', '""'],
    [' a', '" a"'],
    ['a ', '"a "'],
    ['true', '"true"'],
    ['null', '"null"'],
    ['10', '"10"'],
    ['1.0', '"1.0"'],
    ['10/29/2025', '10/29/2025'],
    ['2025-10-29', '2025-10-29'],
    ['a: b', '"a: b"'],
    ['a:b', 'a:b'],
    ['a:', '"a:"'],
    ['a # b', '"a # b"'],
    ['a#b', 'a#b'],
    ['# a', '"# a"'],
    ['*a', '"*a"'],
    ['[a]', '"[a]"'],
    ['"a"', `'"a"'`],
    ["'a'", `"'a'"`],
    [`"it's": a`, `'"it''s": a'`],
    ['a\\b: c', "'a\\b: c'"],
    ['a\nb', '"a\\nb"'],
    ['a\r\nb', '"a\\r\\nb"'],
    ['"a"\n\\b\n', '"\\"a\\"\\n\\\\b\\n"'],
    ['\u0085', '"\\u0085"'],
    ['\ufeffa', '"\\ufeffa"'],
    ['\u65e5\u672c', '\u65e5\u672c'],
  ];
  for (const [value, yaml] of cases)
    it(`${JSON.stringify(value)} is written as ${yaml}`, () => {
      assert.equal(yamlText(value), yaml);
      assert.equal(valueOf(`---\nkey: ${yaml}\n---\n`, 'key'), value);
    });

  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('a', ' ', '\n', '\r\n', '\t', '"', "'", '\\', ':', '#', '-', '\n---\n', '[', '%'))
      .map((parts) => parts.join('')),
  );

  it('read as the texts that they were, in a value and in a list', () => {
    fc.assert(
      fc.property(texts, (value) => {
        for (const write of [yamlText, quotedText]) {
          const yaml = write(value);
          assert.ok(!/[\r\n]/.test(yaml), 'one line');
          const text = `---\nkey: ${yaml}\nlist:\n  - ${yaml}\nafter: x\n---\n`;
          const { map, problems } = parseFrontMatter(text);
          assert.deepEqual([problems, toJson(map)], [[], { key: value, list: [value], after: 'x' }]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('Lines of a key', () => {
  const cases: readonly (readonly [name: string, lines: string])[] = [
    ['a value on its line', 'key: a  # note\n'],
    ['no value', 'key:\n'],
    ['a list', 'key:\n  - a\n  - b # b\n'],
    ['a list without an indent', 'key:\n- a\n- b\n'],
    ['a folded text', 'key: >-\n  a\n  b\n'],
    ['a value that goes on', 'key: a\n  b\n'],
    ['a map', 'key:\n  a: b\n'],
    ['a flow list over lines', 'key: [a,\n  b]\n'],
  ];
  for (const [name, lines] of cases)
    it(`are those of ${name}, and removing them leaves the rest`, () => {
      for (const lineBreak of ['\n', '\r\n', '\r']) {
        if (lineBreak === '\r') continue;
        const text = `---\n# top\nfirst: x\n${lines}\n# below\nlast: y\n---\nbody`.replaceAll('\n', lineBreak);
        const found = entry(text, 'key');
        const { start, end } = linesOf(text, found);
        assert.equal(text.slice(start, end), lines.replaceAll('\n', lineBreak));
        assert.equal(
          applyEdits(text, [removeEntry(text, found)]),
          `---\n# top\nfirst: x\n\n# below\nlast: y\n---\nbody`.replaceAll('\n', lineBreak),
        );
      }
    });
});

describe('Removing a key', () => {
  for (const [before, after] of [
    ['{ key: x, other: y }', '{ other: y }'],
    ['{ other: y, key: x }', '{ other: y }'],
    ['{key}', '{}'],
    ['{ key, other: y }', '{ other: y }'],
    ['{\n  key: x,\n  other: y\n}', '{\n  other: y\n}'],
    ['{ other: y,\n  key: x } # note', '{ other: y,\n   } # note'],
    ['? key\nother: y', 'other: y'],
    ['? key\n: x\nother: y', 'other: y'],
    ['&a key: x\nother: y', 'other: y'],
    ['"key": x # note\nother: y', 'other: y'],
  ] as const)
    it(`leaves what stands beside it: ${JSON.stringify(before)}`, () => {
      const text = `---\n${before}\n---\n`;
      assert.equal(applyEdits(text, [removeEntry(text, entry(text, 'key'))]), `---\n${after}\n---\n`);
    });
});

describe('Renaming a key', () => {
  const renamed = (header: string, isCertain = true): [title: string, certain: boolean, text: string] => {
    const text = `---\n${header}\n---\n`;
    const fix = renameEntry(text, parseFrontMatter(text).map, entry(text, 'old'), 'new', isCertain);
    return [fix.title, fix.isCertain, applyEdits(text, fix.edits).slice(4, -5)];
  };

  it('changes its name alone', () => {
    assert.deepEqual(renamed('old :  "a" # b'), ["Change 'old' to 'new'", true, 'new :  "a" # b']);
    assert.deepEqual(renamed('old: a', false), ["Change 'old' to 'new'", false, 'new: a']);
  });

  it('removes it where the other one says the same, or it says nothing', () => {
    assert.deepEqual(renamed('new: a\nold: "a"'), ["Remove 'old': 'new' is there", true, 'new: a']);
    assert.deepEqual(renamed('old:\nnew: a'), ["Remove 'old': 'new' is there", true, 'new: a']);
  });

  it('takes the place of one without a value', () => {
    assert.deepEqual(renamed('new:\nx: y\nold: a'), ["Change 'old' to 'new'", true, 'x: y\nnew: a']);
  });

  it('is for the writer to decide where both have a value', () => {
    assert.deepEqual(renamed('old: a\nnew: b'), ["Remove 'old': 'new' has a value", false, 'new: b']);
  });
});

describe('Replacing a value', () => {
  for (const [before, after] of [
    ['key: a   # note', 'key: z   # note'],
    ['key:   "a"', 'key:   z'],
    ['key:', 'key: z'],
    ['key: ', 'key: z'],
    ['key:    # note', 'key: z   # note'],
  ] as const)
    it(`of '${before}' gives '${after}'`, () => {
      const text = `---\n${before}\n---\n`;
      const done = applyEdits(text, [replaceValue(text, entry(text, 'key').value, 'z')]);
      assert.equal(valueOf(done, 'key'), 'z');
      assert.equal(done.split('\n')[1]?.replaceAll(/ +/g, ' '), after.replaceAll(/ +/g, ' '));
    });
});

describe('Inserting a key', () => {
  const cases: readonly (readonly [name: string, key: string, value: string, before: string, after: string])[] = [
    ['below the closest one before it', 'author', 'a', 'title: A\nms.topic: faq', 'title: A\nauthor: a\nms.topic: faq'],
    ['above the closest one after it', 'title', 'A', '# top\nms.topic: faq', '# top\ntitle: A\nms.topic: faq'],
    ['below a list', 'ms.other', 'x', 'ms.custom:\n  - a\n  - b', 'ms.custom:\n  - a\n  - b\nms.other: x'],
    [
      'whatever the order of the others',
      'author',
      'a',
      'ms.topic: faq\ntitle: A',
      'ms.topic: faq\ntitle: A\nauthor: a',
    ],
    ['behind keys that the schema does not know', 'author', 'a', 'x: y', 'x: y\nauthor: a'],
    ['without a value', 'author', '', 'title: A', 'title: A\nauthor:'],
    ['in place of one that is commented out', 'author', 'a', '# author: \ntitle: A', 'author: a\ntitle: A'],
    ['with the value that is commented out', 'author', '', '#author: b \ntitle: A', 'author: b\ntitle: A'],
    [
      'not in place of prose',
      'author',
      'a',
      '# author and more: x\ntitle: A',
      '# author and more: x\ntitle: A\nauthor: a',
    ],
  ];
  for (const [name, key, value, before, after] of cases)
    it(name, () => {
      for (const convert of [(text: string) => text, (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`]) {
        const text = convert(`---\n${before}\n---\nbody`);
        assert.equal(inserted(text, key, value), convert(`---\n${after}\n---\nbody`));
      }
    });

  it('into front matter without keys or without an end', () => {
    assert.equal(inserted('---\n---\n', 'title', 'A'), '---\ntitle: A\n---\n');
    assert.equal(inserted('---\ntitle: A', 'author', 'a'), '---\ntitle: A\nauthor: a\n');
    assert.equal(insertKey('# H\n', parseFrontMatter('# H\n'), order, 'title', 'A'), undefined);
  });

  it('gives the key its value and leaves every other line as it is', () => {
    const lines = fc.constantFrom(
      'title: A',
      '# note',
      '',
      'author: "b" # c',
      'ms.custom:\n  - a',
      'x: y',
      'ms.date: 10/29/2025',
    );
    fc.assert(
      fc.property(fc.uniqueArray(lines), fc.string(), fc.boolean(), (header, value, isWindows) => {
        const plain = ['---', ...header, '---', '', 'body', ''].join('\n');
        const text = isWindows ? plain.replaceAll('\n', '\r\n') : plain;
        const done = inserted(text, 'ms.topic', yamlText(value));
        assert.equal(valueOf(done, 'ms.topic'), value);
        const kept = done.split(/(?<=\n)/).filter((line) => !line.startsWith('ms.topic:'));
        assert.equal(kept.join(''), text);
      }),
    );
  });

  it('writes a key without a value without a space', () => {
    assert.deepEqual([keyLine('a', ''), keyLine('a', 'b')], ['a:', 'a: b']);
  });
});
