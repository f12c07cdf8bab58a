import { hasOnly, readTripleColon } from './attributes';
import { afterBlanks } from './located';

/** A directive that shows lines of a code file. */
export interface CodeDirective {
  /** The path of the file as written, unescaped. */
  readonly path: string;
  /** As written; '' where only the name of the file tells. */
  readonly language: string;
  /** The name of a snippet; '' for none. It wins over `ranges`. */
  readonly id: string;
  /** The lines to show; none means all. */
  readonly ranges: readonly LineRange[];
  /** Of the lines that are shown, the ones to stress. */
  readonly highlight: readonly LineRange[];
  /** Columns to take from the start of each line; `undefined` for as many as all lines have. */
  readonly dedent: number | undefined;
}

/** Lines from 1, both ends included. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Reads a line that is `[!code-lang[name](path)]` or `:::code source="path":::`, without white space around it. */
export function readCodeDirective(line: string): CodeDirective | undefined {
  if (line.startsWith(':::')) return readTripleColonCode(line);
  return /^\[!code/i.test(line) ? readBracketCode(line) : undefined;
}

const known = new Set(['source', 'range', 'id', 'highlight', 'language', 'interactive', 'dedent']);

function readTripleColonCode(line: string): CodeDirective | undefined {
  const directive = readTripleColon(line, 0, line.length, { isBlock: true, closesItself: true });
  if (directive?.name !== 'code' || !hasOnly(directive, known)) return undefined;
  const value = (name: string): string => directive.attributes.get(name) ?? '';
  const path = value('source').trim();
  if (path === '') return undefined;
  return {
    path,
    language: value('language').trim(),
    id: value('id').trim(),
    ranges: readRanges(value('range')) ?? [],
    highlight: readRanges(value('highlight')) ?? [],
    dedent: readNumber(value('dedent')),
  };
}

/** `[!code-lang[name](path?query#bookmark "title")]`: each part but the path may be missing. */
function readBracketCode(line: string): CodeDirective | undefined {
  const name = line.indexOf('[', '[!code'.length);
  if (name === -1) return undefined;
  const language = line.slice('[!code'.length, name);
  if (language.trim() !== '' && !language.startsWith('-')) return undefined;
  const nameEnd = findUnescaped(line, name + 1, ']');
  const opening = afterBlanks(line, nameEnd + 1);
  if (line.charAt(opening) !== '(' || !/\)\s*\]$/.test(line.slice(-200))) return undefined;
  const inside = line.slice(opening + 1, line.lastIndexOf(')'));
  const title = inside.indexOf('"');
  const target = (title === -1 ? inside : inside.slice(0, title)).trim();
  const pathEnd = findUnescaped(target, 0, '?#');
  const path = target
    .slice(0, pathEnd)
    .replaceAll(/\\(.?)/g, '$1')
    .trim();
  const bookmark = target.indexOf('#', pathEnd);
  const query = target.charAt(pathEnd) === '?' ? target.slice(pathEnd + 1, bookmark === -1 ? undefined : bookmark) : '';
  if (path === '') return undefined;
  const base = { path, language: language.slice(1).trim(), ...readQuery(query) };
  return bookmark === -1 ? base : { ...base, ...readBookmark(target.slice(bookmark + 1).trim()) };
}

function readQuery(query: string): Omit<CodeDirective, 'path' | 'language'> {
  const values = new Map<string, string>();
  for (const part of query.split('&')) {
    const [name = '', value = ''] = part.split('=');
    values.set(name.trim().toLowerCase(), value.trim());
  }
  const value = (name: string): string => values.get(name) ?? '';
  const start = readNumber(value('start'));
  const fromStart = start === undefined ? undefined : [{ start, end: readNumber(value('end')) ?? start }];
  return {
    id: value('name'),
    ranges: fromStart ?? readRanges(value('range')) ?? [],
    highlight: readRanges(value('highlight')) ?? [],
    dedent: readNumber(value('dedent')),
  };
}

/** `#L3-L5` names lines, anything else a snippet. */
function readBookmark(bookmark: string): { readonly id: string; readonly ranges?: readonly LineRange[] } {
  const lines = /^L(\d{1,9})(?:-L(\d{1,9}))?$/i.exec(bookmark);
  if (lines === null) return { id: bookmark };
  const start = Number(lines[1]);
  return { id: '', ranges: [{ start, end: Number(lines[2] ?? start) }] };
}

/** More ranges than anyone writes. */
const maxRanges = 200;

/** `1,3-5,7-`; `undefined` for anything else. */
function readRanges(written: string): readonly LineRange[] | undefined {
  const parts = written.split(',');
  if (written.trim() === '' || parts.length > maxRanges) return undefined;
  const ranges: LineRange[] = [];
  for (const part of parts) {
    const match = /^(\d{0,9})(-?)(\d{0,9})$/.exec(part.trim());
    if (match === null || match[0] === '') return undefined;
    const [, first = '', dash, last = ''] = match;
    const start = first === '' ? 1 : Number(first);
    ranges.push({ start, end: dash === '' ? start : last === '' ? Number.MAX_SAFE_INTEGER : Number(last) });
  }
  return ranges;
}

function readNumber(written: string): number | undefined {
  return /^\d{1,9}$/.test(written) ? Number(written) : undefined;
}

/** The first of some characters that no backslash precedes; the length of the text where there is none. */
function findUnescaped(text: string, from: number, characters: string): number {
  for (let at = from; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (characters.includes(text.charAt(at))) return at;
  }
  return text.length;
}

const candidate = /\[!code|:::[ \t]{0,9}code/gi;

/** The paths of the code files that a text seems to show: also those in comments and code, which nobody will ask for. */
export function scanCodePaths(text: string): readonly string[] {
  const paths = new Set<string>();
  for (const { index } of text.matchAll(candidate)) {
    const end = text.indexOf('\n', index);
    const directive = readCodeDirective(text.slice(index, end === -1 ? undefined : end).trim());
    if (directive !== undefined) paths.add(directive.path);
  }
  return [...paths];
}
