import { renameEntry } from '../../frontMatter/edit';
import { closest, differsInSpellingOnly } from '../../text/suggest';
import type { Rule } from '../rule';
import { t } from '../../text/localize';

/**
 * A key that nobody knows but that is close to one that the schemas describe. A team's own key is left alone: one that
 * docfx.json sets, too, or that resembles nothing. Source: the typos in the history of real articles.
 */
export const unknownAttribute: Rule = ({ document, frontMatter, inherited, schemas }) =>
  frontMatter.map.entries.flatMap((entry) => {
    const { key, keySpan } = entry;
    if (inherited.has(key) || schemas.some(({ knownKeys }) => knownKeys.has(key))) return [];
    const meant = closest(
      key,
      schemas.flatMap(({ knownKeys }) => [...knownKeys]),
    );
    if (meant === undefined) return [];
    return [
      {
        code: 'unknown-attribute',
        message: t("Unknown key '{0}'. Did you mean '{1}'?", key, meant),
        span: keySpan,
        fixes: [renameEntry(document.text, frontMatter.map, entry, meant, differsInSpellingOnly(key, meant))],
      },
    ];
  });
