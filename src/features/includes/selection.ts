import { bodyStart } from '../../core/includes/body';
import { lineEndOf, lineStartOf } from '../../core/text/lines';
import { scanIncludes } from '../../core/includes/scan';
import type { Span } from '../../core/text/position';
import type { Refusal } from '../refusal';
import { t } from '../../core/text/localize';

/** A piece of an article that can become the content of an include. */
export interface SelectedText {
  /** Where the directive goes. */
  readonly span: Span;
  /** Without what the marks of quotes and lists put before its lines. */
  readonly content: string;
  readonly form: 'block' | 'inline';
}

const nothingSelected = (): string => t('Select the text that is to become an include.');

/** Marks of quotes and white space. */
const marks = /^[ \t>]*/;

/** What a selection stands for, white space at its ends left out. */
export function selectedText(text: string, selection: Span): SelectedText | Refusal {
  const body = bodyStart(text);
  const span = trimmed(text, selection);
  if (span.start >= span.end) return { refused: nothingSelected() };
  if (span.start < body) return { refused: t('The front matter belongs to the article. Select text below it.') };
  const cut = scanIncludes(text, body).directives.find(
    (directive) => isInside(directive.span, span.start) || isInside(directive.span, span.end),
  );
  if (cut !== undefined)
    return { refused: t('The selection ends in the middle of an include. Select all of it, or none.') };
  const lineStart = lineStartOf(text, span.start);
  const before = text.slice(lineStart, span.start);
  const isWhole = /^[ \t>]*$/.test(before) && text.slice(span.end, lineEndOf(text, span.end)).trim() === '';
  if (isWhole) return wholeLines(text, { start: lineStart, end: span.end });
  const isOneLine = !/[\r\n]/.test(text.slice(span.start, span.end));
  const isRest = text.slice(span.end, lineEndOf(text, span.end)).trim() === '';
  if (!isOneLine && isRest && isMarkers(before)) return itemContent(text, span, before);
  if (isOneLine) return { span, content: text.slice(span.start, span.end), form: 'inline' };
  return { refused: t('Select whole lines, or a piece of one line.') };
}

/** Lines whose common indentation and quote marks stay in the article. */
function wholeLines(text: string, span: Span): SelectedText | Refusal {
  const lines = text.slice(span.start, span.end).split(/\r\n?|\n/);
  const [first, ...others] = lines.filter(hasText).map(marksOf);
  if (first === undefined) return { refused: nothingSelected() };
  const common = others.reduce(commonStart, first);
  const prefix = lines.filter((line) => !hasText(line)).reduce(withinQuote, common);
  return withoutPrefix(text, { start: span.start + prefix.length, end: span.end }, prefix, prefix);
}

/** A blank line ends the quotes whose marks it lacks: these belong to the content. */
function withinQuote(prefix: string, blank: string): string {
  if (blank.startsWith(prefix.trimEnd())) return prefix;
  const common = commonStart(prefix, blank);
  const spaces = /^[ \t]*/.exec(prefix.slice(common.length))?.[0] ?? '';
  return common + spaces;
}

/** The content of a list item, from behind its marker. */
function itemContent(text: string, span: Span, before: string): SelectedText | Refusal {
  return withoutPrefix(text, span, before, before.replaceAll(/[^\s>]/g, ' '));
}

function withoutPrefix(text: string, span: Span, first: string, prefix: string): SelectedText | Refusal {
  const content: string[] = [];
  // Every other part is a line break.
  const parts = text.slice(span.start, span.end).split(/(\r\n?|\n)/);
  for (const [index, part] of parts.entries()) {
    if (index === 0 || index % 2 === 1) content.push(part);
    else if (part.startsWith(prefix)) content.push(part.slice(prefix.length));
    else if (part.trimEnd() === prefix.trimEnd() || part.trim() === '') content.push('');
    else return { refused: t("Not every line begins with '{0}' as the first one does. Indent them alike.", first) };
  }
  return { span, content: content.join(''), form: 'block' };
}

function marksOf(line: string): string {
  return marks.exec(line)?.[0] ?? '';
}

function hasText(line: string): boolean {
  return marksOf(line).length < line.length;
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** Whether nothing stands here but the markers of list items and quotes. */
function isMarkers(before: string): boolean {
  return /^(?:[ \t>]|[*+-][ \t]|\d{1,9}[.)][ \t]){1,200}$/.test(before);
}

/** Blank lines at either end are left out, of a quote too. */
function trimmed(text: string, { start, end }: Span): Span {
  const selected = text.slice(start, end);
  const leading = /^(?:[ \t>]*(?:\r\n?|\n))*[ \t]*/.exec(selected)?.[0].length ?? 0;
  const trailing = /(?:(?:\r\n?|\n)[ \t>]*)*[ \t]*$/.exec(selected.slice(leading))?.[0].length ?? 0;
  return { start: start + leading, end: end - trailing };
}

function isInside(span: Span, at: number): boolean {
  return span.start < at && at < span.end;
}
