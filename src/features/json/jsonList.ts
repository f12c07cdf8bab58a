import { createScanner } from 'jsonc-parser';
import { insertion, removal, type TextEdit } from '../../core/text/edit';
import { lineBreakOf, lineEndOf, lineStartOf, nextLineOf } from '../../core/text/lines';
import type { LocatedNode } from '../../core/text/locatedNode';
import type { Span } from '../../core/text/position';

/** What stands between two brackets of a JSON file: the items of a list, or the properties of an object. Offsets of the file. */
export interface JsonList {
  /** Of the opening bracket. */
  readonly open: number;
  /** Of the closing one. */
  readonly close: number;
  readonly items: readonly JsonItem[];
}

export interface JsonItem {
  readonly span: Span;
  /** Of the value alone, where the item is a property. */
  readonly value: Span;
  /** Offset of the comma behind it; `undefined` where there is none. */
  readonly comma: number | undefined;
}

/** What becomes of a list. */
export interface ListChange {
  /** Indices of the items that go. */
  readonly removed?: ReadonlySet<number>;
  /** New items as text, by the index of the item that they stand before; the number of items for those at the end. */
  readonly inserted?: ReadonlyMap<number, readonly string[]>;
}

/** The items of a list or an object that was read without errors, with their commas. */
export function jsonListOf(text: string, node: LocatedNode): JsonList | undefined {
  if (node.kind === 'scalar') return undefined;
  const found =
    node.kind === 'sequence'
      ? node.items.map(({ span }) => ({ span, value: span }))
      : node.entries.map(({ keySpan, value }) => ({
          span: { start: keySpan.start - 1, end: value.span.end },
          value: value.span,
        }));
  // Comments are skipped, so that a comma in one is none.
  const scanner = createScanner(text, true);
  const items = found.map(({ span, value }) => {
    scanner.setPosition(span.end);
    scanner.scan();
    const next = scanner.getTokenOffset();
    return { span, value, comma: text[next] === ',' ? next : undefined };
  });
  return { open: node.span.start, close: node.span.end - 1, items };
}

/** Whether the items stand below each other, each beginning a line. */
export function isOnOwnLines(text: string, { items }: JsonList): boolean {
  const last = items.at(-1);
  return last !== undefined && startsLine(text, last.span.start);
}

/**
 * The edits that take items out of a list and put others in. Comments stay, each where it was, and a comma follows the
 * last item afterwards only if one followed it before.
 */
export function changeList(text: string, list: JsonList, change: ListChange): TextEdit[] {
  const { items } = list;
  const removed = change.removed ?? new Set<number>();
  const inserted = change.inserted ?? new Map<number, readonly string[]>();
  const commaAtEnd = items.at(-1)?.comma !== undefined;
  const edits: TextEdit[] = [];
  // From the end, because that is where it shows whether an item still needs its comma.
  let isLast = true;
  for (let index = items.length; index >= 0; index--) {
    const added = inserted.get(index) ?? [];
    if (added.length > 0) edits.push(insert(text, list, index, removed, added, !isLast || commaAtEnd));
    isLast &&= added.length === 0;
    const item = items[index - 1];
    if (item === undefined) break;
    if (removed.has(index - 1)) {
      edits.push(...removeItem(text, item));
      continue;
    }
    if (isLast && !commaAtEnd && item.comma !== undefined)
      edits.push(removal({ start: item.comma, end: item.comma + 1 }));
    if (!isLast && item.comma === undefined) edits.push(insertion(item.span.end, ','));
    isLast = false;
  }
  // What is put in at an offset comes before what goes there.
  return edits.reverse().sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** New items before the one at an index. They follow what stays before them, so that they never touch what goes. */
function insert(
  text: string,
  list: JsonList,
  index: number,
  removed: ReadonlySet<number>,
  added: readonly string[],
  endsWithComma: boolean,
): TextEdit {
  const before = list.items.slice(0, index).findLast((_, at) => !removed.has(at));
  const [first] = list.items;
  const end = endsWithComma ? ',' : '';
  if (first === undefined) return fill(text, list, added);
  const from = before === undefined ? list.open + 1 : (before.comma ?? before.span.end - 1) + 1;
  if (!isOnOwnLines(text, list)) {
    if (before !== undefined) return insertion(from, ` ${added.join(', ')}${end}`);
    const isApart = /[ \t\r\n]/.test(text.charAt(from));
    return insertion(from, `${isApart ? ' ' : ''}${added.join(', ')}${end}${isApart || end === '' ? '' : ' '}`);
  }
  const separator = lineBreakOf(text) + indentAt(text, list.items.at(-1)?.span.start ?? first.span.start);
  const items = added.join(`,${separator}`) + end;
  if (before === undefined && !startsLine(text, first.span.start)) return insertion(from, items + separator);
  return insertion(tailEnd(text, from), separator + items);
}

/** The first items of an empty list, below what comments stand in it. */
function fill(text: string, { open, close }: JsonList, added: readonly string[]): TextEdit {
  const inside = text.slice(open + 1, close);
  const eol = lineBreakOf(text);
  const outer = indentAt(text, open);
  const separator = `${eol}${outer}${indentOf(text)}`;
  const start = open + 1 + inside.trimEnd().length;
  return { span: { start, end: close }, newText: `${separator}${added.join(`,${separator}`)}${eol}${outer}` };
}

/** An item goes with its comma, and with its lines where nothing else stands on them. */
function removeItem(text: string, { span, comma }: JsonItem): TextEdit[] {
  const isCommaNear = comma !== undefined && text.slice(span.end, comma).trim() === '';
  const apart = comma === undefined || isCommaNear ? [] : [removal({ start: comma, end: comma + 1 })];
  const end = isCommaNear ? comma + 1 : span.end;
  if (startsLine(text, span.start)) {
    const isAlone = text.slice(end, lineEndOf(text, end)).trim() === '';
    const lines = { start: lineStartOf(text, span.start), end: nextLineOf(text, end) };
    return [removal(isAlone ? lines : { start: span.start, end }), ...apart];
  }
  const blanks = /[ \t]*$/.exec(text.slice(lineStartOf(text, span.start), span.start))?.[0].length ?? 0;
  return [removal({ start: span.start - blanks, end }), ...apart];
}

/** Where the comment ends that follows on the same line; the same offset where none does. */
export function tailEnd(text: string, from: number): number {
  const scanner = createScanner(text, false);
  const lineEnd = lineEndOf(text, from);
  let end = from;
  scanner.setPosition(from);
  for (let at = from; at < lineEnd; at = scanner.getPosition()) {
    scanner.scan();
    const token = text.slice(scanner.getTokenOffset(), scanner.getPosition());
    if (/^\/[/*]/.test(token)) end = scanner.getPosition();
    else if (token.trim() !== '') return from;
  }
  return end;
}

function startsLine(text: string, at: number): boolean {
  return text.slice(lineStartOf(text, at), at).replace('\ufeff', '').trim() === '';
}

/** The blanks at the start of the line that holds an offset. */
export function indentAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(lineStartOf(text, at), at))?.[0] ?? '';
}

/** One step of indentation of a file; two spaces where it does not show. */
export function indentOf(text: string): string {
  return /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  ';
}
