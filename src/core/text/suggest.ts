import { distance } from 'fastest-levenshtein';

/** A candidate with what names are compared by. */
export interface Candidate {
  readonly name: string;
  readonly normal: string;
}

/**
 * For those that are asked about many names: to normalize thousands of candidates takes longer than to compare them.
 *
 * @param compared the part of a candidate that is compared
 */
export function candidatesOf(
  names: readonly string[],
  compared = (name: string): string => name,
): readonly Candidate[] {
  return names.map((name) => ({ name, normal: normalize(compared(name)) }));
}

/** The candidate that a name was most likely meant to be; `undefined` where none is close. */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  return closestOf(name, candidatesOf([...candidates]));
}

export function closestOf(name: string, candidates: readonly Candidate[]): string | undefined {
  const wanted = normalize(name);
  let best: string | undefined;
  // Of one or two letters, another one makes another word.
  let bestDistance = wanted.length <= 2 ? 1 : wanted.length <= 5 ? 2 : 3;
  for (const candidate of candidates) {
    if (Math.abs(candidate.normal.length - wanted.length) >= bestDistance) continue;
    const far = distance(wanted, candidate.normal);
    if (far < bestDistance) {
      best = candidate.name;
      bestDistance = far;
    }
  }
  return best;
}

/** A word that a slip of the fingers made of another one: two letters swapped, one wrong, missing or too much. */
export function isSlip(word: string, meant: string): boolean {
  return distance(word.toLowerCase(), meant.toLowerCase()) === 1 || isSwap(word, meant);
}

/** Whether two words have the same letters in another order. */
export function isSwap(word: string, meant: string): boolean {
  const [a, b] = [word.toLowerCase(), meant.toLowerCase()];
  return a !== b && lettersOf(a) === lettersOf(b);
}

/** The candidate that a word of letters was most likely meant to be, with swapped letters counted as one slip. */
export function closestWord(word: string, candidates: readonly string[]): string | undefined {
  return candidates.find((candidate) => isSlip(word, candidate)) ?? closest(word, candidates);
}

function lettersOf(word: string): string {
  return Array.from(word).sort().join('');
}

/** The candidates by how close they are to a text, those left out that have nothing to do with it. */
export function closestFirst(text: string, candidates: readonly string[]): readonly string[] {
  const wanted = normalize(text);
  return candidates
    .map((candidate) => ({ candidate, far: distance(wanted, normalize(candidate)) }))
    .filter(({ candidate, far }) => far <= Math.max(wanted.length, candidate.length) / 2)
    .sort((a, b) => a.far - b.far)
    .map(({ candidate }) => candidate);
}

/** Whether two names are the same but for case, white space and separators: no other word was meant. */
export function differsInSpellingOnly(a: string, b: string): boolean {
  const bare = (name: string): string => name.toLowerCase().replaceAll(/[\s._-]+/g, '');
  return bare(a) === bare(b);
}

/** Case, spaces and the choice of separator are the most frequent slips: they cost nothing. */
function normalize(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, (separator) => (separator.includes('-') || separator.includes('_') ? '.' : ''));
}
