import { removeEntry } from '../../frontMatter/edit';
import { certainFix } from '../fix';
import { ruleFor } from '../../schema/customRules';
import { hasValue } from '../../text/locatedNode';
import type { Rule } from '../rule';
import { t } from '../../text/localize';

/**
 * A retired key without a value: the schema's own `attribute-deprecated` speaks only of those with one. Such a line does
 * no harm and can simply go.
 */
export const retiredKeyLeftOver: Rule = ({ document, frontMatter, schemas, subject }) =>
  frontMatter.map.entries.flatMap((entry) => {
    const { key, keySpan, value } = entry;
    if (value.kind !== 'scalar' || hasValue(value.value)) return [];
    const schema = schemas.find(({ retiredKeys }) => retiredKeys.has(key));
    if (schema === undefined) return [];
    const successor = schema.retiredKeys.get(key) ?? '';
    const message = t("'{0}' is retired and empty: remove the line.", key);
    return [
      {
        code: 'attribute-deprecated',
        graded: ruleFor(schema.rules, key, 'attribute-deprecated', subject),
        message: successor === '' ? message : `${message} ${t("Its successor is '{0}'.", successor)}`,
        span: keySpan,
        tag: 'unnecessary',
        fixes: [certainFix(t("Remove '{0}'", key), removeEntry(document.text, entry))],
      },
    ];
  });
