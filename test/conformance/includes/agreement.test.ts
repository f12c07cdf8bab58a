import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { includeTokensOf, scannedIncludesOf } from '../../support/includeTokens';

/*
 * Diagnostics read includes with a scanner, the preview with markdown-it. They must find the same ones, in the same form.
 *
 * Left out of the texts below, because markdown-it itself is not CommonMark there and the scanner is: `>` behind four
 * columns goes on with a quote; an unclosed `<!--` makes text of a later `<?x?>`; a table begins where HTML does or in the
 * middle of a paragraph; a tag on a line of its own begins HTML behind a definition; a code span that was read once as the
 * text of a link may be text the second time; an image may begin at the bracket of an include.
 */

const directives = [
  ...['[!include [a](1.md)]', '[!INCLUDE[b](2.md)]', '[!include-[c](3.md)]', '[!include+ [d](4.md)]'],
  ...['[!include[](5.md "t")]', '[!include [`x](6.md)]', '[!include [!include [e](7.md)]', '[!include[a\\]b](<8.md>)]'],
];
const containers = ['> ', '>', '- ', '* ', '1. ', '2) ', '    ', '  ', ' ', '\t'];
const lines = ['\n', '\n', '\n\n', 'text\n', '***\n', '---\n', '===\n', '# ', '## '];
const code = ['```\n', '```', '~~~\n', '````\n', '`', '``', '\\`'];
const html = [
  '<div>',
  '</div>',
  '<!--',
  '-->',
  '<pre>',
  '</pre>',
  '<b>',
  '<a b="',
  '">',
  '<script>',
  '<b/>\n',
  '<',
  '>',
];
const text = ['text', 'text ', 'é', '\\', '\\[', '*', '**', '_', '(', ')', '"', '&amp;', '-', '--', '<http://a.b>'];
const links = ['[', ']', '](', '](u)', '](<u>)', '](u "', '" )', '![', '[r]', '](u(v)'];

type Pieces = readonly string[];

function agree(pieces: Pieces, isLeftOut: RegExp, seed: number): void {
  const any = fc.oneof(fc.constantFrom(...directives), fc.constantFrom(...pieces));
  const written = fc
    .array(any, { maxLength: 24 })
    .map((parts) => parts.join(''))
    .filter((one) => !isLeftOut.test(one));
  fc.assert(
    fc.property(written, (one) => {
      assert.deepEqual(scannedIncludesOf(one), includeTokensOf(one));
    }),
    { seed, numRuns: 4000 },
  );
}

const quoteBehindFourColumns = / {4}[ \t]*>|\t[ \t]*>/;

describe('the scanner and markdown-it', () => {
  it('agree on includes among containers, code and HTML', () => {
    agree([...containers, ...lines, ...code, ...html, ...text], quoteBehindFourColumns, 20261125);
  });

  it('agree on includes among links and images', () => {
    agree([...lines, ...links, ...text], /!\[!|\[r\]\[|\]\]\(/, 20261126);
  });

  it('agree on includes in cells of tables', () => {
    const cell = fc
      .array(fc.constantFrom(...directives, 'x', '**', ' ', '\\|', '[', '](u)', '`c`'), { maxLength: 3 })
      .map((parts) => ` ${parts.join('')} `);
    const row = fc.array(cell, { minLength: 2, maxLength: 2 }).map((cells) => `|${cells.join('|')}|\n`);
    const table = fc
      .tuple(fc.constantFrom('', 'text\n\n'), row, fc.array(row, { maxLength: 3 }), fc.constantFrom('', '\ntext'))
      .map(([before, head, rows, after]) => `${before}${head}|---|:-:|\n${rows.join('')}${after}`);
    fc.assert(
      fc.property(table, (one) => {
        assert.deepEqual(scannedIncludesOf(one), includeTokensOf(one));
      }),
      { seed: 20261127, numRuns: 2000 },
    );
  });

  const token = '[!include [a](b.md)]';
  const cases: readonly (readonly [written: string, ...includes: string[]])[] = [
    [`text <?php ${token} ?> ${token}`, 'inline b.md'],
    [`text <!DOCTYPE ${token}> ${token}`, 'inline b.md'],
    [`text <![CDATA[ ${token} ]]> ${token}`, 'inline b.md'],
    [`text <? ${token}`, 'inline b.md'],
    ['[text]([!include[a](b.md)])'],
    ['![alt]([!include[a](b.md)] "title")'],
    ['[text](<a [!include [a](b.md)]>)'],
    [`${token}\u00a0`, 'inline b.md'],
    [`text\n${token}\u2003\ntext`, 'inline b.md'],
    // Three cells over two: no table.
    [`| ${token} | b | c |\n|---|---|\n`, 'inline b.md'],
    [`| ${token} |\n| : |\n`, 'inline b.md'],
    [`| ${token} \\| b |\n|---|---|\n`, 'inline b.md'],
  ];
  for (const [written, ...includes] of cases) {
    it(JSON.stringify(written), () => {
      assert.deepEqual([scannedIncludesOf(written), includeTokensOf(written)], [includes, includes]);
    });
  }
});
