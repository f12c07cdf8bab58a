import { renameEntry } from '../../frontMatter/edit';
import { closest, differsInSpellingOnly } from '../../text/suggest';
import type { Rule } from '../rule';
import { t } from '../../text/localize';

/**
 * A key that nobody knows but that is close to one that the schemas describe. A team's own key is left alone: one that
 * docfx.json sets, too, or that resembles nothing. Source: the typos in the history of real articles.
 */
export const unknownAttribute: Rule = ({ document, frontMatter, inherited, schemas }) => {
  const found = frontMatter.map.entries.flatMap((entry) => {
    const { key } = entry;
    if (inherited.has(key) || schemas.some(({ knownKeys }) => knownKeys.has(key))) return [];
    const meant = closest(
      key,
      schemas.flatMap(({ knownKeys }) => [...knownKeys]),
    );
    return meant === undefined ? [] : [{ entry, meant }];
  });
  return found.map(({ entry, meant }) => {
    const { key, keySpan } = entry;
    // Two of one name would be one too many.
    const isOne = found.filter((other) => other.meant === meant).length === 1;
    const isCertain = isOne && differsInSpellingOnly(key, meant);
    return {
      code: 'unknown-attribute',
      message: t("Unknown key '{0}'. Did you mean '{1}'?", key, meant),
      span: keySpan,
      fixes: [renameEntry(document.text, frontMatter.map, entry, meant, isCertain)],
    };
  });
};
