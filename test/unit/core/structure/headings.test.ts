import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readHeadings } from '../../../../src/core/structure/headings';

/** Level, text and what the span covers, a line a heading. */
function shown(text: string, from = 0): readonly string[] {
  return readHeadings(text, from).map(({ level, text: written, span }) => {
    const covered = text.slice(span.start, span.end);
    return `${level} '${written}' ${JSON.stringify(covered)}`;
  });
}

describe('headings', () => {
  it('start with one to six marks and white space, and end before closing marks', () => {
    assert.deepEqual(shown('# A\n\n##  B ##  \n\n####### no\n\n#no\n\n\\# no\n\n###\tC #no\n\n###### D\n\n#\n'), [
      `1 'A' "# A"`,
      `2 'B' "##  B ##"`,
      `3 'C #no' "###\\tC #no"`,
      `6 'D' "###### D"`,
      `1 '' "#"`,
    ]);
  });

  it('are underlined, too', () => {
    assert.deepEqual(shown('A\n===\n\nB\nb\n---\n\n| a |\n|---|\n\nC\r\n  =\r\n'), [
      `1 'A' "A"`,
      `2 'B\\nb' ${JSON.stringify('B\nb')}`.replace('\\n', '\n'),
      `1 'C' "C"`,
    ]);
  });

  it('are none in code, HTML, comments, quotes and lists', () => {
    assert.deepEqual(
      shown(
        '```\n# no\n```\n\n    # no\n\n<!--\n# no\n-->\n\n<div>\n# no\n</div>\n\n> # no\n\n- # no\n\n  # no\n\n# Yes\n\n~~~\n# no',
      ),
      [`1 'Yes' "# Yes"`],
    );
  });

  it('are looked for behind the front matter', () => {
    const text = '---\n# comment\ntitle: T\n---\n# A\r\n';
    assert.deepEqual(shown(text, text.indexOf('\n# A')), [`1 'A' "# A"`]);
  });

  it('are the same where a shortcut is taken', () => {
    const line = fc
      .tuple(
        fc.constantFrom('', '', '', '', ' ', '   ', '    ', '> ', '- ', '1. ', '\t'),
        fc.constantFrom(
          '# a',
          '## b #',
          '#c',
          '#',
          '####### d',
          'text',
          '',
          '- x',
          '---',
          '===',
          '**b**',
          '#\t',
          '* * *',
          '|-|',
        ),
      )
      .map((parts) => parts.join(''));
    const text = fc
      .tuple(fc.array(line, { maxLength: 10 }), fc.constantFrom('\n', '\r\n'))
      .map(([lines, end]) => lines.join(end));
    fc.assert(
      fc.property(text, (written) => {
        // Behind it stands what makes the reader walk over all blocks.
        assert.deepEqual(
          readHeadings(written, 0),
          readHeadings(`${written}\n\n\n<!-- -->`, 0),
          JSON.stringify(written),
        );
      }),
      { seed: 20261125, numRuns: 20_000 },
    );
  });
});
