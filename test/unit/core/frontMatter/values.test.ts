import assert from 'node:assert/strict';
import matter from 'gray-matter';
import { after, before, describe, it } from 'mocha';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import type { LocatedNode } from '../../../../src/core/text/locatedNode';
import { showSpan } from '../support/show';
import { read } from './read';

/** Each key and each value with its place, lists and maps with their parts. */
function places(text: string): string[] {
  const show = (node: LocatedNode, name: string): string[] => {
    const own = `${name} ${showSpan(text, node.span)}`;
    if (node.kind === 'scalar') return [`${own} ${JSON.stringify(node.value)} ${node.source}`.trim()];
    if (node.kind === 'sequence') return [own, ...node.items.flatMap((item, index) => show(item, `${name}[${index}]`))];
    return [
      own,
      ...node.entries.flatMap(({ key, keySpan, value }) => [
        `${name}.${key} key ${showSpan(text, keySpan)}`,
        ...show(value, `${name}.${key}`),
      ]),
    ];
  };
  return show(parseFrontMatter(text).map, '').slice(1);
}

describe('front matter: values', () => {
  const scalars: readonly (readonly [written: string, value: unknown, source?: string])[] = [
    ['text', 'text'],
    ['2018-11-02', '2018-11-02'],
    ['2018-11-02T08:00:00Z', '2018-11-02T08:00:00Z'],
    ['11/02/2018', '11/02/2018'],
    ['10.0', 10],
    ['10.0.14', '10.0.14'],
    ['007', 7],
    ['+5', 5],
    ['-0.5e3', -500],
    ['.5', 0.5],
    ['5.', 5],
    ['0x1F', '0x1F'],
    ['0o17', '0o17'],
    ['1_000', '1_000'],
    ['.inf', '.inf'],
    ['true', true],
    ['False', false],
    ['TRUE', true],
    ['yes', 'yes'],
    ['off', 'off'],
    ['null', null],
    ['NULL', null],
    ['~', null],
    ['nullable', 'nullable'],
    ['"10.0"', '10.0', '10.0'],
    ["'true'", 'true', 'true'],
    ["'it''s'", "it's"],
    ['"a\\tb"', 'a\tb'],
    ['""', '', ''],
    ["''", '', ''],
    ['a # comment', 'a', 'a'],
    ['a#b', 'a#b'],
    ['"a # b" # c', 'a # b', 'a # b'],
    ['a:b', 'a:b'],
    ['http://x.com/a', 'http://x.com/a'],
    ['C# and F#', 'C# and F#'],
    ['[a, b]', ['a', 'b']],
    ['[]', []],
    ['{ a: 1 }', { a: 1 }],
    ['ä ö 漢字 😀', 'ä ö 漢字 😀'],
  ];
  for (const [written, value, source] of scalars)
    it(`a: ${written}`, () => {
      const text = `---\na: ${written}\n---\n`;
      assert.deepEqual(read(text), { metadata: { a: value }, problems: [], readByBuild: true });
      const [entry] = parseFrontMatter(text).map.entries;
      if (entry?.value.kind === 'scalar' && source !== undefined) assert.equal(entry.value.source, source);
    });

  it('are known with their places', () => {
    const text = `\ufeff---
title: A title   # comment
ms.date: "10/29/2025"
empty:
tilde: ~
list:
  - one
  - 'two'
inline: [a, { b: 10.0 }]
map:
  deep: x
folded: >
  one
  two
---
`;
    for (const [name, eol] of [
      ['LF', '\n'],
      ['CRLF', '\r\n'],
    ] as const)
      assert.deepEqual(
        places(text.replaceAll('\n', eol)),
        [
          '.title key 2:1-2:6',
          '.title 2:8-2:15 "A title" A title',
          '.ms.date key 3:1-3:8',
          '.ms.date 3:10-3:22 "10/29/2025" 10/29/2025',
          '.empty key 4:1-4:6',
          '.empty 4:7-4:7 null',
          '.tilde key 5:1-5:6',
          '.tilde 5:8-5:9 null ~',
          '.list key 6:1-6:5',
          '.list 7:3-8:10',
          '.list[0] 7:5-7:8 "one" one',
          '.list[1] 8:5-8:10 "two" two',
          '.inline key 9:1-9:7',
          '.inline 9:9-9:25',
          '.inline[0] 9:10-9:11 "a" a',
          '.inline[1] 9:13-9:24',
          '.inline[1].b key 9:15-9:16',
          '.inline[1].b 9:18-9:22 10 10.0',
          '.map key 10:1-10:4',
          '.map 11:3-11:10',
          '.map.deep key 11:3-11:7',
          '.map.deep 11:9-11:10 "x" x',
          '.folded key 12:1-12:7',
          '.folded 12:9-14:6 "one two\\n" one two',
        ],
        name,
      );
  });

  it('of a key that is there twice: the last counts, and this is said at it', () => {
    assert.deepEqual(read('---\na: 1\nb: 2\na: 3\nc: 4\na: 5\n---\n'), {
      metadata: { a: 5, b: 2, c: 4 },
      problems: [
        "4:1-4:2 yaml-duplicate-key The key 'a' is already there. The last one counts: remove one of them.",
        "6:1-6:2 yaml-duplicate-key The key 'a' is already there. The last one counts: remove one of them.",
      ],
      readByBuild: true,
    });
  });

  it('of a nested key that is there twice', () => {
    assert.deepEqual(read('---\nm:\n  a: 1\n  a: 2\n---\n').problems, [
      "4:3-4:4 yaml-duplicate-key The key 'a' is already there. The last one counts: remove one of them.",
    ]);
  });

  it('of a key that is there twice, also where another line is broken', () => {
    assert.deepEqual(read('---\na: 1\nb:2\na: 3\n---\n').problems, [
      "3:2-3:3 yaml-header-syntax-error A space is missing after the colon. Type 'b: 2'.",
      "4:1-4:2 yaml-duplicate-key The key 'a' is already there. The last one counts: remove one of them.",
    ]);
  });

  it('that are null in a list are dropped, and this is said', () => {
    const said = 'null-array-value A list item is empty. Give it a value or remove it: DocFX drops it.';
    assert.deepEqual(read('---\na:\n  - one\n  -\n  - ~\n  - two\nb: [x, null]\n---\n'), {
      metadata: { a: ['one', 'two'], b: ['x'] },
      problems: [`4:4-4:4 ${said}`, `5:5-5:6 ${said}`, `7:8-7:12 ${said}`],
      readByBuild: true,
    });
  });

  it('may be a list or a text instead of keys', () => {
    const said = "yaml-header-not-object The front matter is no list of keys. Write one 'key: value' a line.";
    assert.deepEqual(read('---\n- one\n- two\n---\n'), {
      metadata: {},
      problems: [`2:1-3:6 ${said}`],
      readByBuild: false,
    });
    assert.deepEqual(read('---\nJust some text\n---\n'), {
      metadata: {},
      problems: [`2:1-2:15 ${said}`],
      readByBuild: false,
    });
  });

  it('may be under keys with spaces, quotes and signs', () => {
    assert.deepEqual(read('---\nms. search.form: x\n"a b": 1\n? c\n: 2\n---\n').metadata, {
      'ms. search.form': 'x',
      'a b': 1,
      c: 2,
    });
  });

  it('may be shared by an alias, at the place of their anchor', () => {
    const text = '---\na: &x [1]\nb: *x\n---\n';
    assert.deepEqual(read(text), { metadata: { a: [1], b: [1] }, problems: [], readByBuild: true });
  });

  it('may hold keys that mean something to JavaScript', () => {
    const { metadata } = read('---\n__proto__: x\nconstructor:\n  prototype: y\n---\n');
    assert.deepEqual(Object.entries(metadata as object), [
      ['__proto__', 'x'],
      ['constructor', { prototype: 'y' }],
    ]);
    assert.equal(Object.getPrototypeOf(metadata), Object.prototype);
  });
});

