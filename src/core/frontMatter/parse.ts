import matter from 'gray-matter';
import type { LocatedEntry, LocatedMap } from '../text/locatedNode';
import { scanFlat } from './flatScanner';
import { locateHeader, wrongDelimiter, type HeaderLocation } from './locate';
import type { FrontMatterProblem } from './problem';
import { recoverEntries } from './recover';
import { readYaml } from './yamlDocument';
import { t } from '../text/localize';

/** A file's front matter with the place of every key and value. */
export interface FrontMatter {
  /** `undefined` where the file has none, not even a misplaced one. */
  readonly header: HeaderLocation | undefined;
  /** The keys; empty without a header. Spans are offsets in the file. */
  readonly map: LocatedMap;
  /** Whether the build reads these keys: not when the header is misplaced, unclosed or not YAML. */
  readonly readByBuild: boolean;
  readonly problems: readonly FrontMatterProblem[];
}

interface Reading {
  readonly entries: readonly LocatedEntry[];
  readonly problems: readonly FrontMatterProblem[];
  readonly readByBuild: boolean;
}

/** gray-matter's scan for comments is quadratic in blank lines: beyond this size the reader is called directly. */
const grayMatterLimit = 16_384;

/**
 * Reads the front matter of a file as DocFX v3 does, and goes on where DocFX gives up: a broken line is reported at
 * its place and the other keys are kept.
 *
 * @param text the whole file, with its BOM if it has one
 */
export function parseFrontMatter(text: string): FrontMatter {
  const { header, problems } = locateHeader(text);
  if (header === undefined) return { header, map: emptyMap(0), readByBuild: false, problems };
  const reading = readHeader(text, header);
  const last = reading.entries.at(-1);
  const first = reading.entries[0];
  const span = {
    start: first?.keySpan.start ?? header.content.start,
    end: last?.value.span.end ?? header.content.start,
  };
  return {
    header,
    map: { kind: 'map', entries: reading.entries, span },
    readByBuild: header.seenByBuild && reading.readByBuild,
    problems: [...problems, ...reading.problems],
  };
}

function readHeader(text: string, header: HeaderLocation): Reading {
  const { start, end } = header.content;
  const content = text.slice(start, end);
  const flat = scanFlat(content, start);
  if (flat !== undefined) return { entries: flat, problems: [], readByBuild: true };
  if (header.close === undefined || !header.seenByBuild || content.length > grayMatterLimit)
    return readContent(content, start);
  return separate(text, header, text.slice(header.close.start, header.close.end));
}

/**
 * Lets gray-matter take the header apart, with our own YAML reader as its engine. The delimiters are given exactly as
 * this file writes them, since gray-matter would also stop at a line that only begins with `---`. Options on every call
 * keep it from caching whole files, and every other engine refuses: gray-matter runs the code of a `---js` header.
 */
function separate(text: string, header: HeaderLocation, close: string): Reading {
  const open = text.slice(header.open.start, header.open.end);
  let reading: Reading = { entries: [], problems: [], readByBuild: true };
  const parse = (content: string): object => {
    // gray-matter hands over everything between the delimiters, from the first line break to the last.
    reading = readContent(content.replace(/^\r?\n/, '').replace(/\r$/, ''), header.content.start);
    return {};
  };
  matter(text.slice(header.open.start, header.close?.end) + '\n', {
    delimiters: [open, close + '\n'],
    language: 'yaml',
    engines: { yaml: { parse }, json: refusing, javascript: refusing, js: refusing, coffee: refusing, toml: refusing },
  });
  return reading;
}

const refusing = {
  parse(): never {
    throw new Error(t('Front matter is YAML: no other language is read.'));
  },
};

/** @param base offset of `content` in the file */
function readContent(content: string, base: number): Reading {
  const { node, error, problems } = readYaml(content, base);
  if (error !== undefined) return { ...recoverFrom(content, base, error), readByBuild: false };
  if (node === undefined) return { entries: [], problems: [], readByBuild: true };
  if (node.kind === 'map') return { entries: node.entries, problems, readByBuild: true };
  const recovered = recoverEntries(content, base);
  if (recovered.entries.length > 0) return { ...recovered, readByBuild: false };
  if (node.kind === 'scalar' && node.value === null) return { entries: [], problems: [], readByBuild: true };
  const message = t("The front matter is no list of keys. Write one 'key: value' a line.");
  return { entries: [], problems: [{ code: 'yaml-header-not-object', message, span: node.span }], readByBuild: false };
}

interface YamlError {
  readonly message: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** Reads a broken header piece by piece. When no piece is wrong by itself, the parser's own complaint is given. */
function recoverFrom(content: string, base: number, error: YamlError): Omit<Reading, 'readByBuild'> {
  const cut = indentedDelimiter(content, base);
  if (cut !== undefined) {
    const before = readContent(content.slice(0, cut.start - base), base);
    return { entries: before.entries, problems: [wrongDelimiter(cut), ...before.problems] };
  }
  const recovered = recoverEntries(content, base);
  if (recovered.problems.length > 0) return recovered;
  return {
    entries: recovered.entries,
    problems: [{ code: 'yaml-header-syntax-error', message: sentence(error.message), span: error.span }],
  };
}

/** A header that is no YAML and holds an indented `---` was meant to end there; a later rule of the body closed it. */
function indentedDelimiter(content: string, base: number): { start: number; end: number; text: string } | undefined {
  const match = /^[ \t]+---[ \t]*(?=\r?$)/m.exec(content);
  if (match === null) return undefined;
  return { start: base + match.index, end: base + match.index + match[0].trimEnd().length, text: match[0].trimEnd() };
}

function sentence(message: string): string {
  const line = message.split('\n')[0]?.trim() ?? message;
  return t('This is not YAML: {0}', line.replace(/[.:]?$/, '.'));
}

function emptyMap(at: number): LocatedMap {
  return { kind: 'map', entries: [], span: { start: at, end: at } };
}
