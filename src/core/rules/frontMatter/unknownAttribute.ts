import { closest } from '../../text/suggest';
import type { Rule } from '../rule';

/**
 * A key that nobody knows but that is close to one that the schemas describe. A team's own key is left alone: one that
 * docfx.json sets, too, or that resembles nothing. Source: the typos in the history of real articles.
 */
export const unknownAttribute: Rule = ({ frontMatter, inherited, schemas }) => {
  const known = new Set(schemas.flatMap((schema) => [...schema.knownKeys]));
  return frontMatter.map.entries.flatMap(({ key, keySpan }) => {
    if (known.has(key) || inherited.has(key)) return [];
    const meant = closest(key, known);
    if (meant === undefined) return [];
    return [
      {
        code: 'unknown-attribute',
        message: `Unknown key '${key}'. Did you mean '${meant}'?`,
        span: keySpan,
      },
    ];
  });
};
