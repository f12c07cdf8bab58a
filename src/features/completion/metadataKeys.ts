import type { KeyDescription } from '../../core/schema/describe';
import { keyDescription, keyOrder } from '../metadata/descriptions';
import { localized, t } from '../../core/text/localize';
import { shortValue } from '../metadata/shortValue';
import { snippetText } from '../snippetText';
import type { Completion, Completions } from './completion';
import type { CompletedArticle } from './metadata';
import type { KeyPlace } from './metadataPlace';
import { soleValueIn, valuesFor } from './metadataValues';

/** A menu of more is searched by typing, which a list of choices does not allow. */
const maxChoices = 20;

/**
 * The keys that an article lacks: required ones first, then recommended ones, then the others, then those that docfx.json
 * supplies; retired ones never.
 */
export function completeKey(place: KeyPlace, article: CompletedArticle): Completions {
  const present = new Set(
    article.map.entries
      .filter(({ keySpan }) => keySpan.start !== article.lineStart + place.start)
      .map(({ key }) => key),
  );
  const items = keyOrder(article.schemas).flatMap((key, index) => {
    const description = keyDescription(article.schemas, key);
    if (description === undefined || description.successor !== undefined || present.has(key)) return [];
    return [keyItem(place, article, description, index)];
  });
  return { items, isIncomplete: false };
}

const ranks = { required: 0, recommended: 1, optional: 2 } as const;

function keyItem(place: KeyPlace, article: CompletedArticle, description: KeyDescription, index: number): Completion {
  const { key, title, requirement } = description;
  const inherited = article.inherited.get(key);
  const rank = inherited === undefined ? ranks[requirement] : 3;
  const detail = inherited === undefined ? localized(title) : t('inherited: {0}', shortValue(inherited));
  return {
    label: key,
    ...(requirement === 'optional' ? {} : { description: localized(requirement) }),
    kind: 'key',
    ...(detail === undefined ? {} : { detail }),
    range: {
      start: { line: article.line, character: place.start },
      end: { line: article.line, character: place.end },
    },
    ...insertedFor(place, article, description),
    filterText: key,
    sortText: `${rank}${String(index).padStart(4, '0')}`,
    key,
  };
}

type Inserted = Pick<Completion, 'newText' | 'snippet' | 'goesOn'>;

function insertedFor(place: KeyPlace, article: CompletedArticle, description: KeyDescription): Inserted {
  const { key } = description;
  if (place.hasColon) return { newText: key };
  if (place.hasValueBelow) return { newText: `${key}:` };
  const sole = soleValueIn(article, description);
  if (sole !== '') return { newText: `${key}: ${sole}`, snippet: `${snippetText(key)}: \${1:${snippetText(sole)}}` };
  if (article.usedFor(key).mostlyLists || (description.list?.isUsual === true && description.values.length === 0)) {
    const item = `${article.lineBreak}  - `;
    return {
      newText: `${key}:${item}`,
      snippet: `${snippetText(key)}:${item}$1`,
      goesOn: valuesFor(article, key, 0).length > 0,
    };
  }
  const values = valuesFor(article, key);
  const isFixed = description.values.length > 0 || description.types.includes('boolean');
  if (isFixed && values.length > 0 && values.length <= maxChoices) {
    const choices = values.map(({ written }) => written.replaceAll(/[\\,|]/g, String.raw`\$&`)).join(',');
    return { newText: `${key}: `, snippet: `${snippetText(key)}: \${1|${choices}|}` };
  }
  return { newText: `${key}: `, snippet: `${snippetText(key)}: $1`, goesOn: values.length > 0 };
}
