import { tabLabel } from '../../core/rules/headings/registry';
import { localized, t } from '../../core/text/localize';
import { labelFor, labelsFor, usualForm, written, type LabelForm } from '../../core/rules/sections/labels';
import { readOutline, type OutlineItem } from '../../core/structure/outline';
import { isNamed, labelsOf, type Profile, type Section } from '../../core/structure/profile';
import {
  findSections,
  saysAsMuch,
  sectionsOfProfile,
  type ArticleSections,
  type FoundSection,
} from '../../core/structure/sections';
import { lineBreakOf } from '../../core/text/lines';
import type { Position } from '../../core/text/position';
import { snippetText } from '../snippetText';
import type { Completion, Completions } from './completion';
import { highestLevel, sectionPlaceAt, type SectionPlace } from './sectionPlace';

/** What completion of sections asks about an article's surroundings. */
export interface SectionWorld {
  readonly profiles: readonly Profile[];
  /** Of the article, from the folder of the configuration, as the files of a profile are named. */
  readonly path: string;
}

/**
 * The sections that an article lacks, the next expected one first, where the label of one may be written. Whoever writes an
 * article that is of no profile yet must have typed how one begins.
 *
 * @param trigger the character that asked by being typed; `undefined` where the writer did
 */
export function completeSection(
  text: string,
  position: Position,
  trigger: string | undefined,
  { profiles, path }: SectionWorld,
): Completions | undefined {
  const place = sectionPlaceAt(text, position, trigger);
  if (place === undefined) return undefined;
  const typed = letters(place.typed);
  // Prose begins otherwise, and costs no more than this.
  const isWord = profiles.some(({ sections }) => sections.some((section) => isMeant(section, typed)));
  if (!isWord) return undefined;
  const { span, bodyStart } = place;
  const others = text.slice(0, span.start) + text.slice(span.end);
  const outline = readOutline(others, bodyStart);
  if (isAboveTitle(span.start, outline)) return undefined;
  const found = findSections(outline, others.length, profiles, (profile) => isNamed(profile, path));
  if (found === undefined && typed === '') return undefined;
  const candidates =
    found !== undefined
      ? [found]
      : profiles.filter(({ detect }) => detect).map((profile) => sectionsOfProfile(outline, others.length, profile));
  const writer = new LabelWriter(place, typed, lineBreakOf(text));
  const items = candidates.flatMap((sections) =>
    lackingAt(place, sections, outline, others.length)
      .filter((section) => isMeant(section, typed))
      .flatMap((section) => writer.itemsOf(section, sections)),
  );
  return items.length === 0 ? undefined : { items: withoutTwins(items).map(inThisOrder), isIncomplete: false };
}

/** Whether the article's own heading is still to come. */
function isAboveTitle(at: number, outline: readonly OutlineItem[]): boolean {
  const title = outline.find((item) => item.kind === 'heading' && item.level === 1 && !tabLabel.test(item.text));
  return title !== undefined && title.span.start >= at;
}

/** Two profiles may have the same section. */
function withoutTwins(items: readonly Completion[]): readonly Completion[] {
  return items.filter(({ label }, index) => items.findIndex((other) => other.label === label) === index);
}

function inThisOrder(item: Completion, index: number): Completion {
  return { ...item, sortText: String(index).padStart(3, '0') };
}

/**
 * The sections that are not there, the next expected one first, then those that come later in the order of the profile.
 * Where sections repeat from heading to heading, each heading has its own.
 */
