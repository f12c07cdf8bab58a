import { mayHaveFormMistakes } from '../../structure/forms/candidates';
import { readForms } from '../../structure/forms/forms';
import type { RuleFinding } from '../rule';
import { alertMalformed } from './alertMalformed';
import { alertUnknown } from './alertUnknown';
import { altTextMissing, lacksAltText } from './altTextMissing';
import { codeBlockUnclosed } from './codeBlockUnclosed';
import { codeLanguageUnknown } from './codeLanguageUnknown';
import { directiveFindings, directiveForm } from './directiveForm';
import { directiveNesting } from './directiveNesting';
import { directiveUnknown } from './directiveUnknown';
import type { FormRule } from './formRule';
import { noteSection } from './noteSection';

/** Every rule on the forms of a text: alerts, `:::` elements, images and code. */
const formRules: readonly FormRule[] = [
  alertUnknown,
  alertMalformed,
  noteSection,
  directiveUnknown,
  directiveForm,
  directiveNesting,
  altTextMissing,
  codeLanguageUnknown,
  codeBlockUnclosed,
];

/**
 * What is wrong with the forms of an article or an include file.
 *
 * @param from where the body starts
 */
export function formFindings(text: string, from: number): readonly RuleFinding[] {
  const isFine = (directive: Parameters<typeof lacksAltText>[0]): boolean =>
    !lacksAltText(directive) && directiveFindings(text, directive).length === 0;
  if (!mayHaveFormMistakes(text, from, isFine)) return [];
  const context = { text, forms: readForms(text, from) };
  return formRules.flatMap((rule) => rule(context));
}
