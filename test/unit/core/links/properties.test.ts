import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { idsOf } from '../../../../src/core/links/bookmarks';
import { scanPage } from '../../../../src/core/links/scan';
import { scanYamlDestinations } from '../../../../src/core/links/yaml';
import { addressProblems } from '../../../../src/core/links/address';

const pieces = fc.constantFrom(
  ...['[', ']', '(', ')', '![', '](', ']: ', '<', '>', '<!--', '-->', '<a name="', '"', "'", '=', '`', '```', '\\'],
  ...[
    '\n',
    '\n\n',
    '    ',
    '- ',
    '> ',
    '# ',
    ':::image source="',
    '#',
    '_',
    '*',
    '&amp;',
    'a',
    'é',
    'href: ',
    '%',
    '{#',
  ],
);
const texts = fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join(''));

describe('scanning links', () => {
  it('never throws, and finds places that are in the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { links, bookmarks } = scanPage(text, 0);
        for (const { start, end } of links) assert.ok(0 <= start && start < end && end <= text.length);
        idsOf(bookmarks);
        scanYamlDestinations(text);
        addressProblems(text);
      }),
    );
  });

  it('takes time in proportion to the text', function () {
    this.timeout(60_000);
    for (const piece of [
      '[',
      '](',
      '[a](',
      '<',
      '<!--',
      '`',
      '[a]: ',
      '<a name="',
      '_',
      '# _a',
      '&',
      '# &a',
      ':::',
      '> <',
    ]) {
      const time = (count: number): number => {
        const text = piece.repeat(count);
        const start = performance.now();
        idsOf(scanPage(text, 0).bookmarks);
        return performance.now() - start;
      };
      time(1000);
      // Far from what a quadratic scan would take, whatever else the machine does.
      const taken = Math.min(time(60_000), time(60_000));
      assert.ok(taken < 4000, `${piece}: ${taken.toFixed(0)} ms`);
    }
  });
});
