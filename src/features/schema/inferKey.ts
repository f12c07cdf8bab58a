import { parseExactDate } from '../../core/schema/dotnetDate';
import type { JsonType, KeyEvidence, Occurrence } from './evidence';

/** From how much evidence a draft concludes what. docs/schemas.md tells writers the same. */
export const thresholds = {
  /** Articles, or values, below which nothing is required, no values are listed and nothing is a mistake. */
  enough: 20,
  /** Share of the articles from which a key is required. */
  required: 0.98,
  /** Share of the articles from which a key is recommended. */
  recommended: 0.8,
  /** Articles, or values, below which nothing is recommended and no type or date is concluded. */
  few: 5,
  /** Share of the values that may differ from all others and are taken for mistakes; one in any case. */
  mistakes: 0.02,
  /** Most values that are listed. */
  listed: 25,
  /** How often a listed value occurs at least, and all of them on average. */
  repeated: 3,
  repeatedOnAverage: 5,
  /** Characters of the longest value that is listed: what is longer is prose. */
  valueLength: 60,
} as const;

/** What a draft says of one key or of the items of its lists. */
export interface InferredValue {
  readonly types: readonly JsonType[];
  /** The most used first; empty where any value may be. */
  readonly values: readonly Occurrence<string>[];
  readonly dateFormat: string | undefined;
  /** What occurs and does not match, in words. */
  readonly mistakes: readonly Occurrence<string>[];
}

export interface InferredKey extends InferredValue {
  readonly evidence: KeyEvidence;
  /** Of its lists; `undefined` where it has none. */
  readonly items: InferredValue | undefined;
  readonly requirement: 'required' | 'recommended' | 'optional';
}

/** People come and go: who they are is no choice among a few. */
const people = /author|reviewer|manager|contributor|owner|approver|alias|mail/i;
/** Prose, addresses and names of things: that few of them repeat is chance. */
const open =
  /title|description|keyword|summary|url|uri|path|href|uid|guid|hash|\bid$|search\.form|no-loc|version|(?:^|[._-])date/i;

/** In the order of preference: of formats that fit equally the first is taken. M and d read two digits as well. */
const dateFormats = [
  'M/d/yyyy',
  'yyyy-MM-dd',
  'yyyy-M-d',
  'd/M/yyyy',
  'd.M.yyyy',
  'M-d-yyyy',
  'd-M-yyyy',
  'yyyy/M/d',
  'MMMM d, yyyy',
  'd MMMM yyyy',
  "yyyy-MM-dd'T'HH:mm:ssK",
];

/**
 * @param articles how many there are
 * @param isRetired whether Learn does not use the key any more: then no article should need it
 */
export function inferKey(evidence: KeyEvidence, articles: number, isRetired: boolean): InferredKey {
  const { key, types, texts, itemTypes, itemTexts } = evidence;
  const value = inferValue(key, types, texts);
  const hasLists = value.types.includes('array');
  // Where a text may stand for a list, its parts are anybody's guess.
  const items = hasLists ? inferValue(value.types.length === 1 ? key : undefined, itemTypes, itemTexts) : undefined;
  return {
    ...value,
    evidence,
    items,
    requirement: isRetired ? 'optional' : requirementOf(evidence.withValue, articles),
  };
}

function requirementOf(withValue: number, articles: number): InferredKey['requirement'] {
  const share = withValue / articles;
  if (articles >= thresholds.enough && share >= thresholds.required) return 'required';
  return articles >= thresholds.few && share >= thresholds.recommended ? 'recommended' : 'optional';
}

