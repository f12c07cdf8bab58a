import { locateHeader } from '../../core/frontMatter/locate';
import { lineStarts, type Position } from '../../core/text/position';
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
  readonly isCommentedOut: boolean;
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

const keyLine = /^(?<comment>#[ \t]*)?(?<key>[A-Za-z_][\w.-]{0,100})?(?<rest>.*)$/;

/**
 * Finds what is being written of front matter at a position, also in a header that is not closed yet or broken elsewhere.
 * `undefined` in the body, in comments other than keys that are commented out, in texts of several lines and in values
 * below a key's own.
 */
export function metadataPlaceAt(text: string, { line, character }: Position): MetadataPlace | undefined {
  const lines = headerLines(text, line);
  const current = lines?.at[lines.index];
  if (lines === undefined || current === undefined || current.length > maxLine) return undefined;
  const cursor = Math.min(character, current.length);
  const item = blockItem(lines.at, lines.index, cursor);
  if (item !== undefined) return item === 'none' ? undefined : { kind: 'value', ...item };
  const { comment = '', key = '', rest = '' } = keyLine.exec(current)?.groups ?? {};
  const keyEnd = comment.length + key.length;
  if (cursor < comment.length) return undefined;
  if (cursor > keyEnd) return valueAt(lines, key, comment !== '', keyEnd, rest, cursor);
  const hasColon = rest.startsWith(':');
  if (!hasColon && rest.trim() !== '') return undefined;
  // Without a letter of a key, a comment is a comment; and what follows an empty line may belong to the key above it.
  if (key === '' && (comment !== '' || (!hasColon && isContinued(lines, 0)))) return undefined;
  return {
    kind: 'key',
    start: comment.length,
    end: keyEnd,
    typed: current.slice(comment.length, cursor),
    hasColon,
    isCommentedOut: comment !== '',
  };
}

function valueAt(
  lines: HeaderLines,
  key: string,
  isCommentedOut: boolean,
  keyEnd: number,
  rest: string,
  cursor: number,
): ValuePlace | undefined {
  const colon = /^[ \t]*:/.exec(rest)?.[0].length;
  const line = lines.at[lines.index] ?? '';
  if (key === '' || colon === undefined || cursor < keyEnd + colon) return undefined;
  if (!isCommentedOut && isContinued(lines, 0)) return undefined;
  const from = keyEnd + colon;
  const flow = flowItem(line, from, cursor);
  if (flow !== undefined) return flow === 'none' ? undefined : { kind: 'value', key, ...flow };
  const scalar = scalarAt(line, from, line.length, cursor);
  return scalar === undefined ? undefined : { kind: 'value', key, item: undefined, ...scalar };
}

/** Whether the next line that says something goes on with what stands on the cursor's line or above. */
function isContinued({ at, index }: HeaderLines, indent: number): boolean {
  const next = at.slice(index + 1).find((line) => line.trim() !== '' && !line.startsWith('#'));
  return next !== undefined && (/^-(?:\s|$)/.test(next) || next.length - next.trimStart().length > indent);
}

interface HeaderLines {
  readonly at: readonly string[];
  /** Of the cursor's line. */
  readonly index: number;
}

/** The lines between the delimiters; `undefined` where the cursor's is not among them. */
function headerLines(text: string, line: number): HeaderLines | undefined {
  const { header } = locateHeader(text);
  const content = header?.content ?? contentOfNewHeader(text);
  if (content === undefined) return undefined;
  const starts = lineStarts(text);
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

/** A file that so far has nothing but the line which opens a header, and at most the beginning of its first key. */
function contentOfNewHeader(text: string): { readonly start: number; readonly end: number } | undefined {
  const match = /^\ufeff?---[ \t]*\r?\n(?:[ \t]*\r?\n){0,5}?[\w.-]{0,100}(?=\r?\n|$)/.exec(text);
  if (match === null) return undefined;
  return { start: text.indexOf('\n') + 1, end: match[0].length };
}
