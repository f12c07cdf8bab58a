import { locateHeader } from '../../core/frontMatter/locate';
import { lineEndOf } from '../../core/text/lines';
import { lineStarts, type Position, type Span } from '../../core/text/position';
import { blockItem, flowItem, scalarAt, type Scalar } from './valuePlace';

/** A key that is being written, or one that another is to be chosen for. */
export interface KeyPlace {
  readonly kind: 'key';
  /** What a choice replaces, as characters of the cursor's line. */
  readonly start: number;
  readonly end: number;
  /** What stands of that before the cursor. */
  readonly typed: string;
  /** Whether a colon follows, perhaps with a value: these stay. */
  readonly hasColon: boolean;
  /** Whether a list or a text on the lines below belongs to the key: it has a value then. */
  readonly hasValueBelow: boolean;
}

/** A value that is being written, or an item of a list. */
export interface ValuePlace extends Scalar {
  readonly kind: 'value';
  readonly key: string;
  /** Of a list; `undefined` for a single value. */
  readonly item: { readonly index: number; readonly others: readonly string[]; readonly isFlow: boolean } | undefined;
}

export type MetadataPlace = KeyPlace | ValuePlace;

/** Longer lines are no metadata that somebody chooses. */
const maxLine = 2000;

const keyLine = /^(?<key>[A-Za-z_][\w.-]{0,100})?(?<rest>.*)$/;

/**
 * Finds what is being written of front matter at a position, also in a header that is not closed yet or broken elsewhere.
 * `undefined` in the body, in comments, in texts of several lines and in values below a key's own.
 */
export function metadataPlaceAt(text: string, { line, character }: Position): MetadataPlace | undefined {
  const lines = headerLines(text, line);
  const current = lines?.at[lines.index];
  if (lines === undefined || current === undefined || current.length > maxLine) return undefined;
  const cursor = Math.min(character, current.length);
  const item = blockItem(lines.at, lines.index, cursor);
  if (item !== undefined) return item === 'none' ? undefined : { kind: 'value', ...item };
  const { key = '', rest = '' } = keyLine.exec(current)?.groups ?? {};
  if (cursor > key.length) return valueAt(lines, key, rest, cursor);
  const hasColon = rest.startsWith(':');
  if (!hasColon && rest.trim() !== '') return undefined;
  const hasValueBelow = isContinued(lines);
  // What follows an empty line may belong to the key above it.
  if (key === '' && !hasColon && hasValueBelow) return undefined;
  return { kind: 'key', start: 0, end: key.length, typed: current.slice(0, cursor), hasColon, hasValueBelow };
}

function valueAt(lines: HeaderLines, key: string, rest: string, cursor: number): ValuePlace | undefined {
  const colon = /^[ \t]*:/.exec(rest)?.[0].length;
  const line = lines.at[lines.index] ?? '';
  if (key === '' || colon === undefined) return undefined;
  const from = key.length + colon;
  if (cursor < from || isContinued(lines)) return undefined;
  const flow = flowItem(line, from, cursor);
  if (flow !== undefined) return flow === 'none' ? undefined : { kind: 'value', key, ...flow };
  const scalar = scalarAt(line, from, line.length, cursor);
  return scalar === undefined ? undefined : { kind: 'value', key, item: undefined, ...scalar };
}

/** Whether the next line that says something goes on with what stands on the cursor's line or above. */
function isContinued({ at, index }: HeaderLines): boolean {
  const next = at.slice(index + 1).find((line) => !/^\s*(?:#|$)/.test(line));
  return next !== undefined && /^(?:\s|-(?:\s|$))/.test(next);
}

interface HeaderLines {
  readonly at: readonly string[];
  /** Of the cursor's line. */
  readonly index: number;
}

/** The lines between the delimiters; `undefined` where the cursor's is not among them. */
function headerLines(text: string, line: number): HeaderLines | undefined {
  const { header } = locateHeader(text);
  const starts = lineStarts(text);
  const content = header?.content ?? contentOfNewHeader(text, starts, line);
  if (content === undefined) return undefined;
  const cursorStart = starts[line];
  const isBehind = cursorStart === undefined || cursorStart > content.end;
  if (isBehind || cursorStart < content.start || (header?.close !== undefined && cursorStart === content.end))
    return undefined;
  const first = starts.findIndex((start) => start >= content.start);
  const at: string[] = [];
  for (let number = first; number < starts.length && (starts[number] ?? 0) <= content.end; number++) {
    const start = starts[number] ?? 0;
    if (start === content.end && number !== line) break;
    at.push(text.slice(start, starts[number + 1] ?? text.length).replace(/[\r\n]{1,2}$/, ''));
  }
  const index = line - first;
  // Nobody knows where a header ends that is not closed: not behind the first line that is no metadata.
  if (header?.close === undefined && at.slice(0, index).some((written) => !isMetadata(written))) return undefined;
  return { at, index };
}

function isMetadata(line: string): boolean {
  return /^(?:\s|#(?!#)|-(?:\s|$)|$|[A-Za-z_][\w.\- ]{0,60}:)/.test(line);
}

/** More lines without a key are no beginning of a header. */
const maxNewLines = 10;

/** A header that so far has nothing but the line which opens it and the beginning of its first key, in the cursor's line. */
function contentOfNewHeader(text: string, starts: readonly number[], line: number): Span | undefined {
  const start = starts[1];
  const end = starts[line];
  if (start === undefined || end === undefined || line > maxNewLines) return undefined;
  return /^\ufeff?---[ \t]*\r?\n/.test(text) ? { start, end: lineEndOf(text, end) } : undefined;
}
