import { needsEscapes, quotedText, yamlText } from '../../core/frontMatter/edit';
import type { EffectiveEntry } from '../../core/metadata/effective';
import { repairDate } from '../../core/schema/dateRepair';
import type { SchemaDescription } from '../../core/schema/describe';
import type { LocatedScalar } from '../../core/text/locatedNode';
import { keyDescription } from '../metadata/descriptions';
import { readYaml, typedYaml, valueTypes } from '../metadata/setValue';
import { shownJson } from '../metadata/shownValue';
import { t } from '../../core/text/localize';

/**
 * A value as a person edits it in a table, on one line: a text as it is, a list as `[a, b]`, an object as JSON. '' stands for
 * no value, be it missing, null or an empty text. A text that has line breaks or other characters that cannot be seen is a
 * JSON string.
 */
export function cellOf(entry: Pick<EffectiveEntry, 'value' | 'parts'> | undefined): string {
  if (entry === undefined) return '';
  const { value, parts } = entry;
  if (parts !== undefined) return shownJson(value, parts);
  if (value.kind === 'scalar') return typeof value.value === 'string' ? textCell(value.value) : scalarText(value, '');
  if (value.kind === 'sequence' && value.items.every(({ kind }) => kind === 'scalar'))
    return `[${value.items.map((item) => (item.kind === 'scalar' ? itemText(item) : '')).join(', ')}]`;
  return shownJson(value);
}

/** What is written into the front matter for a cell. */
export interface CellContext {
  readonly key: string;
  /** What the article has now. */
  readonly entry: EffectiveEntry | undefined;
  readonly schemas: readonly SchemaDescription[];
  /** Names of JSON types that other articles give the key. */
  readonly usualTypes: readonly string[];
}

/** What is to be written: YAML on one line, or why a cell cannot be understood. */
export type CellReading = { readonly yaml: string } | { readonly refused: string };

/**
 * Reads a cell that is not blank. `undefined` where the article has its value already: what spreadsheets make of a value by
 * themselves is no other value.
 */
export function readCell(cell: string, context: CellContext): CellReading | undefined {
  const { key, entry, schemas } = context;
  const format = keyDescription(schemas, key)?.dateFormat;
  const current = cellOf(entry);
  if (cell === current || isRewritten(cell.trim(), current, format)) return undefined;
  const types = entry === undefined || current === '' ? context.usualTypes : valueTypes(entry.value);
  const escaped = escapedText(cell);
  const yaml =
    escaped === undefined ? typedYaml({ schemas }, key, withZeros(cell.trim(), format), types) : quotedText(escaped);
  const node = readYaml(yaml);
  if (node === undefined) return { refused: t('This cannot be written as YAML.') };
  if (entry !== undefined && shownJson(node) === shownJson(entry.value, entry.parts)) return undefined;
  const wanted = { '[': 'array', '{': 'object' }[cell.trim().charAt(0)];
  if (node.kind === 'scalar' && wanted !== undefined && types.includes(wanted))
    return {
      refused: wanted === 'array' ? t('This is no list. Write [a, b].') : t('This is no object. Write {"a": "b"}.'),
    };
  // Spreadsheets write truth values in capitals.
  return { yaml: /^(?:TRUE|FALSE)$/.test(yaml) ? yaml.toLowerCase() : yaml };
}

/** Whether a cell is what spreadsheets make of a value: without the zeros of a number or a date, with capitals. */
function isRewritten(cell: string, current: string, dateFormat: string | undefined): boolean {
  if (cell === current) return true;
  if (/^[-+]?\d*\.?\d+$/.test(current)) return cell === String(Number(current));
  if (/^(?:true|false)$/.test(current)) return cell.toLowerCase() === current;
  return dateFormat !== undefined && repairDate(cell, dateFormat)?.text === current;
}

/** A date in its format where no other day can be meant: spreadsheets leave out its zeros. */
function withZeros(cell: string, dateFormat: string | undefined): string {
  const repair = dateFormat === undefined ? undefined : repairDate(cell, dateFormat);
  if (repair === undefined) return cell;
  return repair.isCertain || repair.text.replaceAll(/\b0/g, '') === cell ? repair.text : cell;
}

function textCell(text: string): string {
  return needsEscapes(text) ? quotedText(text) : escapedText(text) === undefined ? text : JSON.stringify(text);
}

/** The text of a cell that is a JSON string because it could not be shown as it is. */
function escapedText(cell: string): string | undefined {
  if (!/^".*"$/.test(cell)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(cell);
  } catch {
    // A text that happens to stand in quotes.
    return undefined;
  }
  return typeof value === 'string' && (needsEscapes(value) || escapedText(value) !== undefined) ? value : undefined;
}

function itemText(item: LocatedScalar): string {
  if (typeof item.value !== 'string') return scalarText(item, 'null');
  const text = yamlText(item.value);
  // These mean something in a list.
  return text === item.value && /[,[\]{}]/.test(text) ? quotedText(text) : text;
}

function scalarText({ value, source }: LocatedScalar, ofNull: string): string {
  return value === null ? ofNull : typeof value === 'number' ? source : String(value);
}
