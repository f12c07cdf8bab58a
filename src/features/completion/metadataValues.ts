import { locateHeader } from '../../core/frontMatter/locate';
import { quotedText, yamlText } from '../../core/frontMatter/edit';
import type { UsedValue } from '../../core/docset/valueIndex';
import type { KeyDescription } from '../../core/schema/describe';
import { entryOf, type LocatedNode } from '../../core/text/locatedNode';
import { headingOf } from '../fixes/missingKeys';
import { dependentValues } from '../metadata/dependentValues';
import { keyDescription } from '../metadata/descriptions';
import { soleValue, writtenAs } from '../metadata/soleValue';
import type { Completion, Completions } from './completion';
import type { CompletedArticle } from './metadata';
import type { ValuePlace } from './metadataPlace';
import { t } from '../../core/text/localize';

/** A value that can be chosen. */
export interface OfferedValue {
  readonly text: string;
  /** As YAML, outside of quotes and lists. */
  readonly written: string;
  readonly detail?: string;
}

/** The example of a schema names nobody of the team. */
const people = /(?:^|[._-])(?:author|reviewer|contributors?|owner|manager)$/i;

/** What can be written as the value of a key or as an item of its list, what most articles have first. */
export function completeValue(place: ValuePlace, article: CompletedArticle): Completions | undefined {
  const others = new Set(place.item?.others);
  const offered = valuesFor(article, place.key, place.item?.index).filter(({ text }) => !others.has(text));
  if (offered.length === 0) return undefined;
  // At the end of a value that is complete, and in one that leads to nothing else, all are shown, to take another one.
  const isComplete = place.typed === place.written && offered.some(({ text }) => text === place.written);
  const isStuck = isComplete || !offered.some(({ text }) => resembles(text, place.typed));
  return {
    items: offered.map((value, index) => valueItem(place, article, value, index, isStuck ? place.typed : undefined)),
    isIncomplete: isStuck,
  };
}

function valueItem(
  place: ValuePlace,
  article: CompletedArticle,
  value: OfferedValue,
  index: number,
  filter: string | undefined,
): Completion {
  const { line } = article;
  return {
    label: value.text,
    kind: 'value',
    ...(value.detail === undefined ? {} : { detail: value.detail }),
    range: { start: { line, character: place.start }, end: { line, character: place.end } },
    newText: place.before + inPlace(place, value) + place.behind,
    filterText: filter ?? value.text,
    sortText: String(index).padStart(4, '0'),
    key: place.key,
  };
}

function inPlace({ quote, item }: ValuePlace, { text, written }: OfferedValue): string {
  if (quote === "'") return text.replaceAll("'", "''");
  if (quote === '"') return text.replaceAll(/["\\]/g, String.raw`\$&`);
  // Brackets and commas mean something in a list of this form.
  return item?.isFlow === true && written === text && /[,[\]{}]/.test(text) ? quotedText(text) : written;
}

/** Every value that can be offered for a key, the best first. */
export function valuesFor(article: CompletedArticle, key: string, item?: number): readonly OfferedValue[] {
  const description = keyDescription(article.schemas, key);
  if (description?.successor !== undefined) return [];
  const sole = description === undefined ? '' : soleValueIn(article, description);
  if (description?.dateFormat !== undefined) return sole === '' ? [] : [plain(sole, 'today')];
  if (article.schemas.some(({ unique }) => unique.has(key)))
    return key === 'title' && sole !== '' ? [{ text: heading(article), written: sole, detail: t('the heading') }] : [];
  const { values: used } = article.usedFor(key);
  const allowed = allowedValues(article, key, description, item);
  if (allowed !== undefined) return mostUsedFirst(allowed, used, description);
  const known = [...ofWriter(article, key), ...used.map(ofOthers), ...examples(key, description, item)];
  return distinct(known).filter(({ text }) => description?.deprecatedValues.has(text) !== true);
}

/** The one value that can be meant by a key that the schema describes, as YAML. '' where none is known. */
export function soleValueIn(article: CompletedArticle, description: KeyDescription): string {
  return soleValue(description.key, description, article.today, () => heading(article));
}

function heading({ text, map }: CompletedArticle): string {
  return headingOf(text, locateHeader(text).header?.close?.end ?? map.span.end);
}

/** The values that alone are allowed, retired ones left out; `undefined` where any is. */
function allowedValues(
  article: CompletedArticle,
  key: string,
  description: KeyDescription | undefined,
  item: number | undefined,
): readonly string[] | undefined {
  for (const { enumDependencies } of article.schemas) {
    const found = dependentValues(enumDependencies, key, item ?? 0, (other, index) => valueAt(article, other, index));
    if (found !== undefined) return found;
  }
  if (description === undefined) return undefined;
  const values = item === undefined ? description.values : (description.list?.values ?? []);
  const all = values.length > 0 ? values : description.values;
  if (all.length > 0) return all.filter((value) => !description.deprecatedValues.has(value));
  return description.types.includes('boolean') ? ['true', 'false'] : undefined;
}

/** A value that stands beside, the article's own before an inherited one. */
function valueAt({ map, inherited }: CompletedArticle, key: string, index: number): string | undefined {
  const node = entryOf(map, key)?.value ?? inherited.get(key)?.value;
  const value: LocatedNode | undefined = node?.kind === 'sequence' ? node.items[index] : index === 0 ? node : undefined;
  return value?.kind === 'scalar' && value.value !== null ? String(value.value) : undefined;
}

function mostUsedFirst(
  allowed: readonly string[],
  used: readonly UsedValue[],
  description: KeyDescription | undefined,
): OfferedValue[] {
  const counts = new Map(used.map((value) => [value.text, value.count]));
  return [...allowed]
    .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
    .map((text) => {
      const count = counts.get(text);
      const written = description === undefined ? yamlText(text) : writtenAs(description, text);
      return { text, written, ...(count === undefined ? {} : { detail: usedIn(count) }) };
    });
}

function ofWriter({ author }: CompletedArticle, key: string): OfferedValue[] {
  if (key === 'author' && author.author !== undefined) return [plain(author.author, t('your GitHub ID'))];
  if (key === 'ms.author' && author.alias !== undefined) return [plain(author.alias, t('your Microsoft alias'))];
  return [];
}

function ofOthers({ text, isText, count }: UsedValue): OfferedValue {
  return { text, written: isText ? yamlText(text) : text, detail: usedIn(count) };
}

function usedIn(count: number): string {
  return count === 1 ? t('used in 1 article') : t('used in {0} articles', count);
}

function examples(key: string, description: KeyDescription | undefined, item: number | undefined): OfferedValue[] {
  if (description === undefined || people.test(key)) return [];
  const { list } = description;
  const shown = item === undefined ? description.examples : [...(list?.examples ?? []), ...description.examples];
  // Where YAML needs quotes an example has them.
  return shown.map((example) => plain(/^'(.*)'$/.exec(example)?.[1]?.replaceAll("''", "'") ?? example, 'example'));
}

function plain(text: string, detail: string): OfferedValue {
  return { text, written: yamlText(text), detail };
}

function distinct(values: readonly OfferedValue[]): OfferedValue[] {
  const seen = new Set<string>();
  return values.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** Whether the letters of a text occur in a value in their order: what editors show then. */
function resembles(value: string, typed: string): boolean {
  const letters = value.toLowerCase();
  let at = 0;
  for (const letter of typed.trim().toLowerCase()) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
