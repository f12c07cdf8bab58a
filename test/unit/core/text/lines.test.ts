import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { lineBreakOf, lineEndOf, lineStartOf, nextLineOf } from '../../../../src/core/text/lines';
import { lineStarts } from '../../../../src/core/text/position';

const texts = fc.array(fc.constantFrom('a', 'bc', ' ', '\n', '\r\n', '\r')).map((parts) => parts.join(''));

describe('Lines of a text', () => {
  it('start and end where those of VS Code do', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const starts = lineStarts(text);
        for (let at = 0; at <= text.length; at++) {
          // Between the two characters of one line break nobody stands.
          if (text.startsWith('\r\n', at - 1)) continue;
          const start = starts.findLast((candidate) => candidate <= at) ?? 0;
          const next = starts.find((candidate) => candidate > at) ?? text.length;
          assert.deepEqual([lineStartOf(text, at), nextLineOf(text, at)], [start, next], JSON.stringify([text, at]));
          assert.equal(text.slice(at, lineEndOf(text, at)), text.slice(at, next).replace(/[\r\n]+$/, ''));
        }
      }),
    );
  });

  it('start behind a byte order mark', () => {
    assert.deepEqual(
      [lineStartOf('\ufeffa\nb', 2), lineStartOf('\ufeffa\nb', 0), lineStartOf('\ufeffa\nb', 4)],
      [1, 0, 3],
    );
  });

  it('end as the first of them does', () => {
    for (const [text, lineBreak] of [
      ['', '\n'],
      ['a', '\n'],
      ['a\nb\r\n', '\n'],
      ['a\r\nb\n', '\r\n'],
      ['a\rb\n', '\r'],
      ['\r\n', '\r\n'],
    ] as const)
      assert.equal(lineBreakOf(text), lineBreak);
  });
});
