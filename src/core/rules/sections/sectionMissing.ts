import { missingSections } from '../../structure/sections';
import { insertion, type TextEdit } from '../../text/edit';
import type { Section } from '../../structure/profile';
import { possibleFix } from '../fix';
import { labelFor, usualForm, written } from './labels';
import type { SectionContext, SectionRule } from './sectionRule';
import { t } from '../../text/localize';

/** A section that every article of the profile has. */
export const sectionMissing: SectionRule = (context) => {
  const { headings, sections } = context;
  const place = headings.find(({ level }) => level === 1) ?? sections.groups[0]?.[0]?.item ?? headings[0];
  return missingSections(sections).map((section) => {
    const label = labelFor(section, sections);
    return {
      code: 'section-missing',
      message: t(
        "The article has no section '{0}', which articles of the kind '{1}' have.",
        label,
        sections.profile.name,
      ),
      span: place?.span ?? { start: context.bodyStart, end: context.bodyStart },
      fixes: [possibleFix(t("Insert the section '{0}'", label), insertionOf(context, section, label))],
    };
  });
};

/** Before the first section that comes later in the order, else behind the last one. */
function insertionOf({ document: { text }, sections }: SectionContext, section: Section, label: string): TextEdit {
  const found = [...(sections.groups[0] ?? [])];
  const rank = sections.profile.sections.indexOf(section);
  const line = written(label, usualForm(sections.groups.flat()));
  const next = found.find((other) => other.rank > rank);
  if (next !== undefined) return insertion(next.span.start, `${line}\n\n`);
  const at = found.at(-1)?.span.end ?? text.length;
  const before = text.slice(0, at);
  const gap = /\n\s*\n$/.test(before) || before === '' ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  return insertion(at, `${gap}${line}\n${at < text.length ? '\n' : ''}`);
}
