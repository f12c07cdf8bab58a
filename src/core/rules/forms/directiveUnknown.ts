import { blocks } from '../../directives/blocks';
import { closestWord, isSlip } from '../../text/suggest';
import { certainFix, possibleFix } from '../fix';
import type { RuleFinding } from '../rule';
import type { FormRule } from './formRule';
import { t } from '../../text/localize';

const names = blocks.flatMap(({ name, ends }) => (ends === 'never' ? [name] : [name, `${name}-end`]));
/** Shorter words and longer ones are close to a name by chance. */
const [shortest, longest] = [4, 20];

/** `:::imgae`: readers see the line as text. Names that are close to none may be those of another tool. */
export const directiveUnknown: FormRule = ({ text, forms }) =>
  forms.directives.flatMap(({ block, nameSpan, span, name, isEnd }): readonly RuleFinding[] => {
    if (block !== undefined) return [];
    const written = isEnd ? `${name}-end` : name;
    const meant = written.length < shortest || written.length > longest ? undefined : closestWord(written, names);
    if (meant === undefined) return [];
    const shown = text.slice(nameSpan.start, nameSpan.end);
    const edit = { span: nameSpan, newText: meant };
    return [
      {
        code: 'triple-colon-unknown',
        message: t("There is no '{0}'. Did you mean '{1}'?", `:::${shown}`, `:::${meant}`),
        span: { start: span.start, end: nameSpan.end },
        fixes: [(isSlip(written, meant) ? certainFix : possibleFix)(t("Change '{0}' to '{1}'", shown, meant), edit)],
      },
    ];
  });
