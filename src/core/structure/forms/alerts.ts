import { alertTypes } from '../../directives/blocks';
import { closestFirst, isSlip } from '../../text/suggest';
import type { Span } from '../../text/position';

/** A line that a writer meant as the first one of an alert, or of which nobody knows what it is meant as. */
export interface AlertMistake {
  /**
   * `unknown`: no such type; `text`: something follows on the line; `outside`: in no quote; `spaces`: too far from the `>`;
   * `form`: the mark itself.
   */
  readonly kind: 'unknown' | 'text' | 'outside' | 'spaces' | 'form';
  /** The mark; offsets in the file. */
  readonly span: Span;
  /** Between the brackets, as written. */
  readonly written: string;
  /** The type that is meant, in upper case; `undefined` where none is close. */
  readonly type: string | undefined;
  /** Whether no other type could be meant. */
  readonly isSure: boolean;
  /** From the mark to the end of the line. */
  readonly line: Span;
  /** What stands before the mark on its line. */
  readonly before: string;
  /** For one in no quote the lines of its paragraph from the mark's on, without what stands before their text. */
  readonly lines: readonly Span[];
}

const types: ReadonlySet<string> = new Set(alertTypes);
const marked = /^\[!([a-z]{2,20})\][ \t]*/i;
const bent = /^!?\[[ \t]{0,9}!?[ \t]{0,9}(note|tip|important|warning|caution)[ \t]{0,9}(?:\\?\])?[ \t]{0,9}:?$/i;
const quoteMark = />[ \t]?$/;
const quoteMarks = />[ \t]*$/;
/** Marks that are no alerts, which need more than their name. */
const others: ReadonlySet<string> = new Set(['INCLUDE', 'VIDEO', 'DIV', 'CODE']);

/**
 * What is wrong with a line of a paragraph as the first line of an alert; `undefined` where it is one, or nothing like it.
 *
 * @param isFirst whether it is the paragraph's first line
 */
export function alertMistake(
  text: string,
  line: Span,
  before: string,
  isFirst: boolean,
): Omit<AlertMistake, 'lines'> | undefined {
  const written = text.slice(line.start, line.end).trimEnd();
  const match = marked.exec(written);
  const place = { line: { start: line.start, end: line.start + written.length }, before };
  if (match === null) {
    const word = quoteMarks.test(before) ? bent.exec(written)?.[1] : undefined;
    if (word === undefined) return undefined;
    return { kind: 'form', span: place.line, written, type: word.toUpperCase(), isSure: true, ...place };
  }
  const [mark, name = ''] = match;
  const word = name.toUpperCase();
  const isAlone = mark.trimEnd().length === written.length;
  const kind = kindOf(types.has(word), isAlone, written.slice(mark.length), before, isFirst);
  if (kind === undefined || others.has(word)) return undefined;
  const span = { start: line.start, end: line.start + mark.trimEnd().length };
  const type = types.has(word) ? word : meantType(word);
  return {
    kind,
    span,
    written: name,
    type,
    isSure: type !== undefined && (type === word || isSlip(word, type)),
    ...place,
  };
}

function kindOf(
  isKnown: boolean,
  isAlone: boolean,
  rest: string,
  before: string,
  isFirst: boolean,
): AlertMistake['kind'] | undefined {
  if (quoteMark.test(before)) {
    if (isAlone) return isKnown ? undefined : 'unknown';
    // `[!NOTE](a.md)` is a link.
    return isKnown && !/^[([]/.test(rest) ? 'text' : undefined;
  }
  if (!isKnown) return undefined;
  if (isAlone) return quoteMarks.test(before) ? 'spaces' : 'outside';
  return isFirst && /^\s*[^\s([]/.test(rest) && !quoteMarks.test(before) ? 'outside' : undefined;
}

function meantType(word: string): string | undefined {
  return closestFirst(word, alertTypes)[0];
}
