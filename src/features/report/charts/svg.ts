import { element, textElement } from '../html';

/** Units of every chart, which are pixels where there is room. */
export const chartWidth = 860;
/** Of a letter, as far as can be said without the font. */
const letterWidth = 7.2;

/** How a kind of bar, tile or line looks. */
export interface Series {
  readonly name: string;
  /** Names its colour in media/report.css: `series-own` and the like. */
  readonly className: string;
  /** The pattern that tells it apart without its colour. */
  readonly pattern?: 'stripes' | 'dots';
}

export interface ChartWords {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What the chart says, for those who do not see it. */
  readonly description: string;
}

/** A chart: one picture to those who cannot see it, with its words. */
export function chart({ id, title, description }: ChartWords, height: number, ...content: readonly string[]): string {
  return element(
    'svg',
    {
      viewBox: `0 0 ${chartWidth} ${rounded(height)}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
      class: 'chart',
    },
    textElement('title', { id: `${id}-title` }, title),
    textElement('desc', { id: `${id}-description` }, description),
    ...content,
  );
}

/** A box in the colour and the pattern of a series, with words for the mouse. */
export function box(
  { className, pattern }: Omit<Series, 'name'>,
  at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  words: string,
): string {
  const place = Object.fromEntries(Object.entries(at).map(([key, value]) => [key, rounded(value)]));
  const overlay = pattern === undefined ? '' : element('rect', { ...place, fill: `url(#pattern-${pattern})` });
  return element(
    'g',
    {},
    textElement('title', {}, words),
    element('rect', { ...place, class: `shape ${className}` }),
    overlay,
  );
}

/** The patterns that boxes use: once on a page. */
export function patterns(): string {
  const pattern = (name: string, content: string): string =>
    element(
      'pattern',
      { id: `pattern-${name}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse', class: 'pattern' },
      content,
    );
  return element(
    'svg',
    { width: 0, height: 0, 'aria-hidden': 'true', focusable: 'false', class: 'patterns' },
    element(
      'defs',
      {},
      pattern('stripes', element('path', { d: 'M-1 1 1-1M0 6 6 0M5 7 7 5' })),
      pattern('dots', element('circle', { cx: 3, cy: 3, r: 1.2 })),
    ),
  );
}

/** What each colour and pattern stands for. */
export function legend(series: readonly Series[]): string {
  const items = series.map(({ name, ...look }) => {
    const swatch = element(
      'svg',
      { width: 14, height: 14, viewBox: '0 0 14 14', 'aria-hidden': 'true', class: 'swatch' },
      box(look, { x: 1, y: 1, width: 12, height: 12 }, name),
    );
    return element('li', {}, swatch, textElement('span', {}, name));
  });
  return element('ul', { class: 'legend' }, ...items);
}

/** As much of a text as fits into a width; the end is what tells paths apart, so that their beginning goes. */
export function fitted(text: string, width: number, keeps: 'start' | 'end' = 'end'): string {
  const letters = Array.from(text);
  const room = Math.max(0, Math.floor(width / letterWidth));
  if (letters.length <= room) return text;
  if (room < 3) return '';
  return keeps === 'end' ? `…${letters.slice(1 - room).join('')}` : `${letters.slice(0, room - 1).join('')}…`;
}

/** Enough for a picture, and the same on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
