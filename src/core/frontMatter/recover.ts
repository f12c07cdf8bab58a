import { certainFix, possibleFix, type Fix } from '../rules/fix';
import { removal } from '../text/edit';
import type { LocatedEntry } from '../text/locatedNode';
import { scanFlat } from './flatScanner';
import { explainChunk } from './mistakes';
import type { FrontMatterProblem } from './problem';
import { duplicateKey, readYaml } from './yamlDocument';
import { t } from '../text/localize';

/** What could be saved of a broken header. */
export interface Recovered {
  readonly entries: readonly LocatedEntry[];
  readonly problems: readonly FrontMatterProblem[];
}

/** One key of the header with the lines that belong to it. */
export interface Chunk {
  readonly text: string;
  /** Offset in the file. */
  readonly start: number;
}

const conflictMark = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/**
 * Reads a header that is not YAML key by key, so that one broken line does not hide the others. Each piece that cannot
 * be read gets a finding that says what to type instead.
 *
 * @param content the lines between the delimiters
 * @param base offset of `content` in the file
 */
export function recoverEntries(content: string, base: number): Recovered {
  const entries: LocatedEntry[] = [];
  const problems: FrontMatterProblem[] = [];
  const conflicted = collectConflicts(content, base, problems);
  const chunks = splitChunks(content, base);
  for (const [index, chunk] of chunks.entries()) {
    const read = readChunk(chunk);
    entries.push(...read.entries);
    problems.push(...read.problems);
    // A header that is indented as a whole is in order.
    if (index === 0 && chunks.length > 1) problems.push(...indentedStart(chunk));
  }
  // Both sides of a merge conflict repeat their keys: that is the conflict, not a second mistake.
  if (!conflicted) problems.push(...duplicates(entries));
  return { entries, problems };
}

function readChunk(chunk: Chunk): Recovered {
  const flat = scanFlat(chunk.text, chunk.start);
  if (flat !== undefined) return { entries: flat, problems: [] };
  const { node, error, problems } = readYaml(chunk.text, chunk.start);
  if (node?.kind === 'map') return { entries: node.entries, problems };
  if (node === undefined && error === undefined) return { entries: [], problems: [] };
  return explainChunk(chunk, error);
}

/** Keys that stand indented above the first one at the start of a line: each can be read, but not beside the others. */
function indentedStart({ text, start }: Chunk): FrontMatterProblem[] {
  const indent = /^[ \t]+(?=[A-Za-z_][\w.-]*:(?:\s|$))/.exec(text)?.[0];
  if (indent === undefined) return [];
  const lines = [...text.matchAll(/^([ \t]+)([^\s#-].*)$/gm)].filter(([, spaces]) => spaces === indent);
  const keys = lines.map(([, , line = '']) => /^([A-Za-z_][\w.-]*):(?:\s|$)/.exec(line)?.[1]);
  // A line that is no key would then go on with the value above it.
  const fix = keys.includes(undefined) ? possibleFix : certainFix;
  return lines.flatMap(({ index }, at) => {
    const key = keys[at];
    if (key === undefined) return [];
    const span = { start: start + index, end: start + index + indent.length };
    const message = t("The key '{0}' is indented. Remove the spaces before it.", key);
    const fixes = [fix(t("Remove the spaces before '{0}'", key), removal(span))];
    return [{ code: 'yaml-header-syntax-error', message, span, fixes }];
  });
}

function duplicates(entries: readonly LocatedEntry[]): FrontMatterProblem[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    if (seen.has(entry.key)) return [duplicateKey(entry.key, entry.keySpan)];
    seen.add(entry.key);
    return [];
  });
}

/** Adds one finding for each conflict, from `<<<<<<<` to `>>>>>>>`. */
function collectConflicts(content: string, base: number, problems: FrontMatterProblem[]): boolean {
  let found = false;
  const ends = /^>{7}(?: .*)?$/gm;
  for (const match of content.matchAll(/^<{7}(?: .*)?$/gm)) {
    found = true;
    ends.lastIndex = match.index;
    const end = ends.exec(content);
    const stop = end === null ? match.index + match[0].trimEnd().length : end.index + end[0].trimEnd().length;
    const message = t(
      "A merge conflict was left here. Keep one side and delete the lines '<<<<<<<', '=======' and '>>>>>>>'.",
    );
    const span = { start: base + match.index, end: base + stop };
    problems.push({
      code: 'merge-conflict',
      message,
      span,
      fixes: sidesOf(content.slice(match.index, stop), span.start),
    });
  }
  return found;
}

/** Either side of a conflict, to be kept alone. */
function sidesOf(conflict: string, start: number): readonly Fix[] {
  const match = /^<{7}.*\r?\n([^]*?)(?:^\|{7}.*\r?\n[^]*?)?^={7}\r?\n([^]*?)^>{7}.*$/m.exec(conflict);
  if (match === null) return [];
  const [all, ours = '', theirs = ''] = match;
  const keep = (title: string, side: string): Fix =>
    possibleFix(title, {
      span: { start, end: start + all.length },
      newText: side.replace(/\r?\n$/, '').replaceAll('\r\n', '\n'),
    });
  return [keep(t('Keep the current change'), ours), keep(t('Keep the incoming change'), theirs)];
}

/** Splits at every line that starts at column 0, but for list items, blank lines, comments and conflict marks. */
export function splitChunks(content: string, base: number): Chunk[] {
  const chunks: Chunk[] = [];
  const conflicted = /^<{7}(?: |$)/m.test(content);
  let text = '';
  let start = base;
  let at = 0;
  const flush = (): void => {
    if (text.trim() !== '') chunks.push({ text, start });
  };
  for (const line of content.split(/(?<=\n)/)) {
    const mark = conflicted && conflictMark.test(line.trimEnd());
    if (mark || /^[^\s#-]/.test(line) || /^-[^ \r\n]/.test(line)) {
      flush();
      text = mark ? '' : line;
      start = base + at + (mark ? line.length : 0);
    } else if (text === '' && /^\s*(?:#|$)/.test(line)) {
      start = base + at + line.length;
    } else {
      text += line;
    }
    at += line.length;
  }
  flush();
  return chunks;
}
