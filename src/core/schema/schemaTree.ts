import { childOf, stringsOf, toJson, type JsonValue, type LocatedEntry, type LocatedNode } from '../text/locatedNode';

/** One schema inside a schema file. */
export interface SubSchema {
  readonly node: LocatedNode;
  /** Keys from the root of the metadata to the value that it describes; `null` below lists and patterns. */
  readonly property: readonly string[] | null;
}

const maps = ['definitions', 'patternProperties', 'dependencies', 'dependentSchemas'];
const lists = ['allOf', 'anyOf', 'oneOf', 'items'];
const singles = [
  'items',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'additionalProperties',
  'additionalItems',
  'propertyNames',
];
const counted = ['minItemsWhen', 'maxItemsWhen'];

/** Every schema of a file, the root first, in source order. */
export function* schemasIn(node: LocatedNode, property: readonly string[] | null = []): Generator<SubSchema> {
  if (node.kind !== 'map') return;
  yield { node, property };
  for (const entry of entriesOf(childOf(node, 'properties')))
    yield* schemasIn(entry.value, property === null ? null : [...property, entry.key]);
  for (const key of maps) for (const entry of entriesOf(childOf(node, key))) yield* schemasIn(entry.value, null);
  // Branches describe the same value as the schema that holds them.
  for (const key of lists)
    for (const item of itemsOf(childOf(node, key))) yield* schemasIn(item, key === 'items' ? null : property);
  for (const key of singles) {
    const child = childOf(node, key);
    if (child !== undefined) yield* schemasIn(child, ['not', 'if', 'then', 'else'].includes(key) ? property : null);
  }
  for (const key of counted) {
    for (const check of itemsOf(childOf(node, key))) {
      const condition = childOf(check, 'condition');
      if (condition !== undefined) yield* schemasIn(condition, null);
    }
  }
}

/** What is known of a schema without compiling it. Plain data: that of the bundled schema is written at build time. */
export interface SchemaFacts {
  /** Keys that it describes at the top of the metadata. */
  readonly knownKeys: readonly string[];
  /** Retired keys with their successors ('' for none). */
  readonly retiredKeys: readonly (readonly [string, string])[];
  /** Values that must be unique in a docset, as paths of keys. */
  readonly unique: readonly (readonly string[])[];
  /** `rules` as written. */
  readonly rules: JsonValue;
}

export function factsOf(root: LocatedNode): SchemaFacts {
  const rules = childOf(root, 'rules');
  return {
    knownKeys: [...knownKeys(root)],
    retiredKeys: [...retiredKeys(root)],
    unique: uniqueProperties(root),
    rules: rules === undefined ? null : toJson(rules),
  };
}

function knownKeys(root: LocatedNode): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { node, property } of schemasIn(root)) {
    if (property?.length !== 0) continue;
    for (const entry of entriesOf(childOf(node, 'properties'))) keys.add(entry.key);
    for (const keyword of ['required', 'strictRequired', 'reserved', 'docsetUnique'])
      for (const { text } of stringsOf(childOf(node, keyword))) keys.add(text);
  }
  return keys;
}

function retiredKeys(root: LocatedNode): ReadonlyMap<string, string> {
  const retired = new Map<string, string>();
  for (const { node, property } of schemasIn(root)) {
    const successor = childOf(node, 'replacedBy');
    const [key] = property ?? [];
    if (property?.length === 1 && key !== undefined && successor?.kind === 'scalar')
      retired.set(key, String(successor.value));
  }
  return retired;
}

function uniqueProperties(root: LocatedNode): readonly (readonly string[])[] {
  const unique = new Map<string, readonly string[]>();
  for (const { node, property } of schemasIn(root)) {
    if (property === null) continue;
    for (const { text } of stringsOf(childOf(node, 'docsetUnique')))
      unique.set([...property, text].join('.'), [...property, text]);
  }
  return [...unique.values()];
}

function entriesOf(node: LocatedNode | undefined): readonly LocatedEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

function itemsOf(node: LocatedNode | undefined): readonly LocatedNode[] {
  if (node === undefined) return [];
  return node.kind === 'sequence' ? node.items : node.kind === 'map' ? [node] : [];
}
