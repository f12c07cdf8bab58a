import { removeEntry } from '../../frontMatter/edit';
import { possibleFix } from '../fix';
import { entryJson } from '../../metadata/effective';
import { hasValue } from '../../text/locatedNode';
import type { Rule } from '../rule';
import { t } from '../../text/localize';

/** An empty key takes away what docfx.json supplies: in DocFX a null overrides like any other value. */
export const attributeShadowsDefault: Rule = ({ document, frontMatter, inherited, schemas }) =>
  frontMatter.map.entries.flatMap((entry) => {
    const { key, keySpan, value } = entry;
    if (value.kind !== 'scalar' || hasValue(value.value)) return [];
    const hidden = inherited.get(key);
    if (hidden === undefined) return [];
    // A retired key is no loss: that is another rule's finding.
    if (schemas.some(({ retiredKeys }) => retiredKeys.has(key))) return [];
    const supplied = entryJson(hidden);
    if (!hasValue(supplied)) return [];
    const shown = typeof supplied === 'string' ? `'${supplied}'` : 'a value';
    return [
      {
        code: 'attribute-shadows-default',
        message: t("The empty '{0}' hides {1} from docfx.json. Remove the line to inherit it.", key, shown),
        span: keySpan,
        fixes: [possibleFix(t("Remove '{0}' to inherit {1}", key, shown), removeEntry(document.text, entry))],
        related: { document: hidden.origin.document, span: hidden.value.span, message: t('The value that is hidden') },
      },
    ];
  });
