import { lineEndOf, lineStartOf } from '../text/lines';
import type { Span } from '../text/position';

/** How the content of an include file becomes part of the text that includes it. */

const lineBreaks = /\r\n?|\n/g;

/** A file's content without the blank lines at either end. */
export function contentSpan(text: string, body: number): Span {
  const first = text.slice(body).search(/\S/);
  if (first === -1) return { start: text.length, end: text.length };
  // White space before the first word belongs to its line: it may be indented.
  const start = body + text.slice(body, body + first).search(/[^\S\r\n]*$/);
  return { start, end: text.trimEnd().length };
}

/** What every further line of a block needs before it: the marks of quotes, and spaces for those of list items. */
export function linePrefix(text: string, at: number): string {
  return text.slice(lineStartOf(text, at), at).replaceAll(/[^\s>]/g, ' ');
}

/** The lines of a text under a prefix, but for the first, which stands behind one already. Blank lines end in no space. */
export function indentedText(text: string, prefix: string, lineBreak: string): string {
  const blank = prefix.trimEnd();
  return text.replaceAll(lineBreaks, (found, at: number) => {
    const next = text.charAt(at + found.length);
    return lineBreak + (next === '\n' || next === '\r' ? blank : prefix);
  });
}

/** The lines of a text in one, each but the first without its indentation; blank ones are left out. */
export function joinedLines(text: string): readonly { readonly text: string; readonly line: number }[] {
  return text.split(/\r\n?|\n/).flatMap((part, line) => {
    if (line === 0) return [{ text: part, line }];
    return part.trim() === '' ? [] : [{ text: ` ${part.trimStart()}`, line }];
  });
}

/** Whether a block include is a table cell: anything else has its line to itself, but for the marks of its containers. */
export function isCellBlock(text: string, { start, end }: Span): boolean {
  const isCut = (part: string): boolean => part.includes('|');
  return isCut(text.slice(lineStartOf(text, start), start)) || isCut(text.slice(end, lineEndOf(text, end)));
}
