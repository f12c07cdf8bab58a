import { hasValue, type JsonValue } from '../../core/text/locatedNode';

/** The metadata of one article, as the build sees it. */
export interface ArticleMetadata {
  /** Root-relative. */
  readonly path: string;
  /** With what docfx.json supplies. */
  readonly metadata: Readonly<Record<string, JsonValue>>;
  /** Those of its own front matter, as they stand there. */
  readonly ownKeys: readonly string[];
}

export type JsonType = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'null';

/** Something that occurs, how often, and in which articles. */
export interface Occurrence<T> {
  readonly what: T;
  count: number;
  /** The first few. */
  readonly paths: string[];
}

/** What the articles of a docset tell about one key. */
export interface KeyEvidence {
  readonly key: string;
  /** Articles in which it has a value, by itself or from docfx.json. */
  withValue: number;
  /** Of those, the ones that have it from docfx.json. */
  inherited: number;
  /** Articles in which it is empty. */
  empty: number;
  /** Articles in which it is present at all: their first few. */
  readonly paths: string[];
  /** Articles in which it has no value: the first few. */
  readonly missing: string[];
  /** The types of its values, empty ones left out. */
  readonly types: Map<JsonType, Occurrence<JsonType>>;
  /** Its texts, blank ones left out. */
  readonly texts: Map<string, Occurrence<string>>;
  /** Whether it is somewhere a text without a letter in it. */
  blankText: boolean;
  /** The same for the items of its lists. */
  readonly itemTypes: Map<JsonType, Occurrence<JsonType>>;
  readonly itemTexts: Map<string, Occurrence<string>>;
}

/** A comment that names more is not read. */
export const namedArticles = 3;

/** Counts what the articles have under each key. */
export function gatherEvidence(articles: readonly ArticleMetadata[]): ReadonlyMap<string, KeyEvidence> {
  const found = new Map<string, KeyEvidence>();
  for (const { path, metadata, ownKeys } of articles) {
    const own = new Set(ownKeys);
    for (const [key, value] of Object.entries(metadata)) {
      const evidence = found.get(key) ?? newEvidence(key);
      found.set(key, evidence);
      note(evidence, value, path, !own.has(key));
    }
  }
  for (const evidence of found.values()) {
    if (evidence.withValue === articles.length) continue;
    const missing = articles.filter(({ metadata }) => !hasValue(valueOf(metadata, evidence.key)));
    evidence.missing.push(...missing.slice(0, namedArticles).map(({ path }) => path));
  }
  return found;
}

function newEvidence(key: string): KeyEvidence {
  return {
    key,
    withValue: 0,
    inherited: 0,
    empty: 0,
    paths: [],
    missing: [],
    types: new Map(),
    texts: new Map(),
    blankText: false,
    itemTypes: new Map(),
    itemTexts: new Map(),
  };
}

function note(evidence: KeyEvidence, value: JsonValue, path: string, isInherited: boolean): void {
  if (evidence.paths.length < namedArticles) evidence.paths.push(path);
  if (!hasValue(value)) {
    evidence.empty++;
    evidence.blankText ||= typeof value === 'string';
    return;
  }
  evidence.withValue++;
  if (isInherited) evidence.inherited++;
  count(evidence.types, typeOf(value), path);
  if (typeof value === 'string') count(evidence.texts, value, path);
  for (const item of isList(value) ? value : []) {
    count(evidence.itemTypes, typeOf(item), path);
    if (typeof item === 'string') count(evidence.itemTexts, item, path);
  }
}

function count<T>(occurrences: Map<T, Occurrence<T>>, what: T, path: string): void {
  const known = occurrences.get(what) ?? { what, count: 0, paths: [] };
  known.count++;
  if (known.paths.length < namedArticles && known.paths.at(-1) !== path) known.paths.push(path);
  occurrences.set(what, known);
}

function typeOf(value: JsonValue): JsonType {
  if (value === null) return 'null';
  if (isList(value)) return 'array';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object';
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function valueOf(metadata: ArticleMetadata['metadata'], key: string): JsonValue | undefined {
  return Object.hasOwn(metadata, key) ? metadata[key] : undefined;
}
