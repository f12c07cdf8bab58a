import { compareText } from '../rules/diagnostic';
import { childOf, type LocatedMap, type LocatedNode, type LocatedScalar } from '../text/locatedNode';

/** One value that articles of a docset give a key. */
export interface UsedValue {
  /** The text of a string; a number, `true` and `false` as they are written. */
  readonly text: string;
  readonly isText: boolean;
  /** In how many articles, those left out that one asks for. */
  readonly count: number;
}

/** What articles of a docset give a key. */
export interface UsedValues {
  /** The most used first, of equally used ones by their texts. */
  readonly values: readonly UsedValue[];
  /** Whether more of them write a list than a single value. */
  readonly mostlyLists: boolean;
}

/** A key with more values than this has one of its own for nearly every article: nobody chooses among them. */
const maxValues = 1000;
/** Longer ones are sentences. */
const maxLength = 100;
/** Longer ones are none that a list can show. */
const maxTitle = 300;
/** Values that belong to one article alone. */
const skipped = new Set(['title', 'description', 'ms.date', 'uid']);

interface Counted {
  readonly home: Map<string, Counted>;
  readonly id: string;
  readonly value: Omit<UsedValue, 'count'> | undefined;
  count: number;
}

interface KeyValues {
  readonly values: Map<string, Counted>;
  /** How articles write the key: `list` or `single`. */
  readonly forms: Map<string, Counted>;
  /** Too many values: they are not counted any more. */
  isOpen: boolean;
}

/** Which values the articles of each docset give their keys, and how each is titled, kept current article by article. */
export class ValueIndex {
  /** By docset folder, then by key. */
  private readonly docsets = new Map<string, Map<string, KeyValues>>();
  private readonly articles = new Map<string, readonly Counted[]>();
  private readonly titles = new Map<string, string>();

  /** Replaces what an article says; `undefined` for one that is gone. */
  set(path: string, docsetFolder: string, own: LocatedMap | undefined): void {
    for (const counted of this.articles.get(path) ?? [])
      if (--counted.count === 0 && counted.home.get(counted.id) === counted) counted.home.delete(counted.id);
    this.setTitle(path, childOf(own, 'title'));
    if (own === undefined || own.entries.length === 0) {
      this.articles.delete(path);
      return;
    }
    const keys = this.docsets.get(docsetFolder) ?? new Map<string, KeyValues>();
    this.docsets.set(docsetFolder, keys);
    // What an article says twice, in a list or under a key that it repeats, is in one article all the same.
    const found = new Set<Counted>();
    for (const { key, value } of own.entries) if (!skipped.has(key)) collect(found, keys, key, value);
    for (const counted of found) counted.count++;
    this.articles.set(path, [...found]);
  }

  clear(): void {
    this.docsets.clear();
    this.articles.clear();
    this.titles.clear();
  }

  /** The `title` that the front matter of an article gives it; `undefined` without one. */
  titleOf(path: string): string | undefined {
    return this.titles.get(path);
  }

  private setTitle(path: string, title: LocatedNode | undefined): void {
    const text = title?.kind === 'scalar' && typeof title.value === 'string' ? title.value.trim() : '';
    if (text === '' || text.length > maxTitle || /[\r\n]/.test(text)) this.titles.delete(path);
    else this.titles.set(path, detached(text));
  }

  /** @param except an article whose own values do not count: what is being typed in it is no precedent */
  valuesOf(docsetFolder: string, key: string, except: string): UsedValues {
    const found = this.docsets.get(docsetFolder)?.get(key);
    if (found === undefined) return { values: [], mostlyLists: false };
    const own = this.articles.get(except) ?? [];
    const countOf = (counted: Counted | undefined): number =>
      counted === undefined ? 0 : counted.count - (own.includes(counted) ? 1 : 0);
    const values = [...found.values.values()].flatMap((counted) => {
      const used = countOf(counted);
      return used === 0 || counted.value === undefined ? [] : [{ ...counted.value, count: used }];
    });
    values.sort((a, b) => b.count - a.count || compareText(a.text, b.text));
    return { values, mostlyLists: countOf(found.forms.get('list')) > countOf(found.forms.get('single')) };
  }
}

/** Adds to a set what a key of an article says. */
function collect(found: Set<Counted>, keys: Map<string, KeyValues>, key: string, value: LocatedNode): void {
  let known = keys.get(key);
  if (known === undefined) keys.set(detached(key), (known = { values: new Map(), forms: new Map(), isOpen: false }));
  const items = value.kind === 'sequence' ? value.items : [value];
  if (value.kind !== 'map') found.add(entryIn(known.forms, value.kind === 'sequence' ? 'list' : 'single', undefined));
  for (const item of items) {
    if (known.isOpen || item.kind !== 'scalar' || !isOffered(item)) continue;
    found.add(entryIn(known.values, `${typeof item.value} ${item.source}`, item));
  }
  if (known.values.size > maxValues) {
    known.isOpen = true;
    known.values.clear();
  }
}

function entryIn(home: Map<string, Counted>, id: string, value: LocatedScalar | undefined): Counted {
  let entry = home.get(id);
  if (entry === undefined)
    home.set(id, (entry = { home, id, value: value === undefined ? undefined : textOf(value), count: 0 }));
  return entry;
}

function isOffered({ value, source }: LocatedScalar): boolean {
  return value !== null && source.trim() !== '' && source.length <= maxLength && !/[\r\n]/.test(source);
}

function textOf({ value, source }: LocatedScalar): Omit<UsedValue, 'count'> {
  return typeof value === 'string'
    ? { text: detached(value), isText: true }
    : { text: detached(source), isText: false };
}

/** A copy: a slice would keep the whole text of its article in memory. */
function detached(text: string): string {
  return text.split('').join('');
}
