import { walkBlocks } from '../includes/blocks';
import { isFirstOfLine, isLineStart, mayHideText, runLength } from '../includes/blockStarts';
import type { Span } from '../text/position';

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
export function readHeadings(text: string, from: number): readonly Heading[] {
  return readPlainly(text, from) ?? readFromBlocks(text, from);
}

/**
 * Most articles have nothing that could hide a line which starts with `#`, or make a heading of another one: no fence, no
 * HTML, no underline. Then no blocks need be walked over. A shortcut, of no other effect; `undefined` where it cannot tell.
 */
function readPlainly(text: string, from: number): Heading[] | undefined {
  if (mayHideText(text, { start: from, end: text.length })) return undefined;
  underline.lastIndex = from;
  if (underline.test(text)) return undefined;
  const headings: Heading[] = [];
  for (let at = text.indexOf('#', from); at !== -1; at = text.indexOf('#', at + 1)) {
    if (!isFirstOfLine(text, at)) continue;
    // Indented, it may belong to a list item, or be code.
    if (!isLineStart(text, at)) return undefined;
    const end = lineEnd(text, at);
    const heading = headingAt(text, { start: at, end });
    if (heading !== undefined) headings.push(heading);
    at = end;
  }
  return headings;
}

/** A line that would make a heading of a line above it. */
const underline = /[^\s][ \t]*\r?\n[ \t]*(?:={1,99}|-{1,99})[ \t]*(?:\r|\n|$)|\r(?!\n)/g;

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
