import type { Span } from '../text/position';
import type { Heading } from './headings';
import { findMarkedLines, type MarkedLines } from './markedLines';
import { readOutline, type OutlineItem } from './outline';
import { headingText } from './plainText';
import { isNamed, labelsOf, normalLabel, type Profile, type Section } from './profile';

/** A section of an article. */
export interface FoundSection {
  readonly section: Section;
  /** Place of the section in the order of the profile. */
  readonly rank: number;
  readonly item: OutlineItem;
  /** The label as it is written. */
  readonly label: string;
  /** From the label's line to where the next section, or a heading that is not below this one, begins. */
  readonly span: Span;
  /** Whether a heading below its own follows at once. */
  readonly hasParts: boolean;
}

/** Sections below one heading: an article may answer several questions, each with sections of its own. */
export type SectionGroup = readonly FoundSection[];

/** The profile that an article is of, and its sections. */
export interface ArticleSections {
  readonly profile: Profile;
  readonly groups: readonly SectionGroup[];
}

/**
 * The sections of an article; `undefined` where it is of no profile.
 *
 * @param path from the folder of the configuration, as the files of a profile are named
 */
export function articleSections(
  text: string,
  bodyStart: number,
  profiles: readonly Profile[],
  path: string,
  marked = findMarkedLines(text, bodyStart),
): ArticleSections | undefined {
  const named = (profile: Profile): boolean => isNamed(profile, path);
  if (!profiles.some(named) && !mayHaveSections(text, marked, profiles)) return undefined;
  return findSections(readOutline(text, bodyStart), text.length, profiles, named);
}

/**
 * Tells of which profile an article is: of one that names it, else of one of which a group of its sections has two labels
 * or more; the one with the most sections, and where two have as many the one that misses the fewest or asks for the fewest.
 *
 * @param named whether a profile names the article
 */
export function findSections(
  outline: readonly OutlineItem[],
  end: number,
  profiles: readonly Profile[],
  named: (profile: Profile) => boolean,
): ArticleSections | undefined {
  const candidates = profiles.flatMap((profile) => {
    const groups = groupsOf(outline, end, profile);
    const belongs = named(profile);
    const count = Math.max(0, ...groups.map(distinct));
    if (!belongs && (!profile.detect || count < 2)) return [];
    const missing = missingSections({ profile, groups }).length;
    return [{ profile, groups, belongs, count, missing }];
  });
  candidates.sort(
    (a, b) =>
      Number(b.belongs) - Number(a.belongs) ||
      b.count - a.count ||
      a.missing - b.missing ||
      a.profile.sections.length - b.profile.sections.length,
  );
  const [best] = candidates;
  return best === undefined ? undefined : { profile: best.profile, groups: best.groups };
}

/** What an article has of the sections of a profile, whether it is of that profile or not. */
export function sectionsOfProfile(outline: readonly OutlineItem[], end: number, profile: Profile): ArticleSections {
  return { profile, groups: groupsOf(outline, end, profile) };
}

const labelPatterns = new WeakMap<readonly Profile[], RegExp>();

/** Whether two lines look like labels of the profiles: most articles have none, and need not be read any further. */
export function mayHaveSections(text: string, marked: MarkedLines, profiles: readonly Profile[]): boolean {
  const label = labelPattern(profiles);
  let count = 0;
  for (const start of marked.labels) {
    label.lastIndex = start;
    if (label.test(text) && ++count === 2) return true;
  }
  return false;
}

function labelPattern(profiles: readonly Profile[]): RegExp {
  const known = labelPatterns.get(profiles);
  if (known !== undefined) return known;
  const labels = profiles.flatMap(({ sections }) => sections.flatMap(labelsOf));
  const escaped = labels.map((label) =>
    label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '[\\s\\u00a0]{1,9}'),
  );
  const before = '(?:#{1,6}[ \\t]{1,99})?(?:<[^<>\\n]{0,300}>){0,9}(?:\\*\\*|__)?[ \\t\\u00a0]{0,99}';
  const pattern = new RegExp(`${before}(?:${escaped.join('|')})`, 'iy');
  labelPatterns.set(profiles, pattern);
  return pattern;
}

/** Required sections that no group has, nor one that says as much. */
export function missingSections({ profile, groups }: ArticleSections): readonly Section[] {
  const there = new Set(groups.flatMap((group) => group.map(({ section }) => section.id)));
  return profile.sections.filter((section) => section.isRequired && !saysAsMuch(section, there));
}

/** Whether a section, or one that says as much, is among those with the given ids. */
export function saysAsMuch({ id, alternatives = [] }: Section, ids: ReadonlySet<string>): boolean {
  return [id, ...alternatives].some((other) => ids.has(other));
}

function distinct(group: SectionGroup): number {
  return new Set(group.map(({ section }) => section.id)).size;
}

function groupsOf(outline: readonly OutlineItem[], end: number, profile: Profile): readonly SectionGroup[] {
  const ranks = ranksOf(profile);
  const rankAt = outline.map((item) => ranks.get(normalLabel(labelOf(item))));
  const ends = endsOf(outline, rankAt, end);
  const groups = new Map<Heading | undefined, FoundSection[]>();
  /** The headings that the current place is below, outermost first. Labels are none of them. */
  const above: Heading[] = [];
  for (const [index, item] of outline.entries()) {
    const rank = rankAt[index];
    const section = rank === undefined ? undefined : profile.sections[rank];
    if (section === undefined || rank === undefined) {
      if (item.kind === 'heading') enter(above, item);
      continue;
    }
    const level = levelOf(item);
    const below = levelOf(outline[index + 1]);
    // A bold line stands below the last heading, whatever its level.
    const parent = above.findLast((heading) => heading.level < level);
    const group = groups.get(parent) ?? [];
    groups.set(parent, group);
    group.push({
      section,
      rank,
      item,
      label: labelOf(item),
      span: { start: item.span.start, end: ends[index] ?? end },
      hasParts: level < boldLevel && below > level && below < boldLevel,
    });
  }
  return [...groups.values()];
}

function enter(above: Heading[], heading: Heading): void {
  while ((above.at(-1)?.level ?? 0) >= heading.level) above.pop();
  above.push(heading);
}

/** Where each section ends: at the next label, or at a heading that is not below it. */
function endsOf(
  outline: readonly OutlineItem[],
  rankAt: readonly (number | undefined)[],
  end: number,
): readonly number[] {
  const ends: number[] = [];
  let nextLabel = end;
  /** The next heading of each level. */
  const nextHeading = Array.from({ length: boldLevel }, () => end);
  for (let index = outline.length - 1; index >= 0; index--) {
    const item = outline[index];
    if (item === undefined) continue;
    ends[index] = Math.min(nextLabel, ...nextHeading.slice(0, levelOf(item) + 1));
    if (rankAt[index] !== undefined) nextLabel = item.span.start;
    if (item.kind === 'heading') nextHeading[item.level] = item.span.start;
  }
  return ends;
}

function ranksOf({ sections }: Profile): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const [rank, section] of sections.entries())
    for (const label of labelsOf(section).map(normalLabel)) if (!ranks.has(label)) ranks.set(label, rank);
  return ranks;
}

function labelOf(item: OutlineItem): string {
  return item.kind === 'heading' ? headingText(item.text) : item.text.trim();
}

/** Below every heading. */
const boldLevel = 7;

/** 0 for nothing. */
function levelOf(item: OutlineItem | undefined): number {
  if (item === undefined) return 0;
  return item.kind === 'heading' ? item.level : boldLevel;
}
