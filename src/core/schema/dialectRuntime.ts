import { hasValue, type JsonValue } from '../text/locatedNode';
import type { Code } from '../rules/codes';
import { isDate, isDateTime, isTime, parseExactDate, parseTimeSpan } from './dotnetDate';

/**
 * What the dialect's own keywords check at run time. The validators that ajv compiles call these functions by name, also
 * the one that is compiled at build time: nothing here may depend on ajv. Source of each rule: DocFX v3,
 * JsonSchemaValidator.
 */

/** What one keyword found in one value. */
export interface KeywordFinding {
  readonly code: Code;
  /** Arguments of the message, in DocFX's order. */
  readonly args: readonly string[];
  /** Where it shows: at the value, at its key, or at the start of the object that was checked. */
  readonly place: 'value' | 'key' | 'map';
  /** Path from the checked value to the place. */
  readonly path: readonly (string | number)[];
  /** Key below the checked value that the schema's `rules` name; none for the value itself. */
  readonly property?: string;
  /** What a subschema found, told along with the finding. */
  readonly inner?: readonly AjvError[];
}

/** What a validator needs of the world. */
export interface CheckContext {
  /** Milliseconds since 1970. */
  readonly now: number;
}

type JsonObject = Readonly<Record<string, JsonValue>>;
const none: readonly KeywordFinding[] = [];

const own = (data: JsonObject, key: string): JsonValue | undefined =>
  Object.hasOwn(data, key) ? data[key] : undefined;
const holds = (data: JsonObject, key: string): boolean => hasValue(own(data, key));
const quoteAll = (keys: readonly string[]): string => keys.map((key) => `'${key}'`).join(', ');

export function strictRequired(data: JsonObject, keys: readonly string[]): readonly KeywordFinding[] {
  return keys.filter((key) => !holds(data, key)).map((key) => atMap('missing-attribute', [key], key));
}

export function either(data: JsonObject, groups: readonly (readonly string[])[]): readonly KeywordFinding[] {
  return groups.flatMap((keys) => {
    const [first] = keys;
    return first === undefined || keys.some((key) => holds(data, key))
      ? []
      : [atMap('missing-either-attribute', [quoteAll(keys)], first)];
  });
}

export function precludes(data: JsonObject, groups: readonly (readonly string[])[]): readonly KeywordFinding[] {
  return groups.flatMap((keys) => {
    const [first] = keys;
    return first === undefined || keys.filter((key) => holds(data, key)).length < 2
      ? []
      : [atMap('precluded-attributes', [quoteAll(keys)], first)];
  });
}

export function pairedAttributes(data: JsonObject, key: string, others: readonly string[]): readonly KeywordFinding[] {
  if (!holds(data, key)) return none;
  return others
    .filter((other) => !holds(data, other))
    .map((other) => atMap('missing-paired-attribute', [other, key], key));
}

export function hasProperty(data: JsonObject, key: string): boolean {
  return holds(data, key);
}

export function dependentSchemaFailed(key: string, all: readonly AjvError[], start: number): KeywordFinding {
  const inner = all.slice(start);
  return { code: 'dependent-schemas-failed', args: [key], place: 'value', path: [key], property: key, inner };
}

export function reserved(data: JsonObject, keys: readonly string[]): readonly KeywordFinding[] {
  return keys
    .filter((key) => Object.hasOwn(data, key))
    .map((key) => ({ code: 'attribute-reserved', args: [key], place: 'key', path: [key], property: key }));
}

interface DateSchema {
  readonly relativeMinDate?: string;
  readonly relativeMaxDate?: string;
}

export function dateFormat(
  data: string,
  format: string,
  schema: DateSchema,
  context: CheckContext,
): readonly KeywordFinding[] {
  if (format === '' || data.trim() === '') return none;
  const time = parseExactDate(data, format);
  if (time === undefined) return [atValue('date-format-invalid', [data])];
  const ahead = time - context.now;
  const least = schema.relativeMinDate === undefined ? undefined : parseTimeSpan(schema.relativeMinDate);
  const most = schema.relativeMaxDate === undefined ? undefined : parseTimeSpan(schema.relativeMaxDate);
  const outside = (least !== undefined && ahead < least) || (most !== undefined && ahead > most);
  return outside ? [atValue('date-out-of-range', [data])] : none;
}