describe('front matter: gray-matter', () => {
  it('keeps no file in its cache', () => {
    const { cache } = matter as unknown as { cache: object };
    const before = Object.keys(cache).length;
    for (const text of ['---\na: [1]\n---\nbody\n', '---js\n{}\n---\n', '---\na: b: c\n---\n', '---\n---\n'])
      read(text);
    assert.equal(Object.keys(cache).length, before);
    assert.deepEqual(
      Object.keys(cache).filter((key) => key.includes('body')),
      [],
    );
  });
});

describe('front matter: made to break a parser', () => {
  const bomb = [
    'a0: &a0 [x]',
    ...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`),
  ];
  const cases: readonly (readonly [name: string, header: string])[] = [
    ['a bomb of aliases', bomb.join('\n')],
    ['an alias inside its own anchor', 'a: &x [*x]\nb: &y { c: *y }'],
    ['lists in lists', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['lists that never close', `a: ${'['.repeat(20_000)}`],
    ['maps in maps', `a: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['dashes behind dashes', `a:\n${'- '.repeat(20_000)}x`],
    ['questions behind questions', `a:\n${'? '.repeat(5_000)}x`],
    ['deep indents', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['very many keys', Array.from({ length: 20_000 }, (_, i) => `key${i}: value`).join('\n')],
    ['very many broken lines', Array.from({ length: 2000 }, (_, i) => `key${i}:value "`).join('\n')],
    ['very many empty lines', '\n'.repeat(200_000)],
    ['one very long line', `a: ${'x '.repeat(200_000)}`],
    ['one very long broken line', `a: ${'x: '.repeat(50_000)}`],
    ['quotes without end', `a: "${'\\"'.repeat(50_000)}`],
    ['very many spaces', `a:${' '.repeat(100_000)}b: c`],
    ['very many conflicts', '<<<<<<< a\n'.repeat(2000)],
    ['very many brackets of includes', `a: ${'[!include['.repeat(10_000)}`],
  ];
  // Mocha keeps whole stacks: with thousands of frames, that is what would take the time.
  const { stackTraceLimit } = Error;
  before(() => (Error.stackTraceLimit = 10));
  after(() => (Error.stackTraceLimit = stackTraceLimit));
  for (const [name, header] of cases) {
    it(`${name} ends fast`, () => {
      for (const text of [`---\n${header}\n---\n`, `---\ntitle: x\n${header}\n`]) {
        const start = performance.now();
        parseFrontMatter(text);
        const took = performance.now() - start;
        assert.ok(took < 3000, `took ${took.toFixed()} ms`);
      }
    });
  }

  it('what nests too deeply, or expands too far, is said and not read', () => {
    for (const header of [bomb.join('\n'), `a: ${'['.repeat(300)}${']'.repeat(300)}`, 'a: &x [*x]']) {
      const { problems, readByBuild } = read(`---\n${header}\n---\n`);
      assert.ok(problems.length > 0, header.slice(0, 20));
      assert.equal(readByBuild, false);
    }
  });
});
