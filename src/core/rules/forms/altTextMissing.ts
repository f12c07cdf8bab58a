import { blockOf } from '../../directives/blocks';
import { valueOf, type Directive } from '../../structure/forms/directives';
import type { RuleFinding } from '../rule';
import type { FormRule } from './formRule';
import { t } from '../../text/localize';

/** An image that readers with a screen reader get nothing of. Decorative ones say so: `type="icon"`. */
export const altTextMissing: FormRule = ({ forms }) => {
  const written = forms.directives.filter(lacksAltText).map(({ span }): RuleFinding => ({
    code: 'alt-text-missing',
    // Without it the build shows no image at all.
    graded: { code: 'alt-text-missing', severity: 'error' },
    message: t('The image has no alt text, so that the build does not show it. Say what it shows: alt-text="…".'),
    span,
  }));
  const bare = forms.images.map((span): RuleFinding => ({
    code: 'alt-text-missing',
    message: t("The image has no alt text. Say between '[' and ']' what it shows."),
    span,
  }));
  return [...written, ...bare];
};

const known: ReadonlySet<string> = new Set(blockOf('image')?.attributes.map(({ name }) => name));

/** Whether an element that is well formed otherwise is an image without its text. */
export function lacksAltText(directive: Directive): boolean {
  const { block, isEnd, problem } = directive;
  return (
    block?.name === 'image' &&
    !isEnd &&
    problem === undefined &&
    // An attribute that is none may be the text under another name.
    directive.attributes.every(({ name }) => known.has(name)) &&
    valueOf(directive, 'type') !== 'icon' &&
    (valueOf(directive, 'alt-text') ?? '').trim() === ''
  );
}
