import { insertKey, keyLine, replaceValue } from '../../core/frontMatter/edit';
import { entryJson, type EffectiveMetadata } from '../../core/metadata/effective';
import { possibleFix, type Fix } from '../../core/rules/fix';
import { insertion, type TextEdit } from '../../core/text/edit';
import { entryOf, hasValue } from '../../core/text/locatedNode';
import { keyDescription, keyOrder } from '../metadata/descriptions';
import { soleValue } from '../metadata/soleValue';
import type { ArticleFacts } from './articleFacts';
import { t } from '../../core/text/localize';

/** Inserts a key that is missing, with the value that is known for it. One that is there without a value is given that. */
export function insertMissing(facts: ArticleFacts, key: string): Fix[] {
  const value = knownValue(facts, key);
  const edit = missingKey(facts, key, value);
  return edit === undefined ? [] : [possibleFix(t("Insert '{0}'", keyLine(key, value)), edit)];
}

function missingKey(facts: ArticleFacts, key: string, value: string): TextEdit | undefined {
  const { document, frontMatter } = facts;
  const entry = entryOf(frontMatter.map, key);
  if (entry === undefined) return insertionOf(facts, key, value);
  const hasColon = document.text.slice(entry.keySpan.end, entry.value.span.start).includes(':');
  return value === '' || !hasColon ? undefined : replaceValue(document.text, entry.value, value);
}

/** What an edit of front matter looks at. */
export type HeaderFacts = Pick<ArticleFacts, 'document' | 'frontMatter' | 'schemas'>;

/**
 * Where and how a key is inserted; `undefined` where the file has no front matter.
 *
 * @param isChosen whether it is this value that is wanted, and not one that is commented out
 */
export function insertionOf(
  { document, frontMatter, schemas }: HeaderFacts,
  key: string,
  value: string,
  isChosen = false,
): TextEdit | undefined {
  return insertKey(document.text, frontMatter, keyOrder(schemas), key, value, isChosen);
}

/** The one value that can be meant by a key of an article, as YAML. '' where none is known. */
export function knownValue({ document, frontMatter, schemas, today }: ArticleFacts, key: string): string {
  const heading = (): string => headingOf(document.text, frontMatter.header?.close?.end ?? 0);
  return soleValue(key, keyDescription(schemas, key), today, heading);
}

/** The text of the first heading of level 1; '' where there is none or where an include writes a part of it. */
export function headingOf(text: string, from: number): string {
  const heading =
    /^# +(.+?)(?: +#+)?[ \t]*$/m.exec(
      text
        .slice(from)
        .replace(/^\ufeff/, '')
        .replaceAll('\r\n', '\n'),
    )?.[1] ?? '';
  return /\[!|[`<]/.test(heading) ? '' : heading;
}

/** Inserts front matter with every required key that the docset does not supply, where a file has none. */
export function insertFrontMatter(facts: ArticleFacts): Fix[] {
  const { document, schemas, inherited } = facts;
  const keys = keyOrder(schemas).filter(
    (key) => keyDescription(schemas, key)?.requirement === 'required' && !suppliesValue(inherited, key),
  );
  const lines = keys.map((key) => `${keyLine(key, knownValue(facts, key))}\n`).join('');
  return [possibleFix(t('Insert front matter'), newFrontMatter(document.text, lines))];
}

/** Front matter of these lines, for a file that has none. */
export function newFrontMatter(text: string, lines: string): TextEdit {
  const at = text.startsWith('\ufeff') ? 1 : 0;
  const separator = /^\s*(?:\n|$)/.test(text.slice(at)) ? '' : '\n';
  return insertion(at, `---\n${lines}---\n${separator}`);
}

function suppliesValue(inherited: EffectiveMetadata, key: string): boolean {
  const entry = inherited.get(key);
  return entry !== undefined && hasValue(entryJson(entry));
}

/** Inserts several keys that are missing, in the order of the schema. */
export function insertAllMissing(facts: ArticleFacts, keys: readonly string[]): Fix | undefined {
  const order = keyOrder(facts.schemas);
  const sorted = [...keys].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const edits = sorted.flatMap((key) => missingKey(facts, key, knownValue(facts, key)) ?? []);
  return edits.length < 2 ? undefined : possibleFix(t('Insert all {0} missing keys', edits.length), ...edits);
}
