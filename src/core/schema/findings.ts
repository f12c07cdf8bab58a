import type { Code } from '../rules/codes';
import { isObject } from '../text/jsonValue';
import { t } from '../text/localize';
import type { JsonValue } from '../text/locatedNode';
import { dropAfterType, type AjvError, type KeywordFinding } from './dialectRuntime';
import { wordingOf } from './messages';

/** One thing that a schema says against some metadata. */
export interface SchemaFinding {
  readonly code: Code;
  readonly message: string;
  /** Arguments of the message in DocFX's order, for a rule that words it anew. */
  readonly args: readonly string[];
  /** Path from the root of the metadata to the place. */
  readonly path: readonly (string | number)[];
  readonly place: KeywordFinding['place'];
  /** Dotted path of the property that the schema's `rules` name; list items share their list's. */
  readonly property: string;
}

/**
 * Turns the errors of one validation into the findings that DocFX would report, but for one thing: a value that is
 * blank counts as missing, and is not also reported as too short or not allowed.
 */
export function toFindings(errors: readonly AjvError[], root: JsonValue): SchemaFinding[] {
  const findings = dropAfterType(errors).flatMap((error) => {
    const fromKeyword = fromDialect(error);
    if (fromKeyword !== undefined && isAtTop(error) && fromKeyword.inner === undefined)
      return [remembered(error.instancePath, fromKeyword)];
    const location = locate(error.instancePath, root);
    const found = fromKeyword ?? fromStandard(error, location);
    return found === undefined ? [] : [complete(found, location, root)];
  });
  const missing = new Set(findings.filter(({ code }) => code === 'missing-attribute').map(({ property }) => property));
  return missing.size === 0
    ? findings
    : findings.filter(({ code, property }) => code === 'missing-attribute' || !missing.has(property));
}

const known = new Map<string, SchemaFinding>();
const mostKnown = 1000;

/** Hundreds of articles inherit the same retired value: what is said of it is put together once. */
function remembered(pointer: string, found: KeywordFinding): SchemaFinding {
  const { code, place, property = '', path, args } = found;
  const key = JSON.stringify([pointer, code, place, property, path, args]);
  let finding = known.get(key);
  if (finding === undefined) {
    if (known.size === mostKnown) known.clear();
    // Whatever else the metadata holds, a key at its top is where it is.
    known.set(key, (finding = complete(found, locate(pointer, {}), {})));
  }
  return finding;
}

function isAtTop({ instancePath }: AjvError): boolean {
  return instancePath.lastIndexOf('/') <= 0;
}

interface Location {
  readonly path: readonly (string | number)[];
  readonly property: string;
  readonly value: JsonValue | undefined;
}

function locate(pointer: string, root: JsonValue): Location {
  const path: (string | number)[] = [];
  const names: string[] = [];
  let value: JsonValue | undefined = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.includes('~') ? part.replaceAll('~1', '/').replaceAll('~0', '~') : part;
    if (Array.isArray(value)) {
      path.push(Number(key));
      value = (value as readonly JsonValue[])[Number(key)];
    } else {
      path.push(key);
      names.push(key);
      value = isObject(value) ? value[key] : undefined;
    }
  }
  return { path, property: names.join('.'), value };
}

function complete(found: KeywordFinding, location: Location, root: JsonValue): SchemaFinding {
  const property = [location.property, found.property ?? ''].filter((name) => name !== '').join('.');
  const { message, args } = wordingOf(found.code, found.args, location.property, property);
  return {
    code: found.code,
    message: [message, ...toFindings(found.inner ?? [], root).map((inner) => inner.message)].join(' '),
    args,
    path: [...location.path, ...found.path],
    place: found.place,
    property,
  };
}

function fromDialect(error: AjvError): KeywordFinding | undefined {
  const value = error.params.finding;
  if (typeof value !== 'object' || value === null) return undefined;
  const finding = value as KeywordFinding;
  const name = error.propertyName;
  return name === undefined ? finding : { ...finding, ...atName(name) };
}

/** Maps a standard keyword; `undefined` for those that only sum up others (`if`, `propertyNames`). */
function fromStandard(error: AjvError, { value }: Location): KeywordFinding | undefined {
  const { keyword, params } = error;
  const name = error.propertyName;
  const at = (code: Code, ...args: readonly string[]): KeywordFinding =>
    name === undefined ? { code, args, place: 'value', path: [] } : { code, args, ...atName(name) };
  const subject = name ?? value;
  switch (keyword) {
    case 'type':
      return at('unexpected-type', [params.type].flat().map(typeLabel).join(', '), typeOf(subject));
    case 'enum':
    case 'const':
      return at('invalid-value', show(subject));
    case 'pattern':
      return at('format-invalid', show(subject), String(params.pattern));
    case 'format':
      return at('format-invalid', show(subject), formatLabel(String(params.format)));
    case 'minLength':
    case 'maxLength':
      return at(
        'string-length-invalid',
        keyword === 'maxLength' ? t('long') : t('short'),
        String(lengthOf(show(subject))),
        `${keyword === 'maxLength' ? '<=' : '>='} ${String(params.limit)}`,
      );
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return at('number-invalid', show(subject), `${String(params.comparison)} ${String(params.limit)}`);
    case 'multipleOf':
      return at('number-invalid', show(subject), t('multiple of {0}', String(params.multipleOf)));
    case 'minItems':
      return at('array-length-invalid', `>= ${String(params.limit)}`);
    case 'maxItems':
    case 'additionalItems':
      return at('array-length-invalid', `<= ${String(params.limit)}`);
    case 'uniqueItems':
      return at('array-not-unique');
    case 'contains':
      return at('array-contains-failed');
    case 'minProperties':
    case 'maxProperties':
      return at('property-count-invalid', `${keyword === 'minProperties' ? '>=' : '<='} ${String(params.limit)}`);
    case 'additionalProperties':
      return unknownField(String(params.additionalProperty), value);
    case 'required':
      return {
        code: 'missing-attribute',
        args: [String(params.missingProperty)],
        place: 'map',
        path: [],
        property: String(params.missingProperty),
      };
    case 'oneOf':
      return at('one-of-failed', show(subject));
    case 'not':
      return at('not-failed', show(subject));
    case 'false schema':
      return at('boolean-schema-failed');
    default:
      return undefined;
  }
}

/** A key that `propertyNames` refuses is shown at the key. */
function atName(name: string): Pick<KeywordFinding, 'place' | 'path' | 'property'> {
  return { place: 'key', path: [name], property: name };
}

function unknownField(key: string, map: JsonValue | undefined): KeywordFinding {
  const value = isObject(map) ? map[key] : undefined;
  return { code: 'unknown-field', args: [typeOf(value)], place: 'key', path: [key], property: key };
}

/** A value as a message shows it. */
function show(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** Characters as DocFX counts them: a surrogate pair is one. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** .NET's name for a type of the schema. */
function typeLabel(type: unknown): string {
  const name = String(type);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** .NET's name for the type of a value. */
function typeOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return 'Null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float';
  return Array.isArray(value) ? 'Array' : 'Object';
}

function formatLabel(format: string): string {
  const labels: Readonly<Record<string, string>> = { 'date-time': 'DateTime', date: 'Date', time: 'Time' };
  return labels[format] ?? format;
}
