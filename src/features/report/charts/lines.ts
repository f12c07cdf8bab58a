import { element, textElement } from '../html';
import { dayInWords, inDigits } from '../words';
import { chart, chartWidth, rounded, type ChartWords } from './svg';
import { ticks } from './ticks';

/** A line through points in time. */
export interface Line {
  readonly name: string;
  /** Names its colour in media/report.css: `series-error` and the like. */
  readonly className: string;
  /** One a moment. */
  readonly values: readonly number[];
}

export interface Moment {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly name: string;
}

const height = 260;
const left = 60;
const right = 130;
const top = 12;
const bottom = 28;
/** Between the names of two lines. */
const nameHeight = 15;

/** Lines over time, each with its name at its end: no colour needs to be told from another. */
export function lineChart(
  words: ChartWords,
  moments: readonly Moment[],
  lines: readonly Line[],
  { from = 0, to, shown = inDigits }: { from?: number; to?: number; shown?: (value: number) => string } = {},
): string {
  const most = to ?? Math.max(from + 1, ...lines.flatMap(({ values }) => values));
  const times = moments.map(({ date }) => Date.parse(date));
  // A commit may be dated after those that follow it.
  const [first, last] = [Math.min(...times), Math.max(...times)];
  // All on one day: by their order.
  const shareOf = (index: number): number =>
    last > first ? ((times[index] ?? first) - first) / (last - first) : index / Math.max(1, moments.length - 1);
  const xOf = (index: number): number => rounded(left + shareOf(index) * (chartWidth - left - right));
  const yOf = (value: number): number =>
    rounded(height - bottom - ((value - from) / (most - from)) * (height - top - bottom));
  const nameAt = spread(lines.map(({ values }) => yOf(values.at(-1) ?? from)));
  return chart(
    words,
    height,
    ...ticks(from, most, 5).map((value) => grid(yOf(value), shown(value))),
    ...[0, moments.length - 1].map((index) =>
      textElement(
        'text',
        { x: xOf(index), y: height - 8, 'text-anchor': index === 0 ? 'start' : 'end', class: 'axis' },
        dayOf(moments[index]),
      ),
    ),
    ...lines.map(({ name, className, values }, line) => {
      const points = values.map((value, index) => `${xOf(index)} ${yOf(value)}`);
      return [
        element('path', { d: `M${points.join('L')}`, class: `line ${className}` }),
        ...values.map((value, index) =>
          element(
            'circle',
            { cx: xOf(index), cy: yOf(value), r: 3, class: `shape ${className}` },
            textElement('title', {}, `${moments[index]?.name ?? ''}: ${name} ${shown(value)}`),
          ),
        ),
        textElement(
          'text',
          { x: chartWidth - right + 10, y: nameAt[line] ?? 0 },
          `${name} ${shown(values.at(-1) ?? 0)}`,
        ),
      ].join('');
    }),
  );
}

function dayOf(moment: Moment | undefined): string {
  return moment === undefined ? '' : dayInWords(moment.date);
}

function grid(y: number, label: string): string {
  return [
    element('path', { d: `M${left} ${y}H${chartWidth - right}`, class: 'grid' }),
    textElement('text', { x: left - 6, y: y + 4, 'text-anchor': 'end', class: 'axis' }, label),
  ].join('');
}

/** Moves names apart that would lie over each other, from the top down. */
function spread(places: readonly number[]): readonly number[] {
  const moved = [...places];
  let before = -Infinity;
  const order = places.map((_place, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  for (const index of order) {
    before = Math.max((places[index] ?? 0) + 4, before + nameHeight);
    moved[index] = before;
  }
  const over = before - height;
  return over > 0 ? moved.map((place) => rounded(place - over)) : moved.map(rounded);
}