/** @param key `undefined` where no values are to be listed */
function inferValue(
  key: string | undefined,
  found: ReadonlyMap<JsonType, Occurrence<JsonType>>,
  texts: ReadonlyMap<string, Occurrence<string>>,
): InferredValue {
  const { kept: types, mistakes } = usualTypes(found);
  // Values are named as they are, types in words.
  const wrongTypes = mistakes.map(({ what, ...rest }) => ({ ...rest, what: nameOf[what] }));
  const unlisted = { types, values: [], dateFormat: undefined, mistakes: wrongTypes };
  if (types.some((type) => type !== 'string') || types.length === 0) return unlisted;
  const all = [...texts.values()];
  const dates = datesIn(all);
  if (dates !== undefined) return { ...unlisted, ...dates, mistakes: [...wrongTypes, ...quoted(dates.mistakes)] };
  const values = key === undefined || people.test(key) || open.test(key) ? undefined : listedValues(all);
  return values === undefined
    ? unlisted
    : { ...unlisted, ...values, mistakes: [...wrongTypes, ...quoted(values.mistakes)] };
}

const nameOf: Readonly<Record<JsonType, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  null: 'nothing',
};

/** How many of a number of values may be mistakes. */
function tolerated(total: number): number {
  return total < thresholds.enough ? 0 : Math.max(1, Math.floor(total * thresholds.mistakes));
}

function usualTypes(found: ReadonlyMap<JsonType, Occurrence<JsonType>>): {
  readonly kept: readonly JsonType[];
  readonly mistakes: readonly Occurrence<JsonType>[];
} {
  const all = [...found.values()].sort(mostUsedFirst);
  if (sum(all) < thresholds.few) return { kept: [], mistakes: [] };
  const limit = tolerated(sum(all));
  const mistakes = all.filter(({ count }) => count <= limit);
  if (sum(mistakes) > limit) return { kept: all.map(({ what }) => what), mistakes: [] };
  return { kept: all.filter(({ count }) => count > limit).map(({ what }) => what), mistakes };
}

function datesIn(all: readonly Occurrence<string>[]): Pick<InferredValue, 'dateFormat' | 'mistakes'> | undefined {
  const total = sum(all);
  if (total < thresholds.few) return undefined;
  let best: { readonly dateFormat: string; readonly mistakes: readonly Occurrence<string>[] } | undefined;
  let fewest = tolerated(total) + 1;
  for (const dateFormat of dateFormats) {
    const mistakes = all.filter(({ what }) => !isDate(what, dateFormat));
    const count = sum(mistakes);
    if (count >= fewest) continue;
    fewest = count;
    best = { dateFormat, mistakes };
  }
  return best;
}

function isDate(text: string, format: string): boolean {
  return text.length < 40 && parseExactDate(text, format) !== undefined;
}

/** The few values that repeat, where there are no others but a few that hardly occur. */
function listedValues(all: readonly Occurrence<string>[]): Pick<InferredValue, 'values' | 'mistakes'> | undefined {
  const total = sum(all);
  if (total < thresholds.enough) return undefined;
  const values = all.filter(({ count }) => count >= thresholds.repeated).sort(mostUsedFirst);
  const mistakes = all.filter(({ count }) => count < thresholds.repeated);
  const isPlain = ({ what }: Occurrence<string>): boolean =>
    what.length <= thresholds.valueLength && !/[\r\n]/.test(what) && !looksNumbered(what);
  const isChoice =
    values.length > 0 &&
    values.length <= thresholds.listed &&
    sum(values) / values.length >= thresholds.repeatedOnAverage &&
    sum(mistakes) <= tolerated(total) &&
    values.every(isPlain);
  return isChoice ? { values, mistakes } : undefined;
}

/** A version, a year, a number: the next one is to be expected. */
function looksNumbered(text: string): boolean {
  return /\d+\.\d+|\b(?:19|20)\d\d\b|^\D{0,2}\d+\D?$/.test(text);
}

function quoted(all: readonly Occurrence<string>[]): Occurrence<string>[] {
  return all.map((occurrence) => ({ ...occurrence, what: shown(occurrence.what) }));
}

/** A value in a comment. */
export function shown(text: string): string {
  return `'${text.length > thresholds.valueLength ? `${text.slice(0, thresholds.valueLength)}…` : text}'`;
}

function sum(all: readonly Occurrence<unknown>[]): number {
  return all.reduce((total, { count }) => total + count, 0);
}

function mostUsedFirst(a: Occurrence<string>, b: Occurrence<string>): number {
  return b.count - a.count || (a.what < b.what ? -1 : 1);
}
