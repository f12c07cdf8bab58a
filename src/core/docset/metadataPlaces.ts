import type { FrontMatter } from '../frontMatter/parse';
import {
  effectiveMetadata,
  partsOf,
  type EffectiveEntry,
  type EffectiveMetadata,
  type Inherited,
  type Origin,
} from '../metadata/effective';
import type { SchemaFinding } from '../schema/findings';
import { entryOf, nodeAt, type LocatedNode } from '../text/locatedNode';
import { startOfFile, type Range, type Span } from '../text/position';
import type { SourceDocument } from '../text/sourceDocument';

/** Where the effective metadata of an article is written: in its front matter, or in the docfx.json that supplies it. */
export class MetadataPlaces {
  private merged: EffectiveMetadata | undefined;

  /** @param document the article; of its text the front matter is enough */
  constructor(
    private readonly document: SourceDocument,
    private readonly frontMatter: FrontMatter,
    private readonly inherited: Inherited,
  ) {}

  /** All of it, put together when it is first asked for: most articles never need it. */
  get effective(): EffectiveMetadata {
    return (this.merged ??= effectiveMetadata(this.inherited.metadata, this.frontMatter.map, this.document));
  }

  /** The place of a finding: in the article, or in the docfx.json that supplies the value. */
  locate(path: SchemaFinding['path'], place: SchemaFinding['place']): { document: SourceDocument; range: Range } {
    const found = findPath((key) => this.entryOf(key), path);
    if (found === undefined) return { document: this.document, range: this.startOfMap() };
    const span =
      place === 'key'
        ? found.keySpan
        : place === 'map'
          ? { start: found.node.span.start, end: found.node.span.start + 1 }
          : found.node.span;
    return { document: found.origin.document, range: found.origin.document.rangeOf(span) };
  }

  /** An effective key. Only where objects are merged is all of it put together: most articles are never asked. */
  private entryOf(key: string): EffectiveEntry | undefined {
    const own = entryOf(this.frontMatter.map, key);
    const inherited = this.inherited.metadata.get(key);
    if (own === undefined) return inherited;
    if (own.value.kind === 'map' && inherited !== undefined) return this.effective.get(key);
    return { ...own, origin: { source: 'frontMatter', document: this.document } };
  }

  /** Where DocFX reports what is missing: line 2, column 1, or 1, 1 where the header is absent or empty. */
  private startOfMap(): Range {
    const header = this.frontMatter.header;
    if (header === undefined || this.frontMatter.map.entries.length === 0) return startOfFile;
    const { start } = header.content;
    const newline = this.document.text.slice(start).search(/\r?\n/);
    return this.document.rangeOf({ start, end: newline === -1 ? header.content.end : start + newline });
  }
}

interface Found {
  readonly node: LocatedNode;
  readonly keySpan: Span;
  readonly origin: Origin;
}

/** The node at a path of the effective metadata; `undefined` for the root and for what is not there. */
function findPath(
  entryOfKey: (key: string) => EffectiveEntry | undefined,
  path: readonly (string | number)[],
): Found | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return undefined;
  let entry = entryOfKey(String(first));
  while (entry?.parts !== undefined && rest.length > 0) entry = partsOf(entry).get(String(rest.shift()));
  if (entry === undefined) return undefined;
  const node = nodeAt(entry.value, rest);
  if (node === undefined) return undefined;
  const parent = rest.length > 0 ? nodeAt(entry.value, rest.slice(0, -1)) : undefined;
  const keySpan = parent?.kind === 'map' ? entryOf(parent, String(rest.at(-1)))?.keySpan : undefined;
  return { node, keySpan: keySpan ?? entry.keySpan, origin: entry.origin };
}
