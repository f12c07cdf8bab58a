import { localized } from '../../core/text/localize';
import { effectiveMetadata, type EffectiveEntry, type Origin } from '../../core/metadata/effective';
import { shortened, type Diagnostic } from '../../core/rules/diagnostic';
import { isAtLeast, type Severity } from '../../core/rules/severity';
import type { KeyDescription } from '../../core/schema/describe';
import { hasValue, toJson } from '../../core/text/locatedNode';
import { compareRanges, type Range } from '../../core/text/position';
import type { ArticleFacts } from '../fixes/articleFacts';
import type { Examination } from '../fixes/fixAll';
import { keyDescription, keyOrder } from './descriptions';
import { shownValue } from './shownValue';

/** What is to be said of a key first: that it is missing, else that it is wrong, else where its value comes from. */
export type MetadataState = 'own' | 'inherited' | 'missing' | 'invalid';

/** One key that an article has, or should have. */
export interface MetadataItem {
  readonly key: string;
  readonly state: MetadataState;
  /** On one line; '' for a key that is missing or empty. */
  readonly value: string;
  /** Whether the value is one text, number or the like: one that a line of input can replace. */
  readonly isScalar: boolean;
  readonly requirement: KeyDescription['requirement'];
  /** Where the key comes from; `undefined` for one that is written nowhere. */
  readonly source: Origin['source'] | undefined;
  /** The value's place; `undefined` for a key that is written nowhere. */
  readonly place: { readonly path: string; readonly range: Range } | undefined;
  /** Of `fileMetadata`. */
  readonly pattern: string | undefined;
  /** What is wrong with it, a line a finding, and how bad it is. */
  readonly problem: { readonly severity: Severity; readonly message: string } | undefined;
  /** What the schema says of the key. */
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** The values that the schema allows and has not retired; empty where any is. */
  readonly values: readonly string[];
}

export interface MetadataGroup {
  readonly requirement: KeyDescription['requirement'];
  readonly items: readonly MetadataItem[];
}

/** The effective metadata of an article, with what it lacks. Groups without a key are left out. */
export interface MetadataOverview {
  readonly groups: readonly MetadataGroup[];
}

const requirements = ['required', 'recommended', 'optional'] as const;

/** What the build sees of an article's metadata, in the order of a new article; keys that no schema knows last. */
export function metadataOverview({ diagnostics, ofInherited, facts }: Examination): MetadataOverview {
  const { document, frontMatter, inherited, schemas } = facts;
  const effective = effectiveMetadata(inherited, frontMatter.map, document);
  const problems = problemsByKey([...diagnostics, ...ofInherited], facts);
  const demanded = new Set([...diagnostics, ...ofInherited].flatMap((found) => missingKeyOf(found) ?? []));
  const known = keyOrder(schemas);
  const keys = new Set([...known, ...demanded, ...effective.keys()]);
  const items = [...keys].flatMap((key) => {
    const description = keyDescription(schemas, key);
    const entry = effective.get(key);
    const requirement = requirementOf(description, demanded.has(key));
    if (entry === undefined && requirement === 'optional') return [];
    return [itemOf(key, entry, requirement, description, problems.get(key) ?? [])];
  });
  const groups = requirements.map((requirement) => ({
    requirement,
    items: items.filter((item) => item.requirement === requirement),
  }));
  return { groups: groups.filter((group) => group.items.length > 0) };
}

/** A condition of the schema, or another key, may ask for a key that most articles need not have. */
export function requirementOf(
  description: KeyDescription | undefined,
  isDemanded: boolean,
): KeyDescription['requirement'] {
  if (isDemanded) return 'required';
  return description === undefined || description.successor !== undefined ? 'optional' : description.requirement;
}

function itemOf(
  key: string,
  entry: EffectiveEntry | undefined,
  requirement: KeyDescription['requirement'],
  description: KeyDescription | undefined,
  problems: readonly Diagnostic[],
): MetadataItem {
  const isEmpty = entry === undefined || lacksValue(entry);
  const problem = problemOf(problems);
  return {
    key,
    state: stateOf(entry, isEmpty && requirement !== 'optional', problem !== undefined),
    value: entry === undefined || isEmpty ? '' : shownValue(entry),
    isScalar: entry === undefined || entry.value.kind === 'scalar',
    requirement,
    source: entry?.origin.source,
    place: entry === undefined ? undefined : placeOf(entry),
    pattern: entry?.origin.pattern,
    problem,
    title: localized(description?.title),
    description: localized(description?.description),
    values: (description?.values ?? []).filter((value) => description?.deprecatedValues.has(value) !== true),
  };
}

/** Whether a key stands there with nothing behind it. */
export function lacksValue({ value }: EffectiveEntry): boolean {
  return value.kind === 'scalar' && !hasValue(toJson(value));
}

function stateOf(entry: EffectiveEntry | undefined, isMissing: boolean, isWrong: boolean): MetadataState {
  if (entry === undefined || isMissing) return 'missing';
  if (isWrong) return 'invalid';
  return entry.origin.source === 'frontMatter' ? 'own' : 'inherited';
}

function placeOf({ origin, value }: EffectiveEntry): NonNullable<MetadataItem['place']> {
  return { path: origin.document.path, range: origin.document.rangeOf(value.span) };
}

function problemOf(found: readonly Diagnostic[]): MetadataItem['problem'] {
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  const severity = others.reduce(
    (worst, other) => (isAtLeast(other.severity, worst) ? other.severity : worst),
    first.severity,
  );
  const messages = new Set(found.map(({ message }) => message));
  return { severity, message: shortened([...messages].join('\n')) };
}

function problemsByKey(found: readonly Diagnostic[], facts: ArticleFacts): ReadonlyMap<string, readonly Diagnostic[]> {
  const problems = new Map<string, Diagnostic[]>();
  for (const diagnostic of found) {
    const key = missingKeyOf(diagnostic) ?? keyOf(diagnostic, facts);
    if (key !== undefined) problems.set(key, [...(problems.get(key) ?? []), diagnostic]);
  }
  return problems;
}

/** The key at the top that a finding misses. */
function missingKeyOf({ finding }: Diagnostic): string | undefined {
  if (finding === undefined || finding.path.length > 0) return undefined;
  return finding.code === 'missing-attribute' || finding.code === 'missing-paired-attribute'
    ? finding.args[0]
    : undefined;
}

/** The key that a finding is about: as the schema says, else the one that stands at its place. */
function keyOf({ path, range, finding }: Diagnostic, { document, frontMatter }: ArticleFacts): string | undefined {
  const [first] = finding?.path ?? [];
  if (finding !== undefined) return first === undefined ? undefined : String(first);
  if (path !== document.path) return undefined;
  return frontMatter.map.entries.findLast((entry) => {
    const own = document.rangeOf({
      start: entry.keySpan.start,
      end: Math.max(entry.keySpan.end, entry.value.span.end),
    });
    return compareRanges(own, range) <= 0 && compareRanges({ start: own.end, end: own.end }, range) >= 0;
  })?.key;
}
