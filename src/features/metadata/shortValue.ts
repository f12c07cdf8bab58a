import { entryJson, type EffectiveEntry } from '../../core/metadata/effective';

/** A value in one line, cut where it is long: a text as it is, a list with commas, quotes for a text that is empty. */
export function shortValue(entry: EffectiveEntry, maxLength = 60): string {
  const value = entryJson(entry);
  const isPlainList = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  const text = typeof value === 'string' ? value : isPlainList ? value.join(', ') : JSON.stringify(value);
  if (text.trim() === '') return JSON.stringify(value);
  return cut(text.replaceAll(/\s+/g, ' ').trim(), maxLength);
}

function cut(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1).trimEnd()}…`;
}
