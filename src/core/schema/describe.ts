import { objectOf, stringsOf } from '../text/jsonValue';

/** What a schema tells a writer about a key, read from its annotations and its plain keywords. */
export interface KeyDescription {
  readonly key: string;
  /** A few words. */
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Names of JSON types; empty where the schema does not say. */
  readonly types: readonly string[];
  /** The values that are allowed, null left out; empty where any is. */
  readonly values: readonly string[];
  readonly examples: readonly string[];
  /** .NET format of a date. */
  readonly dateFormat: string | undefined;
  /** The key that took its place, '' where none did; `undefined` for a key in force. */
  readonly successor: string | undefined;
  /** Retired values with their successors. */
  readonly deprecatedValues: ReadonlyMap<string, string>;
  readonly requirement: 'required' | 'recommended' | 'optional';
  /** What the schema says of a list of values; `undefined` where none is allowed. */
  readonly list: ListDescription | undefined;
}

/** A list that a key may hold. */
export interface ListDescription {
  /** Whether a list is what the schema shows first, or the only form. */
  readonly isUsual: boolean;
  /** The values that are allowed in it; empty where any is. */
  readonly values: readonly string[];
  readonly examples: readonly string[];
}

/** Field → value → what other fields may then be (docfx-semantics, enumDependencies). */
export interface DependentValues {
  readonly [field: string]: Readonly<Record<string, DependentValues | null>>;
}

export interface SchemaDescription {
  /** In the order in which the schema lists them: that of a new article. */
  readonly keys: ReadonlyMap<string, KeyDescription>;
  readonly enumDependencies: DependentValues;
  /** Keys of which no two articles have the same value. */
  readonly unique: ReadonlySet<string>;
}

/**
 * Describes the keys at the top of a schema. What has a wrong shape is left out: the meta-schema reports it.
 *
 * @param schema the parsed JSON
 */
export function describeSchema(schema: unknown): SchemaDescription {
  const parts = branchesOf(schema);
  const required = new Set(parts.flatMap((part) => [...stringsOf(part.required), ...stringsOf(part.strictRequired)]));
  const recommended = new Set(parts.flatMap((part) => stringsOf(part.recommended)));
  const found = new Map<string, JsonObject>();
  for (const part of parts) {
    for (const [key, value] of Object.entries(objectOf(part.properties)))
      found.set(key, { ...found.get(key), ...merged(value) });
  }
  for (const key of [...required, ...recommended]) if (!found.has(key)) found.set(key, {});
  const requirementOf = (key: string): KeyDescription['requirement'] =>
    required.has(key) ? 'required' : recommended.has(key) ? 'recommended' : 'optional';
  return {
    keys: new Map([...found].map(([key, value]) => [key, describeKey(key, value, requirementOf(key))])),
    enumDependencies: Object.assign({}, ...parts.map((part) => objectOf(part.enumDependencies))) as DependentValues,
    unique: new Set(parts.flatMap((part) => stringsOf(part.docsetUnique))),
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

/** The schema and those that describe the same value. Bounded: a schema that nests without end describes nothing more. */
function branchesOf(schema: unknown, depth = 0): JsonObject[] {
  if (depth > 5) return [];
  const own = objectOf(schema);
  const branches = Array.isArray(own.allOf) ? own.allOf.flatMap((branch) => branchesOf(branch, depth + 1)) : [];
  return [own, ...branches];
}

function merged(schema: unknown): JsonObject {
  return Object.assign({}, ...branchesOf(schema)) as JsonObject;
}

function describeKey(key: string, schema: JsonObject, requirement: KeyDescription['requirement']): KeyDescription {
  const allowed = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : [];
  const deprecated = Object.entries(objectOf(schema.deprecatedValues));
  return {
    key,
    title: stringOf(schema.title),
    description: stringOf(schema.markdownDescription) ?? stringOf(schema.description),
    types: stringsOf([schema.type].flat()),
    values: allowed.flatMap(scalarText),
    examples: (Array.isArray(schema.examples) ? schema.examples : []).flatMap(scalarText),
    dateFormat: stringOf(schema.dateFormat),
    successor: stringOf(schema.replacedBy),
    deprecatedValues: new Map(deprecated.flatMap(([old, now]) => (typeof now === 'string' ? [[old, now]] : []))),
    requirement,
    list: describeList(schema),
  };
}

function describeList(schema: JsonObject): ListDescription | undefined {
  const types = stringsOf([schema.type].flat());
  // `not: { type: array }` lets the schema say something of its own about lists, which are no less wrong.
  if (!types.includes('array') || stringsOf([objectOf(schema.not).type].flat()).includes('array')) return undefined;
  const examples: readonly unknown[] = Array.isArray(schema.examples) ? schema.examples : [];
  const items = merged(schema.items);
  const ofItems: readonly unknown[] = Array.isArray(items.examples) ? items.examples : [];
  return {
    isUsual: !types.some((type) => type === 'string' || type === 'number') || Array.isArray(examples[0]),
    values: Array.isArray(items.enum) ? items.enum.flatMap(scalarText) : [],
    examples: [
      ...examples.flatMap((example): readonly unknown[] => (Array.isArray(example) ? example : [])),
      ...ofItems,
    ].flatMap(scalarText),
  };
}

function scalarText(value: unknown): string[] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
