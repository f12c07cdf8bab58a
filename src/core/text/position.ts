/** A half-open stretch of text. Offsets count UTF-16 units from 0. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Line and character, both from 0, in UTF-16 units: the language server protocol's own position. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Half-open, positions from 0. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Line and column as people and reports count them: from 1. */
export function oneBased({ line, character }: Position): { readonly line: number; readonly column: number } {
  return { line: line + 1, column: character + 1 };
}

/** `line:column`, from 1. */
export function shownPosition(position: Position): string {
  const { line, column } = oneBased(position);
  return `${line}:${column}`;
}

export const startOfFile: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Turns offsets of one text into positions. `\n`, `\r\n` and a lone `\r` end a line, as in VS Code. */
export interface LineIndex {
  positionAt(offset: number): Position;
  /** Inverse of `positionAt`; a place beyond the end is the end. */
  offsetAt(position: Position): number;
  rangeOf(span: Span): Range;
}

export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const positionAt = (offset: number): Position => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (starts[low] ?? 0) };
  };
  const offsetAt = ({ line, character }: Position): number => {
    const start = starts[line];
    return start === undefined ? text.length : Math.min(start + character, text.length);
  };
  return { positionAt, offsetAt, rangeOf: (span) => ({ start: positionAt(span.start), end: positionAt(span.end) }) };
}

/** Offsets at which the lines of a text start; the first is always 0. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  const findBreak = lineBreakFinder(text);
  for (let at = findBreak(text, 0); at !== -1; at = findBreak(text, at + 1)) starts.push(at + 1);
  return starts;
}

/** Finds the last character of the next line break from an offset on, -1 where there is none. */
export type FindLineBreak = (text: string, from: number) => number;

/** The fastest way for a text: where no line ends in `\r` alone, each ends in `\n`. */
export function lineBreakFinder(text: string): FindLineBreak {
  return hasLoneReturn(text) ? anyLineBreak : newline;
}

function newline(text: string, from: number): number {
  return text.indexOf('\n', from);
}

/** Whether some line, from an offset on, ends in `\r` alone. */
export function hasLoneReturn(text: string, from = 0): boolean {
  let at = text.indexOf('\r', from);
  while (at !== -1 && text.charCodeAt(at + 1) === 10) at = text.indexOf('\r', at + 2);
  return at !== -1;
}

function anyLineBreak(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) return i;
  }
  return -1;
}

/** Orders ranges by their start. */
export function compareRanges(a: Range, b: Range): number {
  return a.start.line - b.start.line || a.start.character - b.start.character;
}

export function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
