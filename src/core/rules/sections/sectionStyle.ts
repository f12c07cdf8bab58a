import { underlineEnd } from '../../structure/headings';
import { plainLabel } from '../../structure/profile';
import type { FoundSection } from '../../structure/sections';
import type { TextEdit } from '../../text/edit';
import { possibleFix } from '../fix';
import { usualForm, written, type LabelForm } from './labels';
import type { SectionRule } from './sectionRule';
import { t } from '../../text/localize';

/** Bold lines and headings as labels in one article. Published articles keep to one of them. */
export const sectionStyle: SectionRule = ({ document: { text }, sections: { groups } }) => {
  const all = groups.flat();
  const form = usualForm(all);
  const writtenLabel = ({ label }: FoundSection): string => written(plainLabel(label), form);
  const others = all.filter(({ item }) => item.kind !== form.kind);
  if (others.length === 0) return [];
  const isBold = form.kind === 'bold';
  const title = isBold ? t('Write all labels as bold lines') : t('Write all labels as headings');
  const fix = possibleFix(title, ...others.map((other) => converted(text, other, form)));
  return others.map((found) => ({
    code: 'section-style',
    message: isBold
      ? t("The other sections of the article have bold lines as labels. Write '{0}'.", writtenLabel(found))
      : t("The other sections of the article have headings as labels. Write '{0}'.", writtenLabel(found)),
    span: found.item.span,
    fixes: [fix],
  }));
};

/** All of a heading goes, its underline included. */
function converted(text: string, found: FoundSection, form: LabelForm): TextEdit {
  const { start, end } = found.item.span;
  return { span: { start, end: underlineEnd(text, end) }, newText: written(plainLabel(found.label), form) };
}
