import { parseFrontMatter, type FrontMatter } from '../../core/frontMatter/parse';
import { changesBetween } from '../../core/text/changes';
import type { TextEdit } from '../../core/text/edit';
import { lineStartOf, nextLineOf } from '../../core/text/lines';
import { toJson, type LocatedEntry } from '../../core/text/locatedNode';
import type { Span } from '../../core/text/position';
import { keyOrder } from './descriptions';
import type { ArticleFacts } from '../fixes/articleFacts';

/**
 * Formats front matter: one space between a colon and its value, and the keys of each section in the order of the schema.
 *
 * A section ends at a blank line and at a comment that names the next one (`# required metadata`): both stay where they
 * are, and no key leaves its section. Within one, every other comment belongs to the key below it, and a key that no schema
 * knows to the known key above it; they move with that. Values, quotes, blank lines and line breaks are kept. Front matter
 * that the build cannot read, or that would not say the same afterwards, is left alone.
 *
 * @param within what to format; the rest stays as and where it is
 */
export function formatFrontMatter(
  { document: { text }, frontMatter, schemas }: Pick<ArticleFacts, 'document' | 'frontMatter' | 'schemas'>,
  within: Span = { start: 0, end: text.length },
): readonly TextEdit[] {
  const { header } = frontMatter;
  if (header?.close === undefined || !frontMatter.readByBuild) return [];
  const { start, end } = header.content;
  const lines = linesIn(text, { start, end });
  const blocks = blocksOf(text, lines, frontMatter);
  if (blocks === undefined) return [];
  const isMovable = !hasDuplicates(frontMatter);
  const order = keyOrder(schemas);
  const sections = sectionsOf(blocks, within);
  const content = sections
    .flatMap((section) => (isMovable ? sorted(section, order) : section))
    .map((block) => (isTouched(block, within) ? spaced(text, block) : text.slice(block.span.start, block.span.end)))
    .join('');
  const after = text.slice(0, start) + content + text.slice(end);
  return saysTheSame(frontMatter, after) ? changesBetween(text, after) : [];
}

/** Lines that stay together: a key with its value and the comments above it, or what separates sections. */
interface Block {
  readonly span: Span;
  /** `undefined` for blank lines, and for comments that belong to no key. */
  readonly entry: LocatedEntry | undefined;
}

/** @returns `undefined` where keys do not begin lines, as in `{a: 1, b: 2}` */
function blocksOf(text: string, lines: readonly Span[], { map }: FrontMatter): readonly Block[] | undefined {
  const starts = new Map(map.entries.map((entry) => [lineStartOf(text, entry.keySpan.start), entry]));
  if (
    starts.size < map.entries.length ||
    map.entries.some(({ keySpan }) => lineStartOf(text, keySpan.start) < keySpan.start)
  )
    return undefined;
  const blocks: Block[] = [];
  /** Where the comments begin that belong to the next key. */
  let comments: number | undefined;
  const separate = (upTo: number): void => {
    if (comments !== undefined) blocks.push({ span: { start: comments, end: upTo }, entry: undefined });
    comments = undefined;
  };
  for (const line of lines) {
    const entry = starts.get(line.start);
    const last = blocks.at(-1);
    if (entry !== undefined) {
      blocks.push({ span: { start: comments ?? line.start, end: line.end }, entry });
      comments = undefined;
    } else if (comments === undefined && last?.entry !== undefined && continues(text, line, last.entry)) {
      blocks[blocks.length - 1] = { span: { start: last.span.start, end: line.end }, entry: last.entry };
    } else if (isSeparator(text.slice(line.start, line.end))) {
      separate(line.start);
      blocks.push({ span: line, entry: undefined });
    } else if (text.charAt(line.start) === '#') comments ??= line.start;
    else return undefined;
  }
  separate(lines.at(-1)?.end ?? 0);
  return blocks;
}

