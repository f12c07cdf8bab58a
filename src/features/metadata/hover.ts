import { parseFrontMatter } from '../../core/frontMatter/parse';
import { nothingInherited } from '../../core/metadata/effective';
import { readJson } from '../../core/text/jsonDocument';
import { childOf, type LocatedEntry, type LocatedNode } from '../../core/text/locatedNode';
import { createLineIndex, type Position, type Range, type Span } from '../../core/text/position';
import { explainKey, type ExplainedMetadata } from './explain';

/** What a hover shows, as Markdown, and of what. */
export interface MetadataHover {
  readonly range: Range;
  readonly value: string;
}

/** What there is to say of the key or value at a position of an article's front matter. */
export function metadataHover(
  text: string,
  position: Position,
  metadata: ExplainedMetadata,
): MetadataHover | undefined {
  const lines = createLineIndex(text);
  const found = partAt(parseFrontMatter(text).map.entries, lines.offsetAt(position));
  if (found === undefined) return undefined;
  const value = explainKey(found.entry.key, metadata, true, found.value);
  return value === '' ? undefined : { range: lines.rangeOf(found.span), value };
}

/** What there is to say of the key or value at a position of `globalMetadata` or `fileMetadata` in a docfx.json. */
export function docfxHover(
  text: string,
  position: Position,
  schemas: ExplainedMetadata['schemas'],
): MetadataHover | undefined {
  const lines = createLineIndex(text);
  const build = childOf(readJson(text).node, 'build');
  const offset = lines.offsetAt(position);
  const found =
    partAt(entriesOf(childOf(build, 'globalMetadata')), offset) ?? fileRuleAt(childOf(build, 'fileMetadata'), offset);
  if (found === undefined) return undefined;
  const nothing = { schemas, inherited: nothingInherited.metadata, linkTo: () => '' };
  const value = explainKey(found.entry.key, nothing, undefined, found.value);
  return value === '' ? undefined : { range: lines.rangeOf(found.span), value };
}

interface Part {
  readonly entry: LocatedEntry;
  readonly span: Span;
  /** Of a single value or an item; `undefined` for the key. */
  readonly value: string | undefined;
}

function partAt(entries: readonly LocatedEntry[], offset: number): Part | undefined {
  for (const entry of entries) {
    if (isIn(entry.keySpan, offset)) return { entry, span: entry.keySpan, value: undefined };
    const node = nodeIn(entry.value, offset);
    if (node !== undefined)
      return { entry, span: node.span, value: node.kind === 'scalar' ? String(node.value) : undefined };
  }
  return undefined;
}

/** Below a key stand patterns, which say nothing, with values. */
function fileRuleAt(rules: LocatedNode | undefined, offset: number): Part | undefined {
  for (const entry of entriesOf(rules)) {
    if (isIn(entry.keySpan, offset)) return { entry, span: entry.keySpan, value: undefined };
    for (const { value } of entriesOf(entry.value)) {
      const found = partAt([{ ...entry, keySpan: { start: -1, end: -1 }, value }], offset);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The value at an offset: of a list the item, of a map all of it. */
function nodeIn(node: LocatedNode, offset: number): LocatedNode | undefined {
  if (!isIn(node.span, offset) || node.span.start === node.span.end) return undefined;
  return node.kind === 'sequence' ? node.items.find((item) => isIn(item.span, offset)) : node;
}

function isIn({ start, end }: Span, offset: number): boolean {
  return offset >= start && offset <= end;
}

function entriesOf(node: LocatedNode | undefined): readonly LocatedEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}
