import type { Span } from '../text/position';

/** What a line can open or close, apart from containers. All look at `text` from `at`, in a line that ends at `end`. */

export interface Fence {
  readonly code: number;
  readonly length: number;
}

/** The last line of an HTML block: one that matches, or the next blank one. */
export type HtmlEnd = RegExp | 'blank';

const backtick = 96;
const hash = 35;

export function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

export function isLineStart(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at === 0 || before === 10 || before === 13;
}

/** Whether nothing but white space precedes a place on its line. */
export function isFirstOfLine(text: string, at: number): boolean {
  let start = at;
  while (isSpace(text.charCodeAt(start - 1))) start--;
  return isLineStart(text, start);
}

/**
 * Whether HTML or a fence may begin in a stretch of text that ends where a line starts: where nothing but white space
 * precedes it. What begins in a quote or a list item ends with that, before a line that is not indented.
 */
export function mayHideText(text: string, { start, end }: Span): boolean {
  return ['<', '```', '~~~'].some((opening) => {
    for (let at = text.indexOf(opening, start); at !== -1 && at < end; at = text.indexOf(opening, at + 1)) {
      if (isFirstOfLine(text, at)) return true;
    }
    return false;
  });
}

/**
 * Whether a line that starts with this character is text, whatever follows: a letter, a sign that begins no block, or
 * anything beyond ASCII.
 */
export function isPlainStart(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || code > 127 || (code >= 33 && code <= 41 && code !== 35) || code === 124;
}

/** Length of the run of one character code. */
export function runLength(text: string, at: number, end: number, code: number): number {
  let i = at;
  while (i < end && text.charCodeAt(i) === code) i++;
  return i - at;
}

export function isBlankFrom(text: string, at: number, end: number): boolean {
  let i = at;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i === end;
}

export function isHeading(text: string, at: number, end: number): boolean {
  const level = runLength(text, at, end, hash);
  return level >= 1 && level <= 6 && (at + level === end || isSpace(text.charCodeAt(at + level)));
}

/** The line under a paragraph that makes it a heading. */
export function isSetextUnderline(text: string, at: number, end: number, code: number): boolean {
  return isBlankFrom(text, at + runLength(text, at, end, code), end);
}

/** Where something else follows the marks of a thematic break and the white space among them. */
export function endOfMarks(text: string, at: number, end: number, code: number): number {
  let i = at;
  while (i < end && (text.charCodeAt(i) === code || isSpace(text.charCodeAt(i)))) i++;
  return i;
}

/** Whether what stands here, marks and white space alone, are marks enough. */
export function hasThreeMarks(text: string, at: number, end: number, code: number): boolean {
  let count = 0;
  for (let i = at; i < end && count < 3; i++) if (text.charCodeAt(i) === code) count++;
  return count === 3;
}

export function openFence(text: string, at: number, end: number, code: number): Fence | undefined {
  const length = runLength(text, at, end, code);
  if (length < 3) return undefined;
  // Three backticks and another one later in the line are a code span.
  if (code === backtick && text.slice(at + length, end).includes('`')) return undefined;
  return { code, length };
}

export function closesFence(text: string, at: number, end: number, fence: Fence): boolean {
  const length = runLength(text, at, end, fence.code);
  return length >= fence.length && isBlankFrom(text, at + length, end);
}

/** Bounded, so that no input makes the expression run long or out of stack. */
const attributes =
  /(?:\s{1,200}[a-z_:][\w.:-]{0,200}(?:\s{0,200}=\s{0,200}(?:[^\s"'=<>`]{1,4000}|'[^']{0,4000}'|"[^"]{0,4000}"))?){0,100}\s{0,200}/
    .source;

/** One opening or closing tag, from the place that `lastIndex` says. */
export const tagAt = new RegExp(`<(?:[a-z][a-z0-9-]{0,100}${attributes}/?|/[a-z][a-z0-9-]{0,100}\\s{0,200})>`, 'iy');

const blockNames =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|title|' +
  'tr|track|ul';

/** How HTML blocks begin and end, in the order in which CommonMark tries them. */
const htmlStarts: readonly (readonly [RegExp, HtmlEnd])[] = [
  [/<(?:script|pre|style|textarea)(?:[\s>]|$)/imy, /<\/(?:script|pre|style|textarea)>/i],
  [/<!--/y, /-->/],
  [/<\?/y, /\?>/],
  [/<![a-z]/iy, />/],
  [/<!\[CDATA\[/y, /\]\]>/],
  [new RegExp(`</?(?:${blockNames})(?:\\s|/?>|$)`, 'imy'), 'blank'],
];

/** How the HTML block ends that begins at this `<`; `undefined` where none does. */
export function openHtml(text: string, at: number, end: number, inParagraph: boolean): HtmlEnd | undefined {
  for (const [start, htmlEnd] of htmlStarts) {
    start.lastIndex = at;
    if (start.test(text)) return htmlEnd;
  }
  // Any other tag begins a block where it has the line to itself, but does not interrupt a paragraph.
  if (inParagraph) return undefined;
  const line = text.slice(at, end);
  tagAt.lastIndex = 0;
  return tagAt.test(line) && isBlankFrom(line, tagAt.lastIndex, line.length) ? 'blank' : undefined;
}

export interface ListMarker {
  readonly length: number;
  /** Whether it may interrupt a paragraph: every bullet, and the number 1. */
  readonly isFirst: boolean;
}

const markerAt = /(?:[*+-]|(\d{1,9})[.)])(?=[ \t\r\n]|$)/y;

export function listMarker(text: string, at: number): ListMarker | undefined {
  const code = text.charCodeAt(at);
  if (code > 57) return undefined;
  markerAt.lastIndex = at;
  const match = markerAt.exec(text);
  if (match === null) return undefined;
  return { length: match[0].length, isFirst: match[1] === undefined || Number(match[1]) === 1 };
}
