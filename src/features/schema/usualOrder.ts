/** Of more keys than articles ever have, the rest follows as it comes. */
const mostOrdered = 300;

/**
 * The order in which articles list their keys: each key, the most used first, goes where it contradicts the fewest
 * articles. What no article lists beside another key comes last.
 *
 * @param lists the keys of each article, in their order
 * @param keys every key to order; the most used first
 */
export function usualOrder(lists: readonly (readonly string[])[], keys: readonly string[]): readonly string[] {
  const ordered = keys.slice(0, mostOrdered);
  const before = countPairs(lists, ordered);
  const timesBefore = (a: string, b: string): number => before.get(a)?.get(b) ?? 0;
  const result: string[] = [];
  const unplaced: string[] = [];
  for (const key of ordered) {
    const isKnown = result.some((other) => timesBefore(key, other) + timesBefore(other, key) > 0);
    if (isKnown || result.length === 0) result.splice(bestPlace(result, key, timesBefore), 0, key);
    else unplaced.push(key);
  }
  return [...result, ...unplaced, ...keys.slice(mostOrdered)];
}

function countPairs(
  lists: readonly (readonly string[])[],
  keys: readonly string[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const pairs = new Map(keys.map((key) => [key, new Map<string, number>()]));
  for (const list of lists) {
    const known = list.filter((key) => pairs.has(key)).slice(0, mostOrdered);
    for (const [index, key] of known.entries()) {
      const followers = pairs.get(key);
      for (const other of known.slice(index + 1)) followers?.set(other, (followers.get(other) ?? 0) + 1);
    }
  }
  return pairs;
}

function bestPlace(placed: readonly string[], key: string, timesBefore: (a: string, b: string) => number): number {
  // In front of all, every article that has one of them earlier is contradicted.
  let cost = placed.reduce((sum, other) => sum + timesBefore(other, key), 0);
  let best = 0;
  let lowest = cost;
  for (const [index, other] of placed.entries()) {
    cost += timesBefore(key, other) - timesBefore(other, key);
    if (cost < lowest) {
      lowest = cost;
      best = index + 1;
    }
  }
  return best;
}
