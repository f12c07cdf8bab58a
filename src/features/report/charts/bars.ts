import { element, textElement } from '../html';
import { inDigits } from '../words';
import { box, chart, chartWidth, fitted, legend, rounded, type ChartWords, type Series } from './svg';
import { ticks } from './ticks';

export interface Bar {
  readonly label: string;
  /** One a series. */
  readonly values: readonly number[];
}

const rowHeight = 26;
const barHeight = 18;
const labelWidth = 250;
const axisHeight = 22;
const right = 60;

/** Bars that lie, each made of its series one after the other, with their sums behind them. */
export function barChart(words: ChartWords, series: readonly Series[], bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.map(({ values }) => sum(values)));
  const xOf = (value: number): number => labelWidth + (value / most) * (chartWidth - labelWidth - right);
  const height = bars.length * rowHeight + axisHeight;
  const drawn = chart(
    words,
    height,
    ...axis(most, height - axisHeight, xOf),
    ...bars.map((bar, index) => row(bar, series, index * rowHeight, xOf)),
  );
  return `${drawn}${series.length > 1 ? legend(series) : ''}`;
}

function axis(most: number, bottom: number, xOf: (value: number) => number): string[] {
  return ticks(0, most, 6).map((value) => {
    const x = rounded(xOf(value));
    return [
      element('path', { d: `M${x} 0V${bottom}`, class: 'grid' }),
      textElement('text', { x, y: bottom + 15, 'text-anchor': 'middle', class: 'axis' }, inDigits(value)),
    ].join('');
  });
}

function row({ label, values }: Bar, series: readonly Series[], y: number, xOf: (value: number) => number): string {
  const middle = y + rowHeight / 2;
  let before = 0;
  const boxes = series.map((one, index) => {
    const value = values[index] ?? 0;
    const x = xOf(before);
    before += value;
    if (value === 0) return '';
    const at = { x, y: middle - barHeight / 2, width: xOf(before) - x, height: barHeight };
    return box(one, at, `${label}: ${one.name} ${inDigits(value)}`);
  });
  return [
    element(
      'text',
      { x: labelWidth - 8, y: middle + 4, 'text-anchor': 'end' },
      textElement('title', {}, label),
      textElement('tspan', {}, fitted(label, labelWidth - 16)),
    ),
    ...boxes,
    textElement('text', { x: rounded(xOf(before) + 6), y: middle + 4 }, inDigits(before)),
  ].join('');
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