/** Whether a line belongs to the value above it: it stands before its end, is indented, or holds more than a comment. */
function continues(text: string, line: Span, { value }: LocatedEntry): boolean {
  return line.start < value.span.end || /^(?:[ \t]+\S|[^\s#])/.test(text.slice(line.start, line.end));
}

const blank = /^\s*$/;
/** A comment that names what follows it: `# required metadata`, `## Optional`, `# --- team keys ---`. */
const sectionComment =
  /^#[\s#=*-]*(?:(?:required|recommended|optional|additional|other|custom)\b|[^:]*\bmetadata\b)|^#\s*[-=*#]{3,}/i;

function isSeparator(line: string): boolean {
  return blank.test(line) || sectionComment.test(line);
}

/** Runs of keys between separators. What is not to be formatted separates, too. */
function sectionsOf(blocks: readonly Block[], within: Span): readonly (readonly Block[])[] {
  const sections: Block[][] = [];
  let open: Block[] | undefined;
  for (const block of blocks) {
    const isKey = block.entry !== undefined && isTouched(block, within);
    if (!isKey || open === undefined) sections.push((open = []));
    open.push(block);
    if (!isKey) open = undefined;
  }
  return sections;
}

function isTouched({ span }: Block, within: Span): boolean {
  return span.start < within.end && within.start < span.end;
}

/** Known keys by their rank, each with the unknown ones below it; unknown ones at the head of the section stay there. */
function sorted(section: readonly Block[], order: readonly string[]): readonly Block[] {
  const groups: { rank: number; blocks: Block[] }[] = [];
  for (const block of section) {
    const rank = order.indexOf(block.entry?.key ?? '');
    const last = groups.at(-1);
    if (rank === -1 && last !== undefined) last.blocks.push(block);
    else groups.push({ rank, blocks: [block] });
  }
  return groups.sort((a, b) => a.rank - b.rank).flatMap(({ blocks }) => blocks);
}

/** The block's text with one space behind the colon of each of its keys, nested ones too. */
function spaced(text: string, { span, entry }: Block): string {
  let result = '';
  let at = span.start;
  for (const { keySpan } of entry === undefined ? [] : entriesIn(entry)) {
    // A comment may be aligned with others.
    const match = /^["']?:([ \t]+)(?=[^\s#])/.exec(text.slice(keySpan.end, nextLineOf(text, keySpan.end)));
    const space = match?.[1];
    if (match === null || space === undefined || keySpan.end < at) continue;
    const end = keySpan.end + match[0].length;
    result += `${text.slice(at, end - space.length)} `;
    at = end;
  }
  return result + text.slice(at, span.end);
}

/** A key and those below it, in the order of the text. */
function entriesIn(entry: LocatedEntry): readonly LocatedEntry[] {
  const found: LocatedEntry[] = [entry];
  const waiting = [entry.value];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'sequence') waiting.push(...node.items);
    if (node.kind !== 'map') continue;
    found.push(...node.entries);
    waiting.push(...node.entries.map(({ value }) => value));
  }
  return found.sort((a, b) => a.keySpan.start - b.keySpan.start);
}

/** Of two keys of one name the last one counts: they stay in their order. */
function hasDuplicates({ map }: FrontMatter): boolean {
  return new Set(map.entries.map(({ key }) => key)).size < map.entries.length;
}

/** Whether a text reads as the same keys and values, in whatever order. */
function saysTheSame(before: FrontMatter, text: string): boolean {
  const after = parseFrontMatter(text);
  const shown = ({ map }: FrontMatter): string =>
    JSON.stringify(
      map.entries
        .map((entry) => [entry.key, JSON.stringify(toJson(entry.value))])
        .sort(([a = '', x = ''], [b = '', y = '']) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : Number(x > y))),
    );
  return after.readByBuild && shown(after) === shown(before);
}

function linesIn(text: string, { start, end }: Span): readonly Span[] {
  const lines: Span[] = [];
  for (let at = start; at < end; at = nextLineOf(text, at))
    lines.push({ start: at, end: Math.min(end, nextLineOf(text, at)) });
  return lines;
}
