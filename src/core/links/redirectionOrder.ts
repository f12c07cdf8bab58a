import { compareText } from '../rules/diagnostic';

/** Compares source paths as written. */
export type PathOrder = (a: string, b: string) => number;

/** The order that entries are sorted into: case does not tell two pages of a site apart. */
export const usualOrder: PathOrder = (a, b) => compareText(a.toLowerCase(), b.toLowerCase());

/** The order that source paths are in, of those that a tool or a person would sort by; `undefined` where they are in none. */
export function orderOf(sources: readonly string[]): PathOrder | undefined {
  return [usualOrder, compareText].find((order) =>
    sources.every((source, index) => index === 0 || order(sources[index - 1] ?? '', source) <= 0),
  );
}
