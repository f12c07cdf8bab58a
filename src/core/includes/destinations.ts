import { basename, dirname, relativeLink, relativePath, resolvePath } from '../text/path';
import { decodePercent } from '../text/percent';
import type { Span } from '../text/position';
import { unescapePath } from './directive';
import { scanLinks } from './links';
import { scanIncludes } from './scan';

/** The path of an include is taken as it is, but for backslashes that escape; a link is percent-decoded. */
export type DestinationKind = 'include' | 'link';

/** What stands around a link: it tells which characters must not stand in it. */
type Delimiters = 'angles' | 'quotes' | 'none';

/** Where a text names a file, by its own rules of writing. */
export interface Destination {
  readonly span: Span;
  readonly kind: DestinationKind;
}

/** What a destination says, free of how it is written. */
export interface DestinationPath {
  /** What the path is relative to: the folder of the file that it stands in, or with `~/` the docset. */
  readonly root: 'folder' | 'docset';
  /** Still relative; may hold `..` and backslashes. */
  readonly path: string;
  /** Query and fragment, as written. */
  readonly suffix: string;
}

/** What a path can be relative to. Root-relative folders. */
export interface DestinationRoots {
  readonly folder: string;
  readonly docset: string;
}

/** An anchor, a path from the root of a site or a disk, or an address: these mean the same everywhere. */
const fixed = /^(?:[\\/]|[a-z][a-z0-9+.-]*:)/i;

/** Finds the destinations of a Markdown text, in the order of the text. */
export function scanDestinations(text: string, from: number): Destination[] {
  const { directives } = scanIncludes(text, from);
  const isInDirective = ({ start }: Span): boolean =>
    directives.some(({ span }) => span.start <= start && start < span.end);
  const links = scanLinks(text, from).filter(({ span }) => !isInDirective(span));
  return [
    ...directives.map(({ pathSpan }): Destination => ({ span: pathSpan, kind: 'include' })),
    ...links.map(({ span }): Destination => ({ span, kind: 'link' })),
  ].sort((a, b) => a.span.start - b.span.start);
}

/** Reads a destination; `undefined` for one that names no file by a path that depends on where it stands. */
export function readDestination(written: string, kind: DestinationKind): DestinationPath | undefined {
  const end = kind === 'include' ? -1 : written.search(/[?#]/);
  const raw = end === -1 ? written : written.slice(0, end);
  const decoded = kind === 'include' ? unescapePath(raw) : decodeLink(raw);
  if (decoded === '' || fixed.test(decoded)) return undefined;
  const fromDocset = /^~[\\/]/.test(decoded);
  return {
    root: fromDocset ? 'docset' : 'folder',
    path: fromDocset ? decoded.slice(2) : decoded,
    suffix: end === -1 ? '' : written.slice(end),
  };
}

/** The root-relative path that a destination names; `undefined` outside of the root. */
export function resolveDestination({ root, path }: DestinationPath, roots: DestinationRoots): string | undefined {
  return resolvePath(roots[root], path);
}

/**
 * Writes a destination anew for another target, in the form of the old one: relative or `~/`, with or without `./`, with
 * its separators, its query and fragment, and percent-encoded as it was.
 *
 * @param text the text that holds it
 * @param target root-relative
 * @returns `undefined` where the path cannot be written: that of an include holds no white space
 */
export function writeDestination(
  text: string,
  { span, kind }: Destination,
  read: DestinationPath,
  target: string,
  roots: DestinationRoots,
): string | undefined {
  const written = text.slice(span.start, span.end);
  const isFolder = /[\\/]$/.test(read.path);
  let path = relativePath(roots[read.root], target) + (isFolder ? '/' : '');
  if (read.root === 'docset') path = `~/${path}`;
  else if (/^\.[\\/]/.test(read.path) && !path.startsWith('../')) path = `./${path}`;
  if (read.path.includes('\\') && !read.path.includes('/')) path = path.replaceAll('/', '\\');
  if (kind === 'include') return /\s/.test(path) ? undefined : path.replaceAll(/[\\()]|^</g, '\\$&');
  return encodeLink(path, written, delimitersOf(text, span)) + read.suffix;
}

/** Writes the fragment of a link anew, percent-encoded as the link was, which stands at a place of a text. */
export function writeFragment(text: string, span: Span, fragment: string): string {
  return encodeLink(fragment, text.slice(span.start, span.end), delimitersOf(text, span));
}

/**
 * A text of one file as it must be written in another: destinations that depend on the place rebased, all else as it is.
 *
 * @param from where its body starts
 */
export function rebaseDestinations(text: string, from: number, old: DestinationRoots, now: DestinationRoots): string {
  let result = '';
  let at = 0;
  for (const destination of scanDestinations(text, from)) {
    const { span, kind } = destination;
    const read = readDestination(text.slice(span.start, span.end), kind);
    const target = read === undefined ? undefined : resolveDestination(read, old);
    if (read === undefined || target === undefined || resolveDestination(read, now) === target) continue;
    const replacement = writeDestination(text, destination, read, target, now);
    if (replacement === undefined) continue;
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

/** A file as a link in another one names it. */
export function destinationTo(fromPath: string, toPath: string): string {
  return encodeLink(relativeLink(fromPath, toPath), '', 'none');
}

/** What the destinations of a file are relative to. */
export function rootsOf(path: string, docset: string): DestinationRoots {
  return { folder: dirname(path), docset };
}

/** Letters and digits that every way of writing a path to this file has in common, in lower case; '' where there are none. */
export function needleOf(path: string): string {
  const runs =
    basename(path)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

/** Backslashes escape punctuation, unless they are plainly the separators of a Windows path. */
function decodeLink(written: string): string {
  if (!/[\\%]/.test(written)) return written;
  const isWindowsPath = !written.includes('/') && /\\[\w.]/.test(written);
  return decodePercent(isWindowsPath ? written : withoutEscapes(written));
}

/** Markdown text without the backslashes that escape its punctuation. */
export function withoutEscapes(written: string): string {
  return written.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

function encodeLink(path: string, written: string, delimiters: Delimiters): string {
  const keepsSpaces = delimiters === 'angles' ? !written.includes('%20') : written.includes(' ');
  const keepsParentheses = delimiters !== 'none' || (/[()]/.test(written) && isBalanced(path));
  const encodesWords = /%[89a-f][0-9a-f]/i.test(written);
  return path.replaceAll(/[%#?<>"'() \t]|[^\0-\x7f]+/g, (part) => {
    if (part === ' ') return keepsSpaces ? part : '%20';
    if (part === '(' || part === ')') return keepsParentheses ? part : part === '(' ? '%28' : '%29';
    if (part === "'") return delimiters === 'quotes' ? '%27' : part;
    if (part.charCodeAt(0) > 0x7f && (!encodesWords || !isWellFormed(part))) return part;
    return encodeURIComponent(part);
  });
}

/** Half a surrogate pair cannot be encoded. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function isBalanced(path: string): boolean {
  let depth = 0;
  for (const character of path) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

function delimitersOf(text: string, { start }: Span): Delimiters {
  const before = text.charAt(start - 1);
  if (before === '<') return 'angles';
  return before === '"' || before === "'" ? 'quotes' : 'none';
}
