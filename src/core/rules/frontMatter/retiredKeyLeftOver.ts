import { hasValue, toJson } from '../../text/locatedNode';
import type { Rule } from '../rule';

/**
 * A retired key without a value: the schema's own `attribute-deprecated` speaks only of those with one. Such a line does
 * no harm and can simply go.
 */
export const retiredKeyLeftOver: Rule = ({ frontMatter, schemas }) => {
  const retired = new Map(schemas.flatMap((schema) => [...schema.retiredKeys]));
  return frontMatter.map.entries.flatMap(({ key, keySpan, value }) => {
    if (!retired.has(key) || value.kind !== 'scalar' || hasValue(toJson(value))) return [];
    const successor = retired.get(key) ?? '';
    const advice = successor === '' ? '' : ` Its successor is '${successor}'.`;
    return [
      {
        code: 'attribute-deprecated',
        message: `'${key}' is retired and empty: remove the line.${advice}`,
        span: keySpan,
        tag: 'unnecessary',
      },
    ];
  });
};
