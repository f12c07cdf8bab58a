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
  it('finds those of elements wherever these stand, and those behind them', () => {
    for (const [text, ...destinations] of [
      ['Select :::image source="a.png" alt-text="[x](y.md)"::: or [b](b.md).', 'a.png', 'b.md'],
      ['1. Text\n   :::image source="a.png" alt-text="x":::', 'a.png'],
      [':::image source="a.png" alt-text="x"::: [b](b.md)\n[c](c.md)', 'a.png', 'b.md', 'c.md'],
      ['[:::image source="a.png" alt-text="x":::](b.md)', 'a.png', 'b.md'],
      ['::: zone pivot="a"\n[b](b.md)\n::: zone-end', 'b.md'],
      [':::row:::\n:::column:::\n[b](b.md)\n:::column-end:::\n:::row-end:::', 'b.md'],
      ['> :::image alt-text=x\n>   source="a.png" lightbox="b.png":::', 'a.png', 'b.png'],
      ['Text ::: zone source="a.md" and `:::image source="b.png"`'],
    ] as const)
      assert.deepEqual(
        scanPage(text, 0).links.map(({ start, end }) => text.slice(start, end)),
        destinations,
        text,
      );
  });

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
      ':::image ',
      'a :::image a=b ',
      ':::image a="',
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
