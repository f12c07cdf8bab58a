import { removeEntry } from '../../frontMatter/edit';
import { possibleFix } from '../fix';
import { entryJson } from '../../metadata/effective';
import { hasValue } from '../../text/locatedNode';
import type { Rule } from '../rule';

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
        message: `The empty '${key}' hides ${shown} from docfx.json. Remove the line to inherit it.`,
        span: keySpan,
        fixes: [possibleFix(`Remove '${key}' to inherit ${shown}`, removeEntry(document.text, entry))],
        related: { document: hidden.origin.document, span: hidden.value.span, message: 'The value that is hidden' },
      },
    ];
  });
