import { keyLine, replaceValue, yamlText } from '../../core/frontMatter/edit';
import { parseFrontMatter } from '../../core/frontMatter/parse';
import type { EffectiveEntry } from '../../core/metadata/effective';
import { removal, type TextEdit } from '../../core/text/edit';
import { lineEndOf } from '../../core/text/lines';
import { entryOf, type LocatedEntry, type LocatedNode } from '../../core/text/locatedNode';
import type { ArticleFacts } from '../fixes/articleFacts';
import { insertionOf, newFrontMatter, type HeaderFacts } from '../fixes/missingKeys';
import { keyDescription } from './descriptions';
import { shownJson } from './shownValue';

/**
 * Gives an article's own key a value: in place of the one that it has, else in the order of the schema, else in front
 * matter of its own. Nothing where the value is there already. Line breaks in new texts are `\n`.
 *
 * @param value as YAML on one line
 */
export function setValue(facts: HeaderFacts, key: string, value: string): readonly TextEdit[] {
  const { document, frontMatter } = facts;
  const entry = entryOf(frontMatter.map, key);
  if (entry !== undefined) return replaceEntryValue(document.text, entry, value);
  return [insertionOf(facts, key, value, true) ?? newFrontMatter(document.text, `${keyLine(key, value)}\n`)];
}

/** Replaces the whole value of a key, also one of several lines. A comment behind the key stays. */
function replaceEntryValue(text: string, { keySpan, value: node }: LocatedEntry, value: string): readonly TextEdit[] {
  const keyEnd = lineEndOf(text, keySpan.end);
  if (node.span.start > keyEnd) {
    const colon = text.indexOf(':', keySpan.end);
    const isBlank = text.slice(colon + 1, keyEnd).trim() === '';
    const place = { start: colon + 1, end: isBlank ? keyEnd : colon + 1 };
    return [{ span: place, newText: ` ${value}` }, removal({ start: keyEnd, end: node.span.end })];
  }
  if (text.slice(node.span.start, node.span.end) === value) return [];
  return [replaceValue(text, node, value)];
}

/** The value of an entry as YAML on one line, to be written into another file. */
export function yamlOf({ value, parts }: EffectiveEntry): string {
  if (parts !== undefined || value.kind !== 'scalar') return shownJson(value, parts);
  if (typeof value.value !== 'string') return value.value === null ? '' : value.source;
  return yamlText(value.value);
}

/**
 * What a writer typed for a key, as YAML: as it is where it reads as a type that the schema names for the key, such as
 * `true` or `[a, b]`; else as text.
 *
 * @param alsoTypes names of JSON types that the key may have whatever the schema says
 */
export function typedYaml(
  { schemas }: Pick<ArticleFacts, 'schemas'>,
  key: string,
  typed: string,
  alsoTypes: readonly string[] = [],
): string {
  const written = typed.trim().replaceAll(/\s*[\r\n]+\s*/g, ' ');
  const types = [...(keyDescription(schemas, key)?.types ?? []), ...alsoTypes];
  const node = readYaml(written);
  return node !== undefined && valueTypes(node).some((type) => types.includes(type)) ? written : yamlText(written);
}

/** A value as the build reads it behind a key; `undefined` for what is no YAML there. */
export function readYaml(yaml: string): LocatedNode | undefined {
  const { readByBuild, map, problems } = parseFrontMatter(`---\nkey: ${yaml}\n---\n`);
  return readByBuild && problems.length === 0 && map.entries.length === 1 ? map.entries[0]?.value : undefined;
}

/** The names of the JSON types that a value has; none for texts and null, which a writer need not type in any special way. */
export function valueTypes(node: LocatedNode): readonly string[] {
  if (node.kind === 'sequence') return ['array'];
  if (node.kind === 'map') return ['object'];
  if (typeof node.value === 'number') return Number.isInteger(node.value) ? ['integer', 'number'] : ['number'];
  return typeof node.value === 'boolean' ? ['boolean'] : [];
}
