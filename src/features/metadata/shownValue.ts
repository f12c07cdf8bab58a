import type { EffectiveEntry } from '../../core/metadata/effective';
import type { LocatedNode } from '../../core/text/locatedNode';

/** A value on one line, as it is written: `10.0` stays `10.0`. What is no text is shown as JSON, which is YAML, too. */
export function shownValue({ value, parts }: Pick<EffectiveEntry, 'value' | 'parts'>): string {
  const text = parts === undefined && value.kind === 'scalar' ? value.value : undefined;
  return typeof text === 'string' && !/[\r\n]/.test(text) ? text : shownJson(value, parts);
}

/** JSON but for numbers, which keep their digits. */
export function shownJson(node: LocatedNode, parts?: ReadonlyMap<string, EffectiveEntry>): string {
  if (parts !== undefined)
    return shownObject([...parts.values()].map((part) => [part.key, shownJson(part.value, part.parts)] as const));
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'number' ? node.source : JSON.stringify(node.value);
    case 'sequence':
      return `[${node.items.map((item) => shownJson(item)).join(',')}]`;
    case 'map':
      return shownObject(node.entries.map((entry) => [entry.key, shownJson(entry.value)] as const));
  }
}

/** Of a key that is there twice, the last one counts. */
function shownObject(entries: readonly (readonly [string, string])[]): string {
  return `{${[...new Map(entries)].map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`;
}
