import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { barChart } from '../../../../src/features/report/charts/bars';
import { lineChart } from '../../../../src/features/report/charts/lines';
import { chartWidth, fitted } from '../../../../src/features/report/charts/svg';
import { ticks } from '../../../../src/features/report/charts/ticks';
import { treemapChart } from '../../../../src/features/report/charts/treemap';

const words = { id: 'x', title: 'Findings', description: 'All of them.' };
const series = { name: 'error', className: 'series-error' };

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The boxes of a chart, without those of its legend. */
function boxesOf(drawn: string): Box[] {
  const [chart = ''] = drawn.split('</svg>');
  return [...chart.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" class="shape/g)].map(
    ([, x, y, width, height]) => ({ x: Number(x), y: Number(y), width: Number(width), height: Number(height) }),
  );
}

describe('charts of a health report', () => {
  it('have their words for those who do not see them', () => {
    const drawn = barChart(words, [series], [{ label: 'a', values: [2] }]);
    assert.match(drawn, /^<svg viewBox="0 0 860 48" role="img" aria-labelledby="x-title x-description" class="chart">/);
    assert.ok(drawn.includes('<title id="x-title">Findings</title><desc id="x-description">All of them.</desc>'));
    assert.ok(drawn.includes('<title>a: error 2</title>'));
  });

  it('draw bars as long as their values, one behind the other', () => {
    const two = [series, { name: 'info', className: 'series-info' }];
    const bars = [
      { label: 'a', values: [1, 3] },
      { label: 'b', values: [2, 0] },
    ];
    const boxes = boxesOf(barChart(words, two, bars)).map(({ x, width }) => [x, width]);
    assert.deepEqual(boxes, [
      [250, 137.5],
      [387.5, 412.5],
      [250, 275],
    ]);
  });

  it('draw tiles as large as their values, none over another', () => {
    const values = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, (counts) => {
        const tiles = counts.map((value, index) => ({
          path: index % 3 === 0 ? [`f${index}`] : ['all', `f${index}`],
          label: `f${index}`,
          value,
          series,
          words: String(value),
        }));
        const boxes = boxesOf(treemapChart(words, [series], tiles));
        assert.equal(boxes.length, counts.length);
        for (const [index, a] of boxes.entries()) {
          assert.ok(a.x + a.width <= chartWidth + 0.2 && a.y + a.height <= 380.2);
          for (const b of boxes.slice(index + 1)) {
            const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
            const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
            assert.ok(across <= 0.2 || down <= 0.2, JSON.stringify([a, b]));
          }
        }
      }),
    );
    const [large, small] = boxesOf(
      treemapChart(
        words,
        [series],
        [
          { path: ['a'], label: 'a', value: 3, series, words: '' },
          { path: ['a', 'b'], label: 'b', value: 1, series, words: '' },
        ],
      ),
    ).map(({ width, height }) => width * height);
    assert.ok(Math.abs((large ?? 0) / (small ?? 1) - 3) < 0.05);
  });

  it('set the names of lines apart that end in the same place', () => {
    const line = (name: string): Parameters<typeof lineChart>[2][number] => ({ ...series, name, values: [0, 0] });
    const moments = [
      { date: '2026-01-01', name: '1' },
      { date: '2026-01-01', name: '2' },
    ];
    const drawn = lineChart(words, moments, ['a', 'b', 'c'].map(line));
    const places = [...drawn.matchAll(/<text x="740" y="([\d.]+)">/g)].map(([, y]) => Number(y));
    assert.deepEqual(places, [230, 245, 260]);
    assert.ok(!drawn.includes('NaN'));
  });

  it('mark axes with round numbers', () => {
    assert.deepEqual(ticks(0, 890, 6), [0, 200, 400, 600, 800]);
    assert.deepEqual(ticks(0, 3, 6), [0, 1, 2, 3]);
    assert.deepEqual(ticks(90, 100, 5), [90, 92, 94, 96, 98, 100]);
  });

  it('leave out the beginning of long paths and the end of long names', () => {
    assert.equal(fitted('articles/includes/note.md', 80), '…es/note.md');
    assert.equal(fitted('resource-management', 80, 'start'), 'resource-m…');
    assert.equal(fitted('abc', 80), 'abc');
    assert.equal(fitted('abcd', 10), '');
  });
});
