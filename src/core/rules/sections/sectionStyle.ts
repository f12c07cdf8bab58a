import { underlineEnd } from '../../structure/headings';
import { plainLabel } from '../../structure/profile';
import type { FoundSection } from '../../structure/sections';
import type { TextEdit } from '../../text/edit';
import { possibleFix } from '../fix';
import { usualForm, written, type LabelForm } from './labels';
import type { SectionRule } from './sectionRule';

/** Bold lines and headings as labels in one article. Published articles keep to one of them. */
export const sectionStyle: SectionRule = ({ document: { text }, sections: { groups } }) => {
  const all = groups.flat();
  const form = usualForm(all);
  const others = all.filter(({ item }) => item.kind !== form.kind);
  if (others.length === 0) return [];
  const name = form.kind === 'bold' ? 'bold lines' : 'headings';
  const fix = possibleFix(`Write all labels as ${name}`, ...others.map((other) => converted(text, other, form)));
  return others.map((found) => ({
    code: 'section-style',
    message: `The other sections of the article have ${name} as labels. Write '${written(plainLabel(found.label), form)}'.`,
    span: found.item.span,
    fixes: [fix],
  }));
};

/** All of a heading goes, its underline included. */
function converted(text: string, found: FoundSection, form: LabelForm): TextEdit {
  const { start, end } = found.item.span;
  return { span: { start, end: underlineEnd(text, end) }, newText: written(plainLabel(found.label), form) };
}