function lackingAt(
  { span, form }: SectionPlace,
  sections: ArticleSections,
  outline: readonly OutlineItem[],
  end: number,
): readonly Section[] {
  const { profile, groups } = sections;
  const all = groups.flat();
  const group = repeats(groups) ? groupAt(span.start, form ?? usualForm(all), sections, outline, end) : all;
  const there = new Set(group.map(({ section }) => section.id));
  const rank = group.findLast(({ item }) => item.span.start < span.start)?.rank ?? -1;
  const isLacking = ({ id }: Section): boolean => !there.has(id);
  const later = profile.sections.slice(rank + 1).filter(isLacking);
  const earlier = profile.sections.slice(0, rank + 1).filter(isLacking);
  const next = later.find((section) => isExpected(section) && !saysAsMuch(section, there));
  return [...(next === undefined ? [] : [next]), ...later.filter((section) => section !== next), ...earlier];
}

function isExpected({ isRequired, isUsual = false }: Section): boolean {
  return isRequired || isUsual;
}

/** Whether a section stands below two headings: the article answers several questions. */
function repeats(groups: ArticleSections['groups']): boolean {
  const ids = groups.flatMap((group) => [...new Set(group.map(({ section }) => section.id))]);
  return new Set(ids).size < ids.length;
}

/** The sections that a label at an offset would stand with. */
function groupAt(
  at: number,
  form: LabelForm,
  { profile }: ArticleSections,
  outline: readonly OutlineItem[],
  end: number,
): readonly FoundSection[] {
  const label = { ...form, span: { start: at, end: at }, text: profile.sections[0]?.titles[0] ?? '' };
  const above = outline.filter(({ span }) => span.start < at);
  const { groups } = sectionsOfProfile([...above, label, ...outline.slice(above.length)], end, profile);
  const group = groups.find((found) => found.some(({ item }) => item === label));
  return group?.filter(({ item }) => item !== label) ?? [];
}

/** Whether a section is known by a word that begins with the letters. */
function isMeant(section: Section, typed: string): boolean {
  return wordsFor(section).some((word) => letters(word).startsWith(typed));
}

function wordsFor(section: Section): readonly string[] {
  return [...labelsOf(section), section.id];
}

/** A word without what writers leave out: `longterm` is `Long-term`. */
function letters(word: string): string {
  return word.replaceAll(/[\s-]/g, '').toLowerCase();
}

/** Writes the labels of sections at a place. */
class LabelWriter {
  constructor(
    private readonly place: SectionPlace,
    private readonly typed: string,
    private readonly lineBreak: string,
  ) {}

  itemsOf(section: Section, sections: ArticleSections): readonly Completion[] {
    const label = this.labelOf(section, sections);
    return this.formsFor(sections).map((form) => this.item(section, label, form, sections));
  }

  /** The one that was begun, else the preferred one, in the language of the article. */
  private labelOf(section: Section, sections: ArticleSections): string {
    const labels = sections.groups.length > 0 ? labelsFor(section, sections) : labelsOf(section);
    const begun = this.typed === '' ? undefined : labels.find((label) => letters(label).startsWith(this.typed));
    return begun ?? labelFor(section, sections);
  }

  /** That of the other sections, or the one that was begun; both where there is neither. */
  private formsFor({ groups }: ArticleSections): readonly LabelForm[] {
    const { form } = this.place;
    if (groups.length > 0) return [usualForm(groups.flat())];
    return form === undefined ? [{ kind: 'bold' }, { kind: 'heading', level: highestLevel }] : [form];
  }

  private item(section: Section, label: string, form: LabelForm, { profile }: ArticleSections): Completion {
    const { range, before, needsBlank } = this.place;
    const line = written(label, form);
    const above = needsBlank.before ? this.lineBreak : '';
    const below = this.lineBreak.repeat(2);
    const end = needsBlank.behind ? this.lineBreak : '';
    return {
      label: line,
      ...(section.isRequired ? { description: t('required') } : {}),
      kind: 'section',
      detail: profile.name,
      range,
      newText: above + line + below + end,
      snippet: `${above}${snippetText(line)}${below}$0${end}`,
      filterText: before + [label, ...wordsFor(section), letters(section.id)].join(' '),
      sortText: '',
      ...(section.guidance === undefined ? {} : { documentation: localized(section.guidance) }),
    };
  }
}