/** Shape only: whether the alias exists is known to a directory service that is not asked. */
export function microsoftAlias(
  data: string,
  schema: { readonly allowedDLs?: readonly string[] },
): readonly KeywordFinding[] {
  if (data.trim() === '' || (schema.allowedDLs ?? []).includes(data)) return none;
  return /^[^\s@]+$/.test(data) ? none : [atValue('ms-alias-invalid', [data])];
}

export function replacedBy(data: JsonValue, successor: string): readonly KeywordFinding[] {
  return hasValue(data) ? [atValue('attribute-deprecated', [successor])] : none;
}

/** Ours, not DocFX's: a value that is retired while its key is not. */
export function deprecatedValues(
  data: JsonValue,
  successors: Readonly<Record<string, string>>,
): readonly KeywordFinding[] {
  if (typeof data !== 'string' || !Object.hasOwn(successors, data)) return none;
  return [atValue('attribute-deprecated', [successors[data] ?? '', data])];
}

/** Field → allowed value → what other fields may then be. */
interface EnumDependencies {
  readonly [field: string]: Readonly<Record<string, EnumDependencies | null>>;
}

interface Dependency {
  /** Field without its index: `rules` name a finding by the field that asks, as in DocFX. */
  readonly name: string;
  /** Field as the message names it: with its index where it holds a list. */
  readonly shown: string;
  readonly value: string;
}

export function enumDependencies(
  data: JsonObject,
  schema: EnumDependencies,
  on?: Dependency,
): readonly KeywordFinding[] {
  return Object.entries(schema).flatMap(([field, allowed]) => {
    const [name, index] = fieldAndIndex(field);
    const raw = own(data, name);
    if (raw === undefined) return missingDependent(name, allowed, on);
    const isList = Array.isArray(raw);
    const value: JsonValue | undefined = isList ? (raw as readonly JsonValue[])[index] : raw;
    if (value === undefined || !hasValue(value)) return none;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const shown = isList ? field : name;
    if (Object.hasOwn(allowed, text)) {
      const next = allowed[text];
      return next === null || next === undefined ? none : enumDependencies(data, next, { name, shown, value: text });
    }
    const path = isList ? [name, index] : [name];
    return on === undefined
      ? [{ code: 'invalid-value', args: [shown, text], place: 'value', path, property: name } as const]
      : [
          {
            code: 'invalid-paired-attribute',
            args: [shown, text, on.shown, on.value],
            place: 'value',
            path,
            property: on.name,
          } as const,
        ];
  });
}

function missingDependent(
  name: string,
  allowed: Readonly<Record<string, unknown>>,
  on: Dependency | undefined,
): readonly KeywordFinding[] {
  if (on === undefined || !Object.keys(allowed).every((value) => value.trim() !== '')) return none;
  return [
    {
      code: 'invalid-paired-attribute',
      args: [name, name, on.shown, on.value],
      place: 'map',
      path: [],
      property: on.name,
    },
  ];
}

/** `topic[1]` is item 1 of `topic`; a plain name is item 0. */
function fieldAndIndex(field: string): [string, number] {
  const match = /^(.*)\[(\d+)\]$/.exec(field);
  return match === null ? [field, 0] : [match[1] ?? field, Number(match[2])];
}

export const formats = { 'date-time': isDateTime, date: isDate, time: isTime };

/** An ajv error, as far as it is looked at. */
export interface AjvError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
}

/** Of two branches that failed, the errors of the one that fails less; the earlier one where they tie. */
export function fewerErrors(
  best: readonly AjvError[] | null,
  all: readonly AjvError[],
  start: number,
): readonly AjvError[] {
  const errors = dropAfterType(all.slice(start));
  return best !== null && best.length <= errors.length ? best : errors;
}

/** A value of the wrong type is reported for that alone. */
export function dropAfterType<E extends AjvError>(errors: readonly E[]): E[] {
  const wrong = errors
    .filter((error) => error.keyword === 'type' && error.propertyName === undefined)
    .map((error) => error.instancePath);
  if (wrong.length === 0) return [...errors];
  return errors.filter(
    (error) =>
      error.keyword === 'type' ||
      !wrong.some((path) => error.instancePath === path || error.instancePath.startsWith(`${path}/`)),
  );
}

function atMap(code: Code, args: readonly string[], property: string): KeywordFinding {
  return { code, args, place: 'map', path: [], property };
}

function atValue(code: Code, args: readonly string[]): KeywordFinding {
  return { code, args, place: 'value', path: [] };
}
