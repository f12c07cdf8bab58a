import { quotedText, removeEntry, renameEntry, replaceValue, yamlText } from '../../core/frontMatter/edit';
import { certainFix, possibleFix, type Fix } from '../../core/rules/fix';
import { repairDate } from '../../core/schema/dateRepair';
import type { KeyDescription } from '../../core/schema/describe';
import type { SchemaFinding } from '../../core/schema/findings';
import { removal, type TextEdit } from '../../core/text/edit';
import { lineStartOf, nextLineOf } from '../../core/text/lines';
import { entryOf, nodeAt, toJson, type LocatedEntry, type LocatedNode } from '../../core/text/locatedNode';
import { closestFirst, differsInSpellingOnly } from '../../core/text/suggest';
import { keyDescription } from '../metadata/descriptions';
import type { ArticleFacts } from './articleFacts';
import { insertMissing } from './missingKeys';
import { t } from '../../core/text/localize';

/** A menu of more is not read. */
const offered = 3;

/** How to put right what a schema says against an article's own front matter, the best way first. */
export function schemaFixes(finding: SchemaFinding, facts: ArticleFacts): readonly Fix[] {
  if (finding.code === 'missing-attribute' || finding.code === 'missing-paired-attribute')
    return finding.path.length > 0 ? [] : insertMissing(facts, finding.args[0] ?? '');
  if (finding.code === 'missing-either-attribute') return insertMissing(facts, finding.property);
  const place = placeOf(finding, facts);
  if (place === undefined) return [];
  const fixes = valueFixes(finding, facts, place);
  // Whatever refers to an anchor changes with its value.
  const { keySpan } = place.entry;
  const isAnchored = facts.document.text.slice(keySpan.end, place.node.span.start).includes('&');
  return isAnchored ? fixes.map((fix) => ({ ...fix, isCertain: false })) : fixes;
}

/** The value that a finding is about, with the key at the top that it belongs to. */
interface Place {
  readonly entry: LocatedEntry;
  readonly node: LocatedNode;
  /** Of that key; only where the value is the key's own or an item of its list. */
  readonly description: KeyDescription | undefined;
}

function placeOf({ path }: SchemaFinding, { frontMatter, schemas }: ArticleFacts): Place | undefined {
  const [key, ...rest] = path;
  const entry = entryOf(frontMatter.map, String(key));
  const node = nodeAt(entry?.value, rest);
  // A part of what an alias stands for is written where the anchor is: perhaps as the value of another key.
  if (entry === undefined || node === undefined || node.span.start < entry.keySpan.end) return undefined;
  const isOfKey = rest.every((part) => typeof part === 'number');
  return { entry, node, description: isOfKey ? keyDescription(schemas, entry.key) : undefined };
}

function valueFixes(finding: SchemaFinding, facts: ArticleFacts, place: Place): readonly Fix[] {
  switch (finding.code) {
    case 'invalid-value':
      return allowedValues(facts, place);
    case 'date-format-invalid':
      return date(facts, place);
    case 'attribute-deprecated':
      return successor(facts, place);
    case 'ms-alias-invalid':
      return alias(facts, place);
    case 'unexpected-type':
    case 'not-failed':
      return [...onlyItem(facts, place), ...asText(place)];
    case 'array-not-unique':
      return repeatedItems(facts, place);
    case 'unknown-field':
    case 'attribute-reserved':
      return finding.path.length === 1
        ? [possibleFix(t("Remove '{0}'", place.entry.key), removeEntry(facts.document.text, place.entry))]
        : [];
    default:
      return [];
  }
}

/** The allowed values that are closest to what stands there; certain where only case or separators differ. */
function allowedValues({ document }: ArticleFacts, { node, description }: Place): Fix[] {
  if (description === undefined || node.kind !== 'scalar') return [];
  const written = node.source.trim();
  return closestFirst(
    written,
    description.values.filter((value) => !description.deprecatedValues.has(value)),
  )
    .slice(0, offered)
    .map((value) => {
      const create = differsInSpellingOnly(written, value) ? certainFix : possibleFix;
      return create(t("Change '{0}' to '{1}'", written, value), replaceValue(document.text, node, yamlText(value)));
    });
}

