import { normalLabel, type Section } from '../../structure/profile';
import type { OutlineItem } from '../../structure/outline';
import type { ArticleSections, FoundSection } from '../../structure/sections';

/** How an article writes its labels. */
export type LabelForm = { readonly kind: 'bold' } | { readonly kind: 'heading'; readonly level: number };

/** The form of most of the sections; of the first one where as many have each. */
export function usualForm(found: readonly FoundSection[]): LabelForm {
  const forms = found.map(({ item }) => formOf(item));
  const count = (kind: LabelForm['kind']): number => forms.filter((form) => form.kind === kind).length;
  const [first] = forms;
  const kind = count('bold') === count('heading') ? first?.kind : count('bold') > count('heading') ? 'bold' : 'heading';
  return forms.find((form) => form.kind === kind) ?? { kind: 'bold' };
}

function formOf(item: OutlineItem): LabelForm {
  return item.kind === 'bold' ? { kind: 'bold' } : { kind: 'heading', level: item.level };
}

export function written(label: string, form: LabelForm): string {
  return form.kind === 'bold' ? `**${label}**` : `${'#'.repeat(form.level)} ${label}`;
}

/** The preferred label of a section in the language of the others. */
export function labelFor(section: Section, sections: ArticleSections): string {
  return labelsFor(section, sections)[0] ?? section.id;
}

/** The labels of a section in the language of the others, the preferred one first. */
export function labelsFor({ titles, translations = {} }: Section, { groups }: ArticleSections): readonly string[] {
  const languages = groups.flat().flatMap(({ section: other, label }) => languageOf(other, label) ?? []);
  const [language] = languages;
  return (language === undefined ? undefined : translations[language]) ?? titles;
}

/** The language of a label; `undefined` for one that the section has without a language. */
function languageOf({ titles, translations = {} }: Section, label: string): string | undefined {
  const isAmong = (labels: readonly string[]): boolean =>
    labels.some((other) => normalLabel(other) === normalLabel(label));
  if (isAmong(titles)) return undefined;
  return Object.entries(translations).find(([, labels]) => isAmong(labels))?.[0];
}
