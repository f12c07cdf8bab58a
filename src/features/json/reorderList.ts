import { createScanner } from 'jsonc-parser';
import type { TextEdit } from '../../core/text/edit';
import { lineEndOf } from '../../core/text/lines';
import type { Span } from '../../core/text/position';
import { tailEnd, type JsonItem, type JsonList } from './jsonList';

/** The edits of a list whose items get another order, or the offset of a comment that may belong to more than one item. */
export type Reordered = { readonly edits: readonly TextEdit[] } | { readonly unclear: number };

/** What moves with an item. */
interface Place {
  /** The comments above the item, and the item. */
  readonly item: Span;
  /** The comment behind it on its line; empty where there is none. Between the two stands the comma, which stays. */
  readonly tail: Span;
}

/**
 * Puts the items of a list into another order. Commas, blanks and empty lines stay where they are.
 *
 * @param order indices of the items, the one first that is to come first
 */
export function reorderList(text: string, list: JsonList, order: readonly number[]): Reordered {
  const places: Place[] = [];
  let from = tailEnd(text, list.open + 1);
  for (const item of list.items) {
    const start = startWithComments(text, from, item.span.start);
    // What stands above the first item may be about the whole list.
    const isOfList = places.length === 0 && start !== item.span.start && order[0] !== 0;
    if (start === undefined || isOfList) return { unclear: commentFrom(text, from) };
    if (item.comma !== undefined && !isBlank(text, item.span.end, item.comma))
      return { unclear: commentFrom(text, item.span.end) };
    const behind = behindComma(item);
    from = tailEnd(text, behind);
    places.push({ item: { start, end: item.span.end }, tail: { start: behind, end: from } });
  }
  if (!isBlank(text, from, list.close)) return { unclear: commentFrom(text, from) };
  const tail = places.find((place) => place.tail.end > place.tail.start)?.tail;
  // A comment up to the end of a line would swallow what follows elsewhere.
  if (tail !== undefined && !places.every((place) => endsLine(text, place.tail.end)))
    return { unclear: commentFrom(text, tail.start) };
  return {
    edits: places.flatMap((place, index) => {
      const source = places[order[index] ?? index] ?? place;
      return [...replaced(text, place.item, source.item), ...replaced(text, place.tail, source.tail)];
    }),
  };
}

/**
 * Where what belongs to an item begins: at the comments directly above it. `undefined` where an empty line sets these
 * apart, so that they may be about all that follows, or where they share a line with what stands before.
 */
function startWithComments(text: string, from: number, item: number): number | undefined {
  if (isBlank(text, from, item)) return item;
  const [sameLine = '', ...lines] = text.slice(from, item).split(/\r\n|\r|\n/);
  if (sameLine.trim() !== '' || lines.slice(0, -1).some((line) => line.trim() === '')) return undefined;
  return commentFrom(text, from);
}

function replaced(text: string, span: Span, source: Span): TextEdit[] {
  const newText = text.slice(source.start, source.end);
  return newText === text.slice(span.start, span.end) ? [] : [{ span, newText }];
}

/** Offset of the first comment from there on. */
function commentFrom(text: string, from: number): number {
  const scanner = createScanner(text, false);
  scanner.setPosition(from);
  for (let at = from; at < text.length; at = scanner.getPosition()) {
    scanner.scan();
    if (/^\/[/*]/.test(text.slice(at, at + 2))) return at;
  }
  return from;
}

function behindComma({ span, comma }: JsonItem): number {
  return comma === undefined ? span.end : comma + 1;
}

function endsLine(text: string, at: number): boolean {
  return isBlank(text, at, lineEndOf(text, at));
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}
