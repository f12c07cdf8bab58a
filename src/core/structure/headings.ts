import { isHeading, isSpace, runLength } from '../includes/blockStarts';
import { lineEndOf } from '../text/lines';
import type { Span } from '../text/position';
import { eachLeaf } from './leaves';
import { findMarkedLines } from './markedLines';

/** A heading outside of quotes and lists. */
export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** From its marks to the end of its text; offsets in the file. */
  readonly span: Span;
  /** As written, without the marks. */
  readonly text: string;
}

const hash = 35;

/**
 * The headings of a text, in order.
 *
 * @param from where the body starts
 */
export function readHeadings(text: string, from: number, marked = findMarkedLines(text, from)): readonly Heading[] {
  if (!marked.isPlain) return readFromBlocks(text, from);
  return marked.hashes.flatMap((start) => headingAt(text, { start, end: lineEndOf(text, start) }) ?? []);
}

function readFromBlocks(text: string, from: number): Heading[] {
  const headings: Heading[] = [];
  eachLeaf(text, from, (lines, isHeading) => {
    if (isHeading) headings.push(headingOf(text, lines));
  });
  return headings;
}

/** The heading that stands on these lines. */
export function headingOf(text: string, lines: readonly [Span, ...Span[]]): Heading {
  const [first] = lines;
  return headingAt(text, first) ?? underlined(text, { start: first.start, end: lines.at(-1)?.end ?? first.end });
}

/** A heading that starts with `#`; `undefined` where the line is none. */
function headingAt(text: string, { start, end }: Span): Heading | undefined {
  const level = runLength(text, start, end, hash);
  const behind = start + level;
  if (level === 0 || level > 6 || (behind < end && !isSpace(text.charCodeAt(behind)))) return undefined;
  const written = text.slice(behind, end).trimEnd();
  const content = written.endsWith('#') ? written.replace(/(?:^|[ \t])#{1,999}$/, '') : written;
  return { level, span: { start, end: behind + written.length }, text: content.trim() };
}

/** Where the text of a heading stands, without its marks. */
export function textSpanOf(text: string, { span, level, text: written }: Heading): Span {
  const marks = isHeading(text, span.start, span.end) ? level : 0;
  const start = text.indexOf(written, span.start + marks);
  return { start, end: start + written.length };
}

function underlined(text: string, span: Span): Heading {
  const below = text.slice(span.end, underlineEnd(text, span.end)).trimEnd();
  return { level: below.endsWith('=') ? 1 : 2, span, text: text.slice(span.start, span.end).trim() };
}

const underline = /[ \t\u00a0\\]*(?:\r\n|\r|\n)[ \t]{0,3}(?:=+|-+)[ \t]*(?=[\r\n]|$)/y;

/** Behind the underline of a heading whose text ends at an offset; that offset where it has none. */
export function underlineEnd(text: string, end: number): number {
  underline.lastIndex = end;
  return underline.test(text) ? underline.lastIndex : end;
}
