import { bodyStart } from '../../core/includes/body';
import { walkBlocks } from '../../core/includes/blocks';
import { lineEndOf } from '../../core/text/lines';
import { lineStarts, type Position, type Range } from '../../core/text/position';

/** The line of a cursor. */
export interface CursorLine {
  readonly line: number;
  /** Offset of its start. */
  readonly start: number;
  readonly before: string;
  readonly after: string;
}

/** What stands before the text of a line: the marks of quotes and list items. */
export const marksBefore = String.raw`[ \t>]{0,99}(?:(?:[-+*]|\d{1,9}[.)])[ \t]{1,9}[ \t>]{0,99}){0,9}`;

export function cursorLine(text: string, { line, character }: Position): CursorLine | undefined {
  const start = lineStarts(text)[line];
  if (start === undefined) return undefined;
  const end = lineEndOf(text, start);
  const cursor = Math.min(start + character, end);
  return { line, start, before: text.slice(start, cursor), after: text.slice(cursor, end) };
}

/** From a number of characters before the cursor to one behind it. */
export function rangeAround({ line, before }: CursorLine, back: number, ahead: number): Range {
  const at = (character: number): Position => ({ line, character });
  return { start: at(before.length - back), end: at(before.length + ahead) };
}

/**
 * Whether what begins some characters before a cursor is text to the build: no front matter, code, HTML or comment, nor in a
 * code span that begins on its line.
 */
export function isTextBefore(text: string, { start, before }: CursorLine, back: number): boolean {
  const at = start + before.length - back;
  const from = bodyStart(text);
  const spans = before.slice(0, before.length - back).split('`').length - 1;
  if (at < from || spans % 2 === 1) return false;
  let isText = false;
  walkBlocks(text.slice(0, start + before.length), from, at, {
    ownBlock: () => undefined,
    leaf: (lines) => {
      isText ||= lines.some((line) => line.start <= at && at < line.end);
    },
  });
  return isText;
}

/** Whether what is written at a position is text to the build, also where nothing stands yet. */
export function isTextAt(text: string, position: Position): boolean {
  const line = cursorLine(text, position);
  if (line === undefined) return false;
  const at = line.start + line.before.length;
  if (at < bodyStart(text)) return false;
  const written = `${line.before}x`;
  return isTextBefore(`${text.slice(0, at)}x${text.slice(at)}`, { ...line, before: written }, 1);
}

/** What a further line needs before it so that it stands in the same quotes and list items. */
export function continuation(marks: string): string {
  return marks.replaceAll(/[^\s>]/g, ' ');
}
