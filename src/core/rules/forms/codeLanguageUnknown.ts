import { codeLanguages, isCodeLanguage } from '../../directives/codeLanguages';
import type { FencedCode } from '../../structure/forms/forms';
import { isSlip, isSwap } from '../../text/suggest';
import type { Span } from '../../text/position';
import { certainFix, possibleFix } from '../fix';
import type { RuleFinding } from '../rule';
import type { FormRule } from './formRule';
import { t } from '../../text/localize';

/** Shorter words are close to a language by chance, and longer ones are none. */
const [shortest, longest] = [4, 20];
/** In a word of so many letters one that is wrong leaves no doubt. */
const longEnough = 6;
const candidates = codeLanguages.filter((name) => name.length >= shortest);

/** A language that is close to a known one: the code has no colours, and no name above it. */
export const codeLanguageUnknown: FormRule = ({ text, forms }) =>
  forms.fences.flatMap((code): readonly RuleFinding[] => {
    const span = languageOf(text, code);
    const written = text.slice(span.start, span.end);
    if (written.length < shortest || written.length > longest || isCodeLanguage(written)) return [];
    const meant = candidates.find((name) => isSlip(written, name));
    if (meant === undefined) return [];
    const fix = isSwap(written, meant) || written.length >= longEnough ? certainFix : possibleFix;
    return [
      {
        code: 'code-language-unknown',
        message: t("'{0}' is no language that Learn knows. Did you mean '{1}'?", written, meant),
        span,
        fixes: [fix(t("Change '{0}' to '{1}'", written, meant), { span, newText: meant })],
      },
    ];
  });

/** The word behind the fence. */
function languageOf(text: string, { opening }: FencedCode): Span {
  const line = text.slice(opening.start, opening.end);
  const [, fence = '', word = ''] = /^(`{3,}[ \t]*|~{3,}[ \t]*)([^\s{`]*)/.exec(line) ?? [];
  const start = opening.start + fence.length;
  return { start, end: start + word.length };
}
