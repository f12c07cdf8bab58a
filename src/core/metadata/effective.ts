import {
  emptyTable,
  jsonObject,
  setKey,
  toJson,
  type JsonValue,
  type LocatedEntry,
  type LocatedMap,
  type LocatedNode,
} from '../text/locatedNode';
import { relativePath } from '../text/path';
import type { Span } from '../text/position';
import type { SourceDocument } from '../text/sourceDocument';
import type { Docset } from './docfxConfig';

/** Where an effective value comes from. */
export interface Origin {
  readonly source: 'frontMatter' | 'fileMetadata' | 'globalMetadata';
  readonly document: SourceDocument;
  /** The pattern of `fileMetadata` that matched. */
  readonly pattern?: string;
}

/** One effective key. Where objects were merged, `parts` tells the origin of each key below. */
export interface EffectiveEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: LocatedNode;
  readonly origin: Origin;
  readonly parts?: ReadonlyMap<string, EffectiveEntry>;
}

export type EffectiveMetadata = ReadonlyMap<string, EffectiveEntry>;

/** What a file inherits. Files that match the same patterns share one, so it is put together once. */
export interface Inherited {
  readonly metadata: EffectiveMetadata;
  /** The same as plain values. */
  readonly json: Readonly<Record<string, JsonValue>>;
}

export const nothingInherited: Inherited = { metadata: new Map(), json: {} };

/**
 * Works out what files inherit from their docset: `globalMetadata` < `fileMetadata`; of the patterns of one key that
 * match, the last wins; objects merge deeply. Files that match the same patterns share one result.
 */
export class Inheritance {
  private readonly cache = new Map<string, Inherited>();
  /** For patterns of `fileMetadata`, by their index, a file that each one matched: it may be gone since. */
  readonly matched = new Map<number, string>();

  constructor(readonly docset: Docset) {}

  /** @param path root-relative */
  of(path: string): Inherited {
    const relative = relativePath(this.docset.folder, path);
    const winners = new Map<string, number>();
    for (const [index, rule] of this.docset.fileMetadata.entries()) {
      if (!rule.glob.matches(relative)) continue;
      winners.set(rule.key, index);
      if (!this.matched.has(index)) this.matched.set(index, path);
    }
    const signature = [...winners.values()].join();
    let inherited = this.cache.get(signature);
    if (inherited === undefined) {
      const metadata = this.merge([...winners.values()]);
      inherited = { metadata, json: effectiveJson(metadata) };
      this.cache.set(signature, inherited);
    }
    return inherited;
  }

  /** A file came or went. Returns whether a pattern may have got its first file, or lost its last one. */
  fileChanged(path: string): boolean {
    const relative = relativePath(this.docset.folder, path);
    let isDecided = false;
    for (const [index, rule] of this.docset.fileMetadata.entries()) {
      const known = this.matched.get(index);
      if ((known !== undefined && known !== path) || !rule.glob.matches(relative)) continue;
      this.matched.delete(index);
      isDecided = true;
    }
    return isDecided;
  }

  private merge(winners: readonly number[]): EffectiveMetadata {
    const result = new Map<string, EffectiveEntry>();
    for (const { map, document } of this.docset.globalMetadata) {
      for (const entry of map.entries) put(result, entry, { source: 'globalMetadata', document });
    }
    for (const index of winners) {
      const rule = this.docset.fileMetadata[index];
      if (rule === undefined) continue;
      const origin: Origin = { source: 'fileMetadata', document: rule.document, pattern: rule.glob.pattern };
      put(result, { key: rule.key, keySpan: rule.patternSpan, value: rule.value }, origin);
    }
    return result;
  }
}

/** What the build sees: the inherited values with the front matter's own over them. */
export function effectiveMetadata(
  inherited: EffectiveMetadata,
  own: LocatedMap,
  document: SourceDocument,
): EffectiveMetadata {
  const result = new Map(inherited);
  for (const entry of own.entries) put(result, entry, { source: 'frontMatter', document });
  return result;
}

function put(result: Map<string, EffectiveEntry>, entry: LocatedEntry, origin: Origin): void {
  const { key, keySpan, value } = entry;
  const existing = result.get(key);
  if (value.kind === 'map' && existing?.value.kind === 'map')
    result.set(key, { key, keySpan, value, origin, parts: mergeParts(existing, value, origin) });
  else result.set(key, { key, keySpan, value, origin });
}

function mergeParts(weaker: EffectiveEntry, stronger: LocatedMap, origin: Origin): ReadonlyMap<string, EffectiveEntry> {
  const parts = new Map(partsOf(weaker));
  for (const entry of stronger.entries) put(parts, entry, origin);
  return parts;
}

/** The keys below an entry that holds an object, each with its origin. */
export function partsOf(entry: EffectiveEntry): ReadonlyMap<string, EffectiveEntry> {
  if (entry.parts !== undefined) return entry.parts;
  if (entry.value.kind !== 'map') return new Map();
  return new Map(entry.value.entries.map((child) => [child.key, { ...child, origin: entry.origin }]));
}

/** Plain values of what the build sees, without merging anew what nothing is merged into. */
export function withInheritedJson(
  inherited: Inherited,
  own: LocatedMap,
  effective: () => EffectiveMetadata,
): Record<string, JsonValue> {
  const merges = own.entries.some(({ key, value }) => value.kind === 'map' && inherited.metadata.has(key));
  if (merges) return effectiveJson(effective());
  const json = Object.assign(emptyTable(), inherited.json);
  for (const { key, value } of own.entries) setKey(json, key, toJson(value));
  return json;
}

export function effectiveJson(metadata: EffectiveMetadata): Record<string, JsonValue> {
  return jsonObject([...metadata].map(([key, entry]) => [key, entryJson(entry)] as const));
}

export function entryJson(entry: EffectiveEntry): JsonValue {
  return entry.parts === undefined ? toJson(entry.value) : effectiveJson(entry.parts);
}
