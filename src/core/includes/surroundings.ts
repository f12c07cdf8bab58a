import { lineBreakOf } from '../text/lines';
import { lineStarts, type Span } from '../text/position';
import type { ExpandedPiece } from './expand';
import { joinedLines } from './placing';

/** What stands around a block include in its file. */
export interface Surroundings {
  /** What every further line needs before it: the marks of quotes, and spaces for those of list items. */
  readonly prefix: string;
  readonly lineBreak: string;
  /** Whether a paragraph may end in the line before it. */
  readonly followsText: boolean;
  /** What the next line begins with, behind the marks of the same quotes. */
  readonly next: 'nothing' | 'item' | 'include' | 'text';
}

/** The marks of quotes and list items. */
const marks = /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s[\s>]*)*$/;
const quoteMarks = /^[\s>]*/;
const itemStart = /^(?:[-+*]|1[.)])\s/;
const blockInclude = /^\[!include\+? *\[[^\]]*\]\([^)]*\)\]$/i;
/** Characters of marks that an inline include can follow and still be the first of its line. */
const maxMarks = 200;

/** The lines of a text that is being expanded. What it says of a directive costs no more than the lines around it. */
export class SourceLines {
  private readonly starts: readonly number[];
  private readonly lineBreak: string;

  /** @param body where the Markdown of the text starts */
  constructor(
    private readonly text: string,
    private readonly body: number,
  ) {
    this.starts = lineStarts(text);
    this.lineBreak = lineBreakOf(text);
  }

  around({ start }: Span, line: number): Surroundings {
    const before = this.text.slice(this.startOf(line), start);
    const next = this.lineAt(line + 1);
    const startsItem = /[^\s>]/.test(before);
    return {
      prefix: before.replaceAll(/[^\s>]/g, ' '),
      lineBreak: this.lineBreak,
      followsText: !startsItem && withoutQuoteMarks(this.lineAt(line - 1)) !== '',
      next: depthOf(next) > depthOf(before) ? 'text' : kindOf(withoutQuoteMarks(next)),
    };
  }

  /** Whether a directive is the first text of its line, behind the marks of quotes and list items. */
  startsLine({ start }: Span, line: number): boolean {
    const lineStart = this.startOf(line);
    return start - lineStart <= maxMarks && marks.test(this.text.slice(lineStart, start));
  }

  /** Whether a block include stands in a cell: else it has its line to itself. */
  isCell({ start, end }: Span, line: number): boolean {
    let after = end;
    while (this.text.charAt(after) === ' ' || this.text.charAt(after) === '\t') after++;
    return this.text.charAt(after) === '|' || !marks.test(this.text.slice(this.startOf(line), start));
  }

  private startOf(line: number): number {
    return Math.max(this.starts[line] ?? this.text.length, this.body);
  }

  /** A line of the body; nothing for one that is none. */
  private lineAt(line: number): string {
    if (line < 0) return '';
    return this.text.slice(this.startOf(line), this.startOf(line + 1)).trim();
  }
}

/** A line break, and whether a blank line follows. */
const lineBreaks = /(?:\r\n|\r|\n)(?=([\r\n])?)/g;

/** The pieces as a block: under the marks of its containers, and apart from the paragraphs around it. */
export function setApart(
  pieces: readonly ExpandedPiece[],
  { prefix, lineBreak, followsText, next }: Surroundings,
  place: Pick<ExpandedPiece, 'path' | 'line'>,
): ExpandedPiece[] {
  if (pieces.length === 0) return [];
  const separator = `${lineBreak}${prefix}`;
  const blankLine = `${lineBreak}${prefix.trimEnd()}`;
  const lines = pieces.map((piece) => ({
    ...piece,
    text: piece.text.replaceAll(lineBreaks, (_all, isBlank?: string) =>
      isBlank === undefined ? separator : blankLine,
    ),
  }));
  // A list item ends what comes before it, but not HTML; an include sets itself apart.
  const isEnded = next === 'nothing' || next === 'include' || (next === 'item' && !hasHtml(pieces));
  return [
    ...(followsText ? [{ ...place, text: separator }] : []),
    ...lines,
    ...(isEnded ? [] : [{ ...place, text: blankLine }]),
  ];
}

function hasHtml(pieces: readonly ExpandedPiece[]): boolean {
  return pieces.some(({ text }) => text.includes('<'));
}

function kindOf(line: string): Surroundings['next'] {
  if (line === '') return 'nothing';
  if (itemStart.test(line)) return 'item';
  return blockInclude.test(line) ? 'include' : 'text';
}

/** The lines of the pieces in one: paragraphs of an inline include are joined. */
export function joined(pieces: readonly ExpandedPiece[]): ExpandedPiece[] {
  return pieces.flatMap(({ text, path, line }) =>
    joinedLines(text).map((part) => ({ text: part.text, path, line: line + part.line })),
  );
}

const blockStart = /^(\s*(?:\d{1,9})?)(?=#{1,6}(?:\s|$)|[-+*](?:\s|$)|[.)](?:\s|$)|>|~~~|```|:::)/;

/** An inline include reads inline syntax alone: at the start of a line its first mark must not begin a block. */
export function escapedStart(pieces: readonly ExpandedPiece[]): ExpandedPiece[] {
  const first = pieces.findIndex(({ text }) => text.trim() !== '');
  return pieces.map((piece, index) =>
    index === first ? { ...piece, text: piece.text.replace(blockStart, '$1\\') } : piece,
  );
}

function withoutQuoteMarks(line: string): string {
  return line.replace(quoteMarks, '');
}

/** How many quotes a line begins in. */
function depthOf(line: string): number {
  return (quoteMarks.exec(line)?.[0] ?? '').replaceAll(/\s/g, '').length;
}
