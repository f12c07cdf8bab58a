import { walkBlocks } from '../includes/blocks';
import { runLength } from '../includes/blockStarts';
import type { Span } from '../text/position';
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
  return marked.hashes.flatMap((start) => headingAt(text, { start, end: lineEnd(text, start) }) ?? []);
}

function readFromBlocks(text: string, from: number): Heading[] {
  const headings: Heading[] = [];
  let isHeading = false;
  walkBlocks(text, from, text.length, {
    ownBlock: () => undefined,
    block: (kind) => {
      isHeading = kind === 'heading';
    },
    leaf: (lines, isNested) => {
      const wasHeading = isHeading;
      isHeading = false;
      const [first] = lines;
      if (wasHeading && !isNested && first !== undefined) headings.push(headingOf(text, lines, first));
    },
  });
  return headings;
}

/** The heading that stands on these lines. */
export function headingOf(text: string, lines: readonly Span[], first: Span): Heading {
  return headingAt(text, first) ?? underlined(text, { start: first.start, end: lines.at(-1)?.end ?? first.end });
}

/** A heading that starts with `#`; `undefined` where the line is none. */
function headingAt(text: string, { start, end }: Span): Heading | undefined {
  const level = runLength(text, start, end, hash);
  if (level === 0 || level > 6 || !/^[ \t]?$/.test(text.slice(start + level, Math.min(end, start + level + 1))))
    return undefined;
  const written = text.slice(start + level, end);
  const content = written.replace(/(?:^|[ \t])#{1,999}[ \t]*$/, '').trim();
  return { level, span: { start, end: start + level + written.trimEnd().length }, text: content };
}

function underlined(text: string, span: Span): Heading {
  const below = /[=-]/.exec(text.slice(span.end, span.end + 200))?.[0];
  return { level: below === '=' ? 1 : 2, span, text: text.slice(span.start, span.end).trim() };
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  if (newline === -1) return text.length;
  return text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
}
