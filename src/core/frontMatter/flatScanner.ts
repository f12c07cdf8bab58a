import type { LocatedEntry, LocatedNode, LocatedScalar } from '../text/locatedNode';
import { resolvePlainScalar } from './scalar';

const keyLine = /^([A-Za-z_][A-Za-z0-9_.-]*):(?: +|$)/;
const itemLine = /^( *)- +/;
/** A plain scalar of this subset starts with a letter, a digit or one of a few signs that mean nothing to YAML there. */
const plainStart = /^(?:[A-Za-z0-9_./(+~$<=^;\\\u00a1-\ud7ff\ue000-\ufefe]|-[A-Za-z0-9])/;

// What a YAML parser treats in its own way: control characters, exotic line breaks, lone surrogates.
// eslint-disable-next-line no-control-regex
const unusual = /\r(?!\n)|[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/;

/**
 * Reads the part of YAML that nearly every front matter is written in: `key: value` at column 0, values plain or in
 * quotes on one line, lists of such values or of single `key: value`, comments. Anything else (and anything doubtful)
 * gives `undefined`, and the `yaml` package takes over; a property test holds the two to the same answer. Ten times
 * faster than a full parser.
 *
 * @param text the lines between the delimiters
 * @param base offset of `text` in its file, added to every span
 */
export function scanFlat(text: string, base: number): LocatedEntry[] | undefined {
  if (unusual.test(text)) return undefined;
  const entries: LocatedEntry[] = [];
  const seen = new Set<string>();
  const lines = new LineReader(text);
  while (lines.next()) {
    if (lines.isBlankOrComment()) continue;
    const key = keyLine.exec(lines.line);
    const name = key?.[1];
    if (key === null || name === undefined || seen.has(name)) return undefined;
    seen.add(name);
    const start = base + lines.start;
    const value = readValue(lines, key[0].length, name.length + 1, base);
    if (value === undefined) return undefined;
    entries.push({ key: name, keySpan: { start, end: start + name.length }, value });
  }
  return entries;
}

/** The value after `key:`, on its line or as a list on the lines below. Leaves `lines` on the value's last line. */
function readValue(lines: LineReader, valueColumn: number, afterColon: number, base: number): LocatedNode | undefined {
  const scalar = readScalar(lines.line, valueColumn, base + lines.start);
  if (scalar === undefined) return undefined;
  if (scalar.source !== '' || scalar.span.end > scalar.span.start) return lines.nextContinues() ? undefined : scalar;
  const at = base + lines.start + afterColon;
  const items = readItems(lines, base);
  if (items === undefined) return undefined;
  if (items.length === 0) return lines.nextContinues() ? readBelow(lines, base) : emptyScalar(at);
  const first = items[0]?.dash ?? at;
  const last = items.at(-1)?.node.span.end ?? at;
  return { kind: 'sequence', items: items.map((item) => item.node), span: { start: first, end: last } };
}

/** A value alone on the line below its key. */
function readBelow(lines: LineReader, base: number): LocatedScalar | undefined {
  lines.next();
  const column = indentOf(lines.line);
  if (column === 0) return undefined;
  const scalar = readScalar(lines.line, column, base + lines.start);
  return scalar === undefined || scalar.source === '' || lines.nextContinues() ? undefined : scalar;
}

interface Item {
  readonly dash: number;
  readonly node: LocatedNode;
}

function readItems(lines: LineReader, base: number): Item[] | undefined {
  const items: Item[] = [];
  let indent = -1;
  for (let mark = lines.mark(); lines.next(); mark = lines.mark()) {
    if (lines.isBlankOrComment()) continue;
    const dash = itemLine.exec(lines.line);
    if (dash === null) {
      // A bare '-' or an item of another shape is for the full parser; a key ends the list.
      if (/^ *-(?: |$)/.test(lines.line)) return undefined;
      lines.reset(mark);
      return items;
    }
    const column = dash[1]?.length ?? 0;
    if (indent === -1) indent = column;
    if (column !== indent) return undefined;
    const node = readItem(lines.line, dash[0].length, base + lines.start);
    if (node === undefined) return undefined;
    if (lines.nextIsIndentedBeyond(indent)) return undefined;
    items.push({ dash: base + lines.start + column, node });
  }
  return items;
}

/** One item of a list: a scalar, or a single key with its value. */
function readItem(line: string, column: number, lineOffset: number): LocatedNode | undefined {
  const scalar = readScalar(line, column, lineOffset);
  // Null in a list is a finding, which the full parser makes.
  if (scalar !== undefined) return scalar.value === null ? undefined : scalar;
  const match = keyLine.exec(line.slice(column));
  const key = match?.[1];
  if (match === null || key === undefined) return undefined;
  const start = lineOffset + column;
  const keySpan = { start, end: start + key.length };
  const written = readScalar(line, column + match[0].length, lineOffset);
  if (written === undefined) return undefined;
  const value = written.source === '' && written.value === null ? emptyScalar(keySpan.end + 1) : written;
  return { kind: 'map', entries: [{ key, keySpan, value }], span: { start, end: value.span.end } };
}

function emptyScalar(at: number): LocatedScalar {
  return { kind: 'scalar', value: null, source: '', span: { start: at, end: at } };
}

/** The scalar from `column` to the end of the line; an empty plain one where there is nothing but a comment. */
function readScalar(line: string, column: number, lineOffset: number): LocatedScalar | undefined {
  const first = line.charAt(column);
  if (first === '' || first === '#') return emptyScalar(lineOffset + column);
  if (first === '"' || first === "'") return readQuoted(line, column, first, lineOffset);
  if (!plainStart.test(line.slice(column, column + 2))) return undefined;
  const comment = line.indexOf(' #', column);
  const text = trimEnd(line.slice(column, comment === -1 ? undefined : comment));
  if (text.includes(': ') || text.endsWith(':')) return undefined;
  return {
    kind: 'scalar',
    value: resolvePlainScalar(text),
    source: text,
    span: { start: lineOffset + column, end: lineOffset + column + text.length },
  };
}

function readQuoted(line: string, column: number, quote: string, lineOffset: number): LocatedScalar | undefined {
  let end = column + 1;
  for (;;) {
    end = line.indexOf(quote, end);
    if (end === -1) return undefined;
    if (quote === '"' || line.charAt(end + 1) !== quote) break;
    end += 2;
  }
  const written = line.slice(column + 1, end);
  if (quote === '"' && written.includes('\\')) return undefined;
  if (!/^(?: *$| +#)/.test(line.slice(end + 1))) return undefined;
  const value = quote === "'" ? written.replaceAll("''", "'") : written;
  return { kind: 'scalar', value, source: value, span: { start: lineOffset + column, end: lineOffset + end + 1 } };
}

/** YAML's white space is space and tab only: a no-break space belongs to the value. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 32) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** Spaces only: no other white space comes this far, but as part of a value. */
function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 32) indent++;
  return indent;
}

/** Walks the lines of a text, with their offsets and a look ahead. */
class LineReader {
  line = '';
  start = 0;
  private following = 0;

  constructor(private readonly text: string) {}

  next(): boolean {
    if (this.following >= this.text.length) return false;
    this.start = this.following;
    const newline = this.text.indexOf('\n', this.start);
    this.following = newline === -1 ? this.text.length : newline + 1;
    let end = newline === -1 ? this.text.length : newline;
    if (end > this.start && this.text.charCodeAt(end - 1) === 13) end--;
    this.line = this.text.slice(this.start, end);
    return true;
  }

  mark(): readonly [number, number, string] {
    return [this.start, this.following, this.line];
  }

  reset([start, following, line]: readonly [number, number, string]): void {
    this.start = start;
    this.following = following;
    this.line = line;
  }

  isBlankOrComment(): boolean {
    const indent = indentOf(this.line);
    return indent === this.line.length || this.line.charCodeAt(indent) === 35;
  }

  /** Whether a line that would belong to the current value follows: an indented one, or a list item. */
  nextContinues(): boolean {
    return this.peek((line) => line.startsWith(' ') || /^-(?: |$)/.test(line));
  }

  nextIsIndentedBeyond(indent: number): boolean {
    return this.peek((line) => indentOf(line) > indent);
  }

  /** Asks about the next line that is neither blank nor a comment. */
  private peek(test: (line: string) => boolean): boolean {
    const mark = this.mark();
    let answer = false;
    while (this.next()) {
      if (this.isBlankOrComment()) continue;
      answer = test(this.line);
      break;
    }
    this.reset(mark);
    return answer;
  }
}
