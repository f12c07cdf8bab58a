/** A value that is being written, as characters of one line. */
export interface Scalar {
  /** What a choice replaces: all of the value on both sides of the cursor, without its quotes. */
  readonly start: number;
  readonly end: number;
  /** What stands of that before the cursor. */
  readonly typed: string;
  /** All of it. */
  readonly written: string;
  /** The quote around it; '' without one. */
  readonly quote: '"' | "'" | '';
  /** What must stand before and behind a choice: the space after a colon, a quote that was not closed. */
  readonly before: string;
  readonly behind: string;
}

/** An item of a list, with what else stands in it. */
interface Item extends Scalar {
  readonly item: { readonly index: number; readonly others: readonly string[]; readonly isFlow: boolean };
}

/**
 * The scalar at a cursor, in a stretch of a line behind a colon, a hyphen, a bracket or a comma. `undefined` in a comment
 * behind it, behind its closing quote, and for what is no plain or quoted scalar.
 */
export function scalarAt(line: string, from: number, to: number, cursor: number): Scalar | undefined {
  const region = line.slice(from, to);
  const start = from + region.length - region.trimStart().length;
  const quote = line.charAt(start);
  const behindQuotes = quotedEnd(line, start, to);
  const isInQuotes = start < to && cursor > start && cursor !== behindQuotes;
  if ((quote === '"' || quote === "'") && isInQuotes) return quotedAt(line, start, to, cursor, quote);
  if (/^(?:[[{|>&*!%@`]|[-?](?:\s|$))/.test(line.slice(start, to))) return undefined;
  const comment = commentIn(line, from, to);
  if (cursor > comment) return undefined;
  const end = behindQuotes ?? start + line.slice(start, Math.max(start, comment)).trimEnd().length;
  const range = { start: Math.min(cursor, start), end: Math.max(cursor, Math.min(end, comment)) };
  // Behind a quote that is closed nothing more can be written.
  if (range.end > end && (quote === '"' || quote === "'")) return undefined;
  return {
    ...range,
    typed: line.slice(range.start, cursor),
    written: line.slice(range.start, range.end),
    quote: '',
    before: /[:\-,]/.test(line.charAt(range.start - 1)) ? ' ' : '',
    behind: line.charAt(range.end) === '#' ? ' ' : '',
  };
}

function quotedAt(line: string, open: number, to: number, cursor: number, quote: '"' | "'"): Scalar | undefined {
  const close = quotedEnd(line, open, to);
  const end = close === undefined ? to : close - 1;
  if (cursor > end) return undefined;
  return {
    start: open + 1,
    end,
    typed: line.slice(open + 1, cursor),
    written: line.slice(open + 1, end),
    quote,
    before: '',
    behind: close === undefined ? quote : '',
  };
}

/** Behind the closing quote of the scalar that starts there; `undefined` where it is not quoted or not closed. */
function quotedEnd(line: string, open: number, to: number): number | undefined {
  const quoted = line.charAt(open) === '"' ? /"(?:\\.|[^"\\])*"/y : /'(?:''|[^'])*'/y;
  quoted.lastIndex = open;
  const end = quoted.exec(line)?.[0].length;
  return end === undefined || open + end > to ? undefined : open + end;
}

/** Where a comment begins; the end of the stretch where there is none. */
function commentIn(line: string, from: number, to: number): number {
  for (let at = line.indexOf('#', from); at !== -1 && at < to; at = line.indexOf('#', at + 1))
    if (/\s/.test(line.charAt(at - 1))) return at;
  return to;
}

/** The item of a flow list `[a, b]` at a cursor; `undefined` where there is no such list, 'none' where nothing is written in it. */
export function flowItem(line: string, from: number, cursor: number): Item | 'none' | undefined {
  const region = line.slice(from);
  const open = from + region.length - region.trimStart().length;
  if (line.charAt(open) !== '[' || cursor <= open) return undefined;
  const parts = flowParts(line, open + 1);
  const index = parts.findIndex(({ start, end }) => cursor >= start && cursor <= end);
  const part = parts[index];
  const scalar = part === undefined ? undefined : scalarAt(line, part.start, part.end, cursor);
  if (scalar === undefined) return 'none';
  const others = parts.flatMap(({ start, end }, other) => (other === index ? [] : plainText(line.slice(start, end))));
  return { ...scalar, item: { index, others, isFlow: true } };
}

/** The stretches between the commas of a flow list, up to its bracket or the end of the line. */
function flowParts(line: string, from: number): { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = from;
  let depth = 0;
  for (let at = from; at <= line.length; at++) {
    const character = line.charAt(at);
    // A quote means something only where a scalar begins.
    if (line.slice(start, at).trim() === '') at = (quotedEnd(line, at, line.length) ?? at + 1) - 1;
    if (/[[{]/.test(character)) depth++;
    const isEnd = character === '' || (depth === 0 && character === ']');
    if (/[\]}]/.test(character)) depth--;
    if (!isEnd && !(depth === 0 && character === ',')) continue;
    parts.push({ start, end: at });
    if (isEnd) break;
    start = at + 1;
  }
  return parts;
}

const itemLine = /^(?<indent> *)-(?:[ \t]|$)/;

/**
 * The item of a block list at a cursor; `undefined` where the line is none, 'none' where it is not one of plain values
 * below a key at the top.
 */
export function blockItem(
  lines: readonly string[],
  index: number,
  cursor: number,
): (Item & { readonly key: string }) | 'none' | undefined {
  const line = lines[index] ?? '';
  const indent = itemLine.exec(line)?.groups?.indent?.length;
  if (indent === undefined) return /^\s+\S|^\s+$/.test(line) ? 'none' : undefined;
  const owner = ownerOf(lines, index, indent);
  const below = lines.slice(index + 1).find((next) => next.trim() !== '' && !/^\s*#/.test(next)) ?? '';
  const goesOn = below.length - below.trimStart().length > indent;
  if (owner === undefined || cursor <= indent || goesOn) return 'none';
  const scalar = scalarAt(line, indent + 1, line.length, cursor);
  // `- name: value` is no value of its own.
  if (scalar === undefined || (scalar.quote === '' && /:(?:\s|$)/.test(scalar.written))) return 'none';
  const isItem = (at: number): boolean => itemLine.exec(lines[at] ?? '')?.groups?.indent?.length === indent;
  const others: string[] = [];
  let before = 0;
  for (let at = owner.line + 1; at < lines.length; at++) {
    if (/^\s*(?:#|$)/.test(lines[at] ?? '')) continue;
    if (!isItem(at)) break;
    if (at < index) before++;
    if (at !== index) others.push(...plainText((lines[at] ?? '').slice(indent + 1)));
  }
  return { key: owner.key, ...scalar, item: { index: before, others, isFlow: false } };
}

/** The key that a list item of this indent belongs to. */
function ownerOf(
  lines: readonly string[],
  index: number,
  indent: number,
): { readonly key: string; readonly line: number } | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (/^\s*(?:#|$)/.test(line)) continue;
    const item = itemLine.exec(line)?.groups?.indent;
    if (item?.length === indent) continue;
    const key = /^(?<key>[A-Za-z_][\w.-]{0,100})[ \t]*:[ \t]*(?:#.*)?$/.exec(line)?.groups?.key;
    return key === undefined ? undefined : { key, line: at };
  }
  return undefined;
}

/** The text of an item as it is written; none for an empty one. */
function plainText(written: string): string[] {
  const comment = commentIn(written, 0, written.length);
  const text = written.slice(0, comment).trim();
  const inner = /^'(.*)'$/.exec(text)?.[1]?.replaceAll("''", "'") ?? /^"(.*)"$/.exec(text)?.[1];
  return text === '' ? [] : [inner ?? text];
}
