import type { Diagnostic, RelatedPlace } from '../rules/diagnostic';
import { compareText, shortened } from '../rules/diagnostic';
import type { Severity } from '../rules/severity';
import type { JsonValue } from '../text/locatedNode';
import { shownPosition, type Range } from '../text/position';
import { quoted, t } from '../text/localize';

/** A value of one article that no other article of the docset may have. */
export interface UniqueValue {
  /** Dotted path of the property. */
  readonly property: string;
  /** `groupOf` the value: equal ones are duplicates. */
  readonly group: string;
  readonly range: Range;
  /** How the schema in force names and grades the finding. */
  readonly code: string;
  readonly severity: Severity;
  readonly suffix: string;
}

/**
 * Docset, schema, property and value in one string, the value last and as JSON. The value is kept nowhere else: as a
 * slice of its file it would keep that file's whole text in memory.
 */
export function groupOf(docsetFolder: string, schema: string, property: string, value: JsonValue): string {
  return [docsetFolder, schema, property, JSON.stringify(value)].join('\n');
}

/** The value as a message shows it. */
function shownValue(group: string): string {
  const json = group.slice(group.lastIndexOf('\n') + 1);
  const value: unknown = JSON.parse(json);
  return shortened(typeof value === 'string' ? value : json);
}

/** A value that several articles have although each should have its own. */
export interface SharedValue {
  /** Dotted path of the property. */
  readonly property: string;
  /** As a message shows it. */
  readonly value: string;
  /** By path. */
  readonly places: readonly { readonly path: string; readonly range: Range }[];
}

/** A message names this many of the other places; related information names as many. */
const shownPlaces = 5;

/** An article by its path, with the value that it shares. */
type Member = readonly [string, UniqueValue];

/** Which articles share a value, kept current article by article. */
export class UniquenessIndex {
  private readonly groups = new Map<string, Map<string, UniqueValue>>();
  private readonly values = new Map<string, readonly UniqueValue[]>();
  /** The first members of a group by path, as many as a finding can name and one more: that may be its own article. */
  private readonly firstMembers = new Map<string, readonly Member[]>();

  /** Replaces the values of an article. Returns the other articles whose findings change. */
  set(path: string, values: readonly UniqueValue[]): ReadonlySet<string> {
    const old = this.values.get(path) ?? [];
    if (sameValues(old, values)) return new Set();
    const before = this.membersOf(old);
    this.put(path, values);
    const affected = new Set([...before, ...this.membersOf(values)]);
    affected.delete(path);
    return affected;
  }

  /** As `set`, for whoever takes over many articles and asks for their findings afterwards. */
  put(path: string, values: readonly UniqueValue[]): void {
    for (const { group: name } of this.values.get(path) ?? []) {
      const group = this.groups.get(name);
      group?.delete(path);
      if (group?.size === 0) this.groups.delete(name);
      this.firstMembers.delete(name);
    }
    for (const value of values) {
      this.firstMembers.delete(value.group);
      const group = this.groups.get(value.group);
      if (group === undefined) this.groups.set(value.group, new Map([[path, value]]));
      else group.set(path, value);
    }
    if (values.length === 0) this.values.delete(path);
    else this.values.set(path, values);
  }

  clear(): void {
    this.groups.clear();
    this.values.clear();
    this.firstMembers.clear();
  }

  diagnosticsOf(path: string): Diagnostic[] {
    return (this.values.get(path) ?? []).flatMap((value) => {
      const group = this.groups.get(value.group);
      if (group === undefined || group.size < 2) return [];
      return [duplicate(path, value, this.firstOf(value.group, group), group.size - 1)];
    });
  }

  /** Every value that more than one article has, by property and value. */
  shared(): readonly SharedValue[] {
    const groups = [...this.groups].filter(([, members]) => members.size > 1).sort(byName);
    return groups.map(([group, members]) => {
      const places = [...members].sort(byName);
      return {
        property: places[0]?.[1].property ?? '',
        value: shownValue(group),
        places: places.map(([path, { range }]) => ({ path, range })),
      };
    });
  }

  private membersOf(values: readonly UniqueValue[]): readonly string[] {
    return values.flatMap(({ group }) => [...(this.groups.get(group)?.keys() ?? [])]);
  }

  private firstOf(name: string, group: ReadonlyMap<string, UniqueValue>): readonly Member[] {
    const known = this.firstMembers.get(name);
    if (known !== undefined) return known;
    const first = [...group].sort(byName).slice(0, shownPlaces + 1);
    this.firstMembers.set(name, first);
    return first;
  }
}

function sameValues(a: readonly UniqueValue[], b: readonly UniqueValue[]): boolean {
  return a.length === b.length && a.every((value, index) => JSON.stringify(value) === JSON.stringify(b[index]));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareText(a, b);
}

/**
 * @param first members of the group, by path
 * @param others how many members there are besides this article
 */
function duplicate(path: string, value: UniqueValue, first: readonly Member[], others: number): Diagnostic {
  const named = first.filter(([other]) => other !== path).slice(0, shownPlaces);
  const places = named
    .map(([other, { range }]) => quoted(`${other}(${shownPosition(range.start).replace(':', ',')})`))
    .join(', ');
  const more = others - named.length;
  const key = value.property;
  const shown = shownValue(value.group);
  const message =
    more === 0
      ? t("Attribute '{0}' with value '{1}' is duplicated in {2}.", key, shown, places)
      : t("Attribute '{0}' with value '{1}' is duplicated in {2} and {3} more.", key, shown, places, more);
  const related: RelatedPlace[] = named.map(([other, { range }]) => ({
    path: other,
    range,
    message: t('The same {0}', key),
  }));
  return {
    path,
    range: value.range,
    severity: value.severity,
    code: value.code,
    message: message + value.suffix,
    related,
  };
}
