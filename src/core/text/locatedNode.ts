import type { Span } from './position';

/**
 * A value that knows where it was written. YAML front matter and JSON files are both read into this shape, so that
 * merging, validating and pointing at a place work the same for either.
 */
export type LocatedNode = LocatedScalar | LocatedSequence | LocatedMap;

export type ScalarValue = string | number | boolean | null;

export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly value: ScalarValue;
  /** The text as written, without quotes: `10.0` stays `10.0`, whatever its number. */
  readonly source: string;
  readonly span: Span;
}

export interface LocatedSequence {
  readonly kind: 'sequence';
  readonly items: readonly LocatedNode[];
  readonly span: Span;
}

export interface LocatedMap {
  readonly kind: 'map';
  readonly entries: readonly LocatedEntry[];
  readonly span: Span;
}

export interface LocatedEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: LocatedNode;
}

export type JsonValue = ScalarValue | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The plain value. A later entry of the same key wins, as in DocFX. */
export function toJson(node: LocatedNode): JsonValue {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map(toJson);
    case 'map':
      return jsonObject(node.entries.map((entry) => [entry.key, toJson(entry.value)] as const));
  }
}

/** An object of these keys; of equal ones the last counts. */
export function jsonObject(entries: Iterable<readonly [string, JsonValue]>): Record<string, JsonValue> {
  const result: Record<string, JsonValue> = {};
  for (const [key, value] of entries) setKey(result, key, value);
  return result;
}

/** Sets a key that may be anything a writer types, `__proto__` included. */
export function setKey(object: Record<string, JsonValue>, key: string, value: JsonValue): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  else object[key] = value;
}

/**
 * An empty object that V8 keeps as a table from the start, as it does once a key other than the newest is deleted.
 * A plain literal would have it learn a shape for every order of keys that writers use: a tenth of a whole check.
 */
export function emptyTable(): Record<string, JsonValue> {
  const table: { first?: null; second?: null } = { first: null, second: null };
  delete table.first;
  delete table.second;
  return table;
}

/** The last entry of that key: the one that counts. */
export function entryOf(map: LocatedMap, key: string): LocatedEntry | undefined {
  for (let i = map.entries.length - 1; i >= 0; i--) if (map.entries[i]?.key === key) return map.entries[i];
  return undefined;
}

/** The value under a key of a map; `undefined` where the node is no map or lacks the key. */
export function childOf(node: LocatedNode | undefined, key: string): LocatedNode | undefined {
  return node?.kind === 'map' ? entryOf(node, key)?.value : undefined;
}

/** The strings of a string or a list of strings, with their places; anything else is left out. */
export function stringsOf(node: LocatedNode | undefined): { readonly text: string; readonly span: Span }[] {
  if (node === undefined) return [];
  const items = node.kind === 'sequence' ? node.items : [node];
  return items.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [{ text: item.value, span: item.span }] : [],
  );
}

/** DocFX's "has value": neither null nor a blank string. */
export function hasValue(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return false;
  return typeof value !== 'string' || value.trim() !== '';
}

/** The node at a path of keys and indices. */
export function nodeAt(root: LocatedNode | undefined, path: readonly (string | number)[]): LocatedNode | undefined {
  let node = root;
  for (const part of path) {
    if (typeof part === 'number') node = node?.kind === 'sequence' ? node.items[part] : undefined;
    else node = childOf(node, part);
  }
  return node;
}
