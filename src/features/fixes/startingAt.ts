import type { Range } from '../../core/text/position';

const listsByStart = new WeakMap<readonly object[], ReadonlyMap<string, object>>();

/**
 * What of a list starts where a range does; the first of several. Each list is gone through once, at its first question:
 * a page with thousands of links can have as many findings. A list is asked with the same `rangeOf` always.
 */
export function startingAt<Item extends object>(
  list: readonly Item[],
  rangeOf: (item: Item) => Range,
  range: Range,
): Item | undefined {
  let byStart = listsByStart.get(list) as ReadonlyMap<string, Item> | undefined;
  if (byStart === undefined) {
    // Backwards, so that the first one stays.
    byStart = new Map(list.toReversed().map((item) => [keyOf(rangeOf(item)), item]));
    listsByStart.set(list, byStart);
  }
  return byStart.get(keyOf(range));
}

function keyOf({ start: { line, character } }: Range): string {
  return `${line}:${character}`;
}