function date({ document }: ArticleFacts, { node, description }: Place): Fix[] {
  if (description?.dateFormat === undefined || node.kind !== 'scalar') return [];
  const repaired = repairDate(node.source, description.dateFormat);
  if (repaired === undefined) return [];
  const create = repaired.isCertain ? certainFix : possibleFix;
  const title = t("Change '{0}' to '{1}'", node.source.trim(), repaired.text);
  return [create(title, replaceValue(document.text, node, repaired.text))];
}

/** A retired key gets its successor's name, a retired value its successor. */
function successor({ document, frontMatter }: ArticleFacts, { entry, node, description }: Place): Fix[] {
  if (description === undefined) return [];
  if (description.successor === '')
    return [possibleFix(t("Remove '{0}'", entry.key), removeEntry(document.text, entry))];
  if (description.successor !== undefined)
    return [
      renameEntry(document.text, frontMatter.map, entry, description.successor, false),
      possibleFix(t("Remove '{0}'", entry.key), removeEntry(document.text, entry)),
    ];
  const value = node.kind === 'scalar' ? description.deprecatedValues.get(node.source) : undefined;
  return value === undefined
    ? []
    : [certainFix(t("Change to '{0}'", value), replaceValue(document.text, node, yamlText(value)))];
}

/** `name@microsoft.com` means the alias before the sign. */
function alias({ document }: ArticleFacts, { node }: Place): Fix[] {
  const match = node.kind === 'scalar' ? /^\s*([^\s@]+)@microsoft\.com\s*$/i.exec(node.source) : null;
  const name = match?.[1];
  return name === undefined
    ? []
    : [certainFix(t("Change to '{0}'", name), replaceValue(document.text, node, yamlText(name)))];
}

/** A list of one item where a single value belongs. */
function onlyItem({ document }: ArticleFacts, { entry, node }: Place): Fix[] {
  const [only, ...others] = node.kind === 'sequence' ? node.items : [];
  if (only?.kind !== 'scalar' || others.length > 0 || node !== entry.value) return [];
  const written = document.text.slice(only.span.start, only.span.end);
  // What lies between, comments too, is kept where the item stands on the key's own line only.
  const between = document.text.slice(node.span.start, node.span.end);
  if (/[\r\n#]/.test(between + written)) return [];
  const colonEnd = document.text.indexOf(':', entry.keySpan.end) + 1;
  // Comments and anchors stay, too.
  if (document.text.slice(colonEnd, node.span.start).trim() !== '' || between.includes('&')) return [];
  return [
    certainFix(t('Write the value without a list'), {
      span: { start: colonEnd, end: node.span.end },
      newText: ` ${written}`,
    }),
  ];
}

/** The items of a list that stand further up already. */
function repeatedItems({ document: { text } }: ArticleFacts, { node }: Place): Fix[] {
  const items = node.kind === 'sequence' ? node.items : [];
  const edits = items.flatMap((item, index): TextEdit[] => {
    const previous = items[index - 1];
    if (previous === undefined || previous.span.start < node.span.start) return [];
    if (!items.slice(0, index).some((other) => sameValue(other, item))) return [];
    const start = lineStartOf(text, item.span.start);
    if (/^\s*-[ \t]+$/.test(text.slice(start, item.span.start)))
      return [removal({ start, end: nextLineOf(text, item.span.end) })];
    const span = { start: previous.span.end, end: item.span.end };
    return /^[ \t]*,[ \t]*$/.test(text.slice(span.start, item.span.start)) ? [removal(span)] : [];
  });
  return edits.length === 0 ? [] : [certainFix(t('Remove what stands in the list twice'), ...edits)];
}

/** A number or a word such as `true` where a text belongs. */
function asText({ node }: Place): Fix[] {
  if (node.kind !== 'scalar' || typeof node.value === 'string' || node.value === null) return [];
  return [certainFix(t('Put the value in quotes'), { span: node.span, newText: quotedText(node.source) })];
}

/** Whether a list's item says the same as another one. */
export function sameValue(a: LocatedNode, b: LocatedNode): boolean {
  return JSON.stringify(toJson(a)) === JSON.stringify(toJson(b));
}
