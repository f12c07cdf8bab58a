import type { Span } from '../text/position';
import { headingOf, type Heading } from './headings';
import { eachLeaf } from './leaves';

/** A line that readers take for a heading although it is a paragraph, or the first line of one: `**Issue**`. */
export interface BoldLine {
  readonly kind: 'bold';
  /** From the first mark to the end of the line's text; offsets in the file. */
  readonly span: Span;
  /** Between the marks, a colon behind them included. */
  readonly text: string;
}

export type OutlineItem = ({ readonly kind: 'heading' } & Heading) | BoldLine;

/** The headings and bold lines of a text outside of quotes and lists, in order. */
export function readOutline(text: string, from: number): readonly OutlineItem[] {
  const items: OutlineItem[] = [];
  eachLeaf(text, from, (lines, isHeading) => {
    const item = isHeading ? { kind: 'heading' as const, ...headingOf(text, lines) } : boldLine(text, lines[0]);
    if (item !== undefined) items.push(item);
  });
  return items;
}

const bold = /^(?:\*\*(?!\*)([^*\n]{1,200})\*\*|__(?!_)([^_\n]{1,200})__)[ \t]*(:?)[ \t\u00a0]*\\?$/;

function boldLine(text: string, { start, end }: Span): BoldLine | undefined {
  const line = text.slice(start, end);
  const match = bold.exec(line);
  if (match === null) return undefined;
  const [, stars, underscores, colon = ''] = match;
  return {
    kind: 'bold',
    span: { start, end: start + line.replace(/[ \t\u00a0]*\\?$/, '').length },
    text: `${stars ?? underscores ?? ''}${colon}`,
  };
}
