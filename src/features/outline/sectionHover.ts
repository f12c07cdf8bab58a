import { labelFor } from '../../core/rules/sections/labels';
import type { Section } from '../../core/structure/profile';
import type { ArticleSections } from '../../core/structure/sections';
import { localized, t } from '../../core/text/localize';
import type { Position, Range } from '../../core/text/position';
import { escapedMarkdown } from '../escapedMarkdown';
import type { ArticleOutline } from './articleOutline';

/** What a hover shows of a section's label, as Markdown. */
export interface SectionHover {
  readonly range: Range;
  readonly value: string;
}

/** What belongs below the label at a position, and which section comes next. */
export function sectionHover({ document, sections }: ArticleOutline, position: Position): SectionHover | undefined {
  if (sections === undefined) return undefined;
  const { start } = document.spanOf({ start: position, end: position });
  const found = sections.groups.flat().find(({ item }) => item.span.start <= start && start <= item.span.end);
  if (found === undefined) return undefined;
  return { range: document.rangeOf(found.item.span), value: explained(found.section, sections) };
}

function explained(section: Section, sections: ArticleSections): string {
  const { profile } = sections;
  const requirement = section.isRequired ? t('required') : t('optional');
  const next = nextOf(section, sections);
  return [
    `${nameOf(section, sections)} · ${requirement} · ${escapedMarkdown(profile.name)}`,
    localized(section.guidance ?? ''),
    next === '' ? '' : t('Next: {0}', next),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The sections that may follow, up to the first one that must. */
function nextOf(section: Section, sections: ArticleSections): string {
  const later = sections.profile.sections.slice(sections.profile.sections.indexOf(section) + 1);
  const must = later.findIndex(({ isRequired }) => isRequired);
  const shown = must === -1 ? later : later.slice(0, must + 1);
  return shown
    .map((next) => (next.isRequired ? nameOf(next, sections) : t('{0} (optional)', nameOf(next, sections))))
    .join(', ');
}

function nameOf(section: Section, sections: ArticleSections): string {
  return `**${escapedMarkdown(labelFor(section, sections))}**`;
}
