import { distance } from 'fastest-levenshtein';

/** The candidate that a name was most likely meant to be; `undefined` where none is close. */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = normalize(name);
  let best: string | undefined;
  // Of one or two letters, another one makes another word.
  let bestDistance = wanted.length <= 2 ? 1 : wanted.length <= 5 ? 2 : 3;
  for (const candidate of candidates) {
    const far = distance(wanted, normalize(candidate));
    if (far < bestDistance) {
      best = candidate;
      bestDistance = far;
    }
  }
  return best;
}

/** Case, spaces and the choice of separator are the most frequent slips: they cost nothing. */
function normalize(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, (separator) => (separator.includes('-') || separator.includes('_') ? '.' : ''));
}
