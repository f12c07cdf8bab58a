import { jsonObject, type JsonValue } from '../text/locatedNode';

/** Keywords to which a match can be a mistake. */
const matchesCount = new Set(['not', 'if', 'oneOf', 'maxItemsWhen']);

/**
 * A schema without the patterns that are not applied. Nothing is refused because of one: keys that it may stand for are
 * allowed, and a keyword that finds fault with a match goes as a whole.
 */
export function withoutPatterns(schema: JsonValue, unusable: ReadonlySet<string>): JsonValue {
  if (Array.isArray(schema)) return (schema as readonly JsonValue[]).map((item) => withoutPatterns(item, unusable));
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).flatMap(([key, value]): [string, JsonValue][] => {
    if (key === 'pattern' && typeof value === 'string' && unusable.has(value)) return [];
    if (matchesCount.has(key) && mentions(value, unusable)) return [];
    return [[key, key === 'patternProperties' ? withoutKeys(value, unusable) : withoutPatterns(value, unusable)]];
  });
  return jsonObject(entries);
}

function withoutKeys(patterns: JsonValue, unusable: ReadonlySet<string>): JsonValue {
  if (typeof patterns !== 'object' || patterns === null || Array.isArray(patterns)) return patterns;
  return jsonObject(
    Object.entries(patterns).map(
      ([pattern, schema]) => [pattern, unusable.has(pattern) ? true : withoutPatterns(schema, unusable)] as const,
    ),
  );
}

function mentions(schema: JsonValue, unusable: ReadonlySet<string>): boolean {
  if (typeof schema === 'string') return unusable.has(schema);
  if (typeof schema !== 'object' || schema === null) return false;
  return Object.entries(schema).some(([key, value]) => unusable.has(key) || mentions(value, unusable));
}
