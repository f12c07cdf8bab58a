import { underlineEnd } from '../../structure/headings';
import { isWithoutText } from '../../structure/plainText';
import { removal } from '../../text/edit';
import { possibleFix } from '../fix';
import type { SectionRule } from './sectionRule';
import { t } from '../../text/localize';

/** A label with nothing below it. Comments are nothing to readers; an include may be something. */
export const sectionEmpty: SectionRule = ({ document: { text }, sections: { groups } }) =>
  groups
    .flat()
    .filter(
      ({ item, span, hasParts }) => !hasParts && isWithoutText(text.slice(underlineEnd(text, item.span.end), span.end)),
    )
    .map(({ label, item, span }) => ({
      code: 'section-empty',
      message: t("The section '{0}' is empty. Write it, or remove its label.", label),
      span: item.span,
      fixes: [possibleFix(t('Remove the section'), removal(span))],
    }));
