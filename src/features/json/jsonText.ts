import { lineBreakOf } from '../../core/text/lines';
import type { JsonValue } from '../../core/text/locatedNode';
import { indentAt, indentOf, isOnOwnLines, type JsonList } from './jsonList';

/** A value as text that fits into a list, or behind a key of an object: on one line or several, as those around it. */
export function itemText(text: string, list: JsonList, value: JsonValue): string {
  const sample = sampleOf(text, list);
  const isCompact =
    sample === undefined ? list.items.length > 0 && !isOnOwnLines(text, list) : !/[\r\n]/.test(sample.text);
  if (isCompact) return compactText(value, sample?.text);
  const last = list.items.at(-1);
  const unit = sample?.indent ?? indentOf(text);
  const indent =
    last === undefined
      ? indentAt(text, list.open) + unit
      : isOnOwnLines(text, list)
        ? indentAt(text, last.span.start)
        : '';
  return JSON.stringify(value, undefined, unit).replaceAll('\n', lineBreakOf(text) + indent);
}

/** The last list or object of the list that shows how such are written. */
function sampleOf(text: string, { items }: JsonList): { readonly text: string; readonly indent?: string } | undefined {
  const found = items.findLast(({ value }) => /^[[{]\s*[^\s\]}]/.test(text.slice(value.start, value.end)));
  if (found === undefined) return undefined;
  const { start, end } = found.value;
  const sample = text.slice(start, end);
  const outer = indentAt(text, start);
  const inner = /[\r\n]([ \t]*)[^\s]/.exec(sample)?.[1] ?? '';
  return { text: sample, ...(inner.startsWith(outer) && inner !== outer ? { indent: inner.slice(outer.length) } : {}) };
}

/** On one line, with blanks where the sample has them. */
function compactText(value: JsonValue, sample = '{ "": ""}'): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const padding = /^.[ \t]/.test(sample) ? ' ' : '';
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    return `[${items.map((item) => compactText(item, sample)).join(', ')}]`;
  }
  const colon = /":(?=\S)/.test(sample) ? ':' : ': ';
  const properties = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}${colon}${compactText(item, sample)}`,
  );
  return `{${padding}${properties.join(', ')}${padding}}`;
}
