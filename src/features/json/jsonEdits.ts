import { readJson } from '../../core/text/jsonDocument';
import { insertion, type TextEdit } from '../../core/text/edit';
import { entryOf, jsonObject, type JsonValue, type LocatedNode } from '../../core/text/locatedNode';
import { changeList, jsonListOf } from './jsonList';
import { itemText } from './jsonText';

/**
 * The edits that give a key of a JSON file a value: a new one at the end of its object. Comments, trailing commas, line
 * breaks, indentation and the mark at the start of the file stay as they are.
 *
 * @param text the file; '' for one that is not there yet
 * @param keys the way to it, through objects that are made where they are missing
 * @returns `undefined` where what is written leaves no place for it: broken JSON, or a value that is no object on the way
 */
export function setJson(text: string, keys: readonly string[], value: JsonValue): readonly TextEdit[] | undefined {
  const { node, errors } = readJson(text);
  if (node === undefined && isBlank(text)) return [insertion(text.length, newJson(nested(keys, value)))];
  if (errors.length > 0) return undefined;
  let current = node;
  for (const [depth, key] of keys.entries()) {
    if (current?.kind !== 'map') return undefined;
    const entry = entryOf(current, key);
    if (entry === undefined) return addTo(text, current, nested(keys.slice(depth + 1), value), key);
    if (depth === keys.length - 1) {
      const list = jsonListOf(text, current);
      return list && [{ span: entry.value.span, newText: itemText(text, list, value) }];
    }
    current = entry.value;
  }
  return undefined;
}

/** The edits that add an item at the end of a list, or a property to an object; `undefined` to anything else. */
export function addTo(
  text: string,
  node: LocatedNode,
  value: JsonValue,
  key?: string,
): readonly TextEdit[] | undefined {
  const list = jsonListOf(text, node);
  if (list === undefined || (node.kind === 'map') !== (key !== undefined)) return undefined;
  const item = itemText(text, list, value);
  const added = key === undefined ? item : `${JSON.stringify(key)}: ${item}`;
  return changeList(text, list, { inserted: new Map([[list.items.length, [added]]]) });
}

/** The text of a new JSON file. */
export function newJson(value: JsonValue): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The value below keys that are not there yet. */
function nested(keys: readonly string[], value: JsonValue): JsonValue {
  return keys.reduceRight<JsonValue>((inner, key) => jsonObject([[key, inner]]), value);
}

function isBlank(text: string): boolean {
  return text.replace('\ufeff', '').trim() === '';
}
