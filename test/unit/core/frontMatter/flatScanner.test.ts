import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { scanFlat } from '../../../../src/core/frontMatter/flatScanner';
import { readYaml } from '../../../../src/core/frontMatter/yamlDocument';
import type { LocatedEntry } from '../../../../src/core/text/locatedNode';

/** What the full parser makes of a text that the fast one took. */
function readFully(text: string, base: number): readonly LocatedEntry[] {
  const { node, error, problems } = readYaml(text, base);
  assert.equal(error, undefined, 'the full parser refuses it');
  assert.deepEqual(problems, [], 'the full parser finds something in it');
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) return [];
  assert.equal(node.kind, 'map', 'the full parser finds no keys');
  return node.entries;
}

/** Wherever the fast reader answers, its answer is that of the full one. */
function assertSame(text: string): boolean {
  const flat = scanFlat(text, 7);
  if (flat === undefined) return false;
  assert.deepEqual(flat, readFully(text, 7), JSON.stringify(text));
  return true;
}

// Pieces of headers, the ordinary ones several times so that whole headers of them come about.
const key = fc.constantFrom(
  'title',
  'ms.date',
  'ms.topic',
  'a',
  '_b',
  'A-1',
  'ROBOTS',
  'key with space',
  '"quoted"',
  '1',
  '',
  '?',
  '- a',
);
const colon = fc.constantFrom(': ', ': ', ': ', ': ', ':', ':  ', ' : ', ':\t', '::');
const atom = fc.constantFrom(
  ...[
    'text',
    'text',
    'two words',
    '10/29/2025',
    '2018-11-02',
    '10.0',
    '0x1f',
    '1e3',
    '+1',
    '-1',
    '.5',
    '-',
    '--',
    '---',
    '...',
  ],
  ...[
    'true',
    'False',
    'null',
    '~',
    'yes',
    '.inf',
    '0o7',
    "it's",
    'a"b',
    '"a"',
    "'a'",
    "'it''s'",
    '"a\\"b"',
    '"a\\n"',
    '"a',
    "'a",
    '""',
    "''",
  ],
  ...[
    '#',
    ' #',
    'a#b',
    'a # b',
    'a #b',
    '# b',
    'a: b',
    'a:b',
    'a:',
    ':a',
    ': a',
    'http://x.y/z',
    'C:\\x',
    '[a]',
    '[',
    ']',
    '{a: b}',
    '}',
    ',',
  ],
  ...[
    'a, b',
    '*a',
    '**b**',
    '&a b',
    '!x',
    '!',
    '|',
    '>',
    '>-',
    '|+',
    '%',
    '@',
    '`',
    '? a',
    '?',
    '- a',
    '<<',
    '=',
    '<a>',
    '(a)',
    '$',
    '^',
    '\\',
    ';',
  ],
  ...[
    'ä',
    '漢字',
    '😀',
    '\u00a0',
    '\u00a0a',
    'a\u00a0',
    '\u200b',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u0000',
    '\u007f',
    '\ud800',
    '\t',
    'a\tb',
    'a\t',
    '\r',
  ],
  ...[
    'toString',
    '__proto__',
    'constructor',
    'a  b',
    '  a',
    'a  ',
    'a -b',
    'a - b',
    "''a",
    '""a',
    "'a' #c",
    '"a"#c',
    "'a'b",
  ],
);
const value = fc.oneof(
  { weight: 5, arbitrary: atom },
  { weight: 2, arbitrary: fc.array(atom, { maxLength: 3 }).map((all) => all.join('')) },
);
const comment = fc.constantFrom('', '', '', '', ' # comment', '  #', ' #x', '#x', ' ', '   ', '\t', ' \t# c');
const eol = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r\n', '\r', '');
const indent = fc.constantFrom('', '', '  ', '  ', ' ', '    ', '\t');
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(key, colon, value, comment).map((parts) => parts.join('')) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(indent, fc.constantFrom('- ', '- ', '-', '-  ', '- - '), value, comment)
      .map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: fc.tuple(key, fc.constantFrom(':', ': ', ':   '), comment).map((parts) => parts.join('')) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(indent, fc.constantFrom('#', '# comment', '# a: b', '', ' ', '#a'))
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.tuple(indent, value).map((parts) => parts.join('')) },
  {
    weight: 1,
    arbitrary: fc.tuple(indent, fc.constant('- '), key, colon, value, comment).map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(key, fc.constantFrom(':', ': ', ': #'), eol, indent, value, comment)
      .map((parts) => parts.join('')),
  },
);
const header = fc
  .array(fc.tuple(line, eol), { maxLength: 8 })
  .map((lines) => lines.map(([text, end]) => text + end).join(''));

/** Ordinary headers: distinct keys, one line each or a list, nothing odd. */
const plainKey = fc.stringMatching(/^[a-z][a-z.-]{0,6}$/);
const plainValue = fc.constantFrom(
  'text',
  '"quoted: text"',
  "'single'",
  '10.0',
  '10/29/2025',
  'a, b',
  '~',
  'x # y',
  '',
);
const plainEntry = fc.oneof(
  fc.tuple(plainKey, plainValue).map(([name, text]) => [name, `${name}: ${text}`] as const),
  fc
    .tuple(
      plainKey,
      fc.array(
        fc.oneof(
          plainValue.filter((text) => text !== '' && text !== '~'),
          fc.tuple(plainKey, plainValue).map(([name, text]) => `${name}: ${text}`),
        ),
        { minLength: 1, maxLength: 3 },
      ),
      fc.constantFrom('', '  '),
    )
    .map(
      ([name, items, space]) => [name, [`${name}:`, ...items.map((item) => `${space}- ${item}`)].join('\n')] as const,
    ),
);
const plainHeader = fc
  .tuple(fc.uniqueArray(plainEntry, { selector: ([name]) => name, maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
  .map(([entries, end]) =>
    entries
      .map(([, text]) => `${text}\n`)
      .join('')
      .replaceAll('\n', end),
  );

describe('the fast reader of front matter', () => {
  it('answers as the full one wherever it answers', function () {
    this.timeout(120_000);
    let answered = 0;
    fc.assert(
      fc.property(header, (text) => {
        if (assertSame(text)) answered++;
      }),
      { seed: 20260310, numRuns: 20_000 },
    );
    // A test of headers that it refuses would prove nothing.
    assert.ok(answered > 2000, String(answered));
  });

  it('answers for every ordinary header', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(plainHeader, (text) => {
        assert.ok(assertSame(text), `refuses ${JSON.stringify(text)}`);
      }),
      { seed: 20260310, numRuns: 3000 },
    );
  });

  it('keeps line ends, and everything else, out of values', () => {
    const text = 'a: x\r\nb:\r\n  - "y" # z\r\n\r\n# end\r\n';
    assert.ok(assertSame(text));
    assert.deepEqual(
      scanFlat(text, 0)?.map(({ key: name, value: node }) => [
        name,
        node.kind,
        text.slice(node.span.start, node.span.end),
      ]),
      [
        ['a', 'scalar', 'x'],
        ['b', 'sequence', '- "y"'],
      ],
    );
  });
});
