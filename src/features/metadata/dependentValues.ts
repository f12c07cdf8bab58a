import type { DependentValues } from '../../core/schema/describe';
import { isObject } from '../../core/text/jsonValue';

/** Deeper tables than this are no choice that somebody makes. */
const maxDepth = 10;

/**
 * The values that a key may have beside those of other keys, by a schema's `enumDependencies`. `undefined` where it says
 * nothing about the key, or where a key that decides has no value of the table.
 *
 * @param index of the item, 0 for a single value
 * @param valueOf the value of another key at an index, a single one counting as item 0
 */
export function dependentValues(
  table: DependentValues,
  key: string,
  index: number,
  valueOf: (key: string, index: number) => string | undefined,
  depth = 0,
): readonly string[] | undefined {
  for (const [field, byValue] of Object.entries(table)) {
    // A schema may say anything here; its meta-schema reports what it must not.
    if (!isObject(byValue)) continue;
    const { name, at } = fieldOf(field);
    // The empty value stands for leaving the key out.
    if (name === key && at === index) return Object.keys(byValue).filter((value) => value !== '');
    const value = valueOf(name, at);
    const below = value !== undefined && Object.hasOwn(byValue, value) ? byValue[value] : undefined;
    if (!isObject(below) || depth >= maxDepth) continue;
    const found = dependentValues(below, key, index, valueOf, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `name[1]` is an item of a list. */
function fieldOf(field: string): { readonly name: string; readonly at: number } {
  const match = /^(.+)\[(\d{1,4})\]$/.exec(field);
  return match === null ? { name: field, at: 0 } : { name: match[1] ?? field, at: Number(match[2]) };
}
