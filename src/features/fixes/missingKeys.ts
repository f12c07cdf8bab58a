import { insertKey, keyLine, yamlText } from '../../core/frontMatter/edit';
import { possibleFix, type Fix } from '../../core/rules/fix';
import { formatDay } from '../../core/schema/dateRepair';
import type { TextEdit } from '../../core/text/edit';
import { keyDescription, keyOrder } from '../metadata/descriptions';
import type { ArticleFacts } from './articleFacts';

/** Inserts a key that is missing, with the value that is known for it. */
export function insertMissing(facts: ArticleFacts, key: string): Fix[] {
  const value = knownValue(facts, key);
  const edit = insertionOf(facts, key, value);
  return edit === undefined ? [] : [possibleFix(`Insert '${keyLine(key, value)}'`, edit)];
}

/** Where and how a key is inserted; `undefined` where the file has no front matter. */
export function insertionOf(facts: ArticleFacts, key: string, value: string): TextEdit | undefined {
  return insertKey(facts.document.text, facts.frontMatter, keyOrder(facts.schemas), key, value);
}

/** A value that can only be meant, as YAML: today, the heading for a title, the one value allowed. '' where none is known. */
export function knownValue({ document, frontMatter, schemas, today }: ArticleFacts, key: string): string {
  const description = keyDescription(schemas, key);
  if (description?.dateFormat !== undefined) return formatDay(today, description.dateFormat);
  const [only, ...others] = description?.values ?? [];
  if (only !== undefined && others.length === 0) return yamlText(only);
  return key === 'title' ? yamlText(headingOf(document.text, frontMatter.header?.close?.end ?? 0)) : '';
}

/** The text of the first heading of level 1; '' where there is none or where an include writes a part of it. */
function headingOf(text: string, from: number): string {
  const heading = /^# +(.+?)(?: +#+)?[ \t]*$/m.exec(text.slice(from).replaceAll('\r\n', '\n'))?.[1] ?? '';
  return /\[!|[`<]/.test(heading) ? '' : heading;
}
