/** So many addresses must agree, and twice as many as on any other: only then is it no coincidence. */
const fewestVotes = 3;

/**
 * The path on the site below which the pages of a docset are published, such as `/dynamics365/sales`. No file of a
 * repository says it, but its redirections do: their addresses end like the paths of its pages.
 *
 * @param addresses paths from the root of the site; others are left out
 * @param pages relative to the docset
 * @returns in lower case; `undefined` where the addresses do not tell
 */
export function siteBaseOf(addresses: readonly string[], pages: readonly string[]): string | undefined {
  const names = new Set(
    pages.flatMap((page) => (/\.(?:md|yml)$/i.test(page) ? [page.toLowerCase().replace(/\.[a-z]+$/, '')] : [])),
  );
  const votes = new Map<string, number>();
  for (const address of addresses) {
    const path = address.toLowerCase().replace(/^\/[a-z]{2}-[a-z]{2}(?=\/)/, '');
    if (!path.startsWith('/')) continue;
    for (let slash = path.indexOf('/', 1); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      if (!names.has(path.slice(slash + 1))) continue;
      const base = path.slice(0, slash);
      votes.set(base, (votes.get(base) ?? 0) + 1);
    }
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < fewestVotes || first[1] < 2 * (second?.[1] ?? 0)) return undefined;
  return first[0];
}
