import { readHeadings } from '../structure/headings';
import { findMarkedLines, type MarkedLines } from '../structure/markedLines';
import { readOutline } from '../structure/outline';
import { isNamed, type Profile } from '../structure/profile';
import { findSections, mayHaveSections, type ArticleSections } from '../structure/sections';
import type { SourceDocument } from '../text/sourceDocument';
import { headingRules, tabLabel } from './headings/registry';
import type { RuleFinding } from './rule';
import { sectionRules } from './sections/registry';

/**
 * What is found in the body of an article.
 *
 * @param title the effective one
 * @param path from the folder of the configuration, as the files of a profile are named
 */
export function bodyFindings(
  document: SourceDocument,
  bodyStart: number,
  title: string | undefined,
  profiles: readonly Profile[],
  path: string,
): readonly RuleFinding[] {
  const marked = findMarkedLines(document.text, bodyStart);
  const headings = readHeadings(document.text, bodyStart, marked).filter((heading) => !tabLabel.test(heading.text));
  const context = { document, bodyStart, headings, title };
  const found = headingRules.flatMap((rule) => rule(context));
  const sections = sectionsOf(document.text, bodyStart, marked, profiles, path);
  if (sections !== undefined) for (const rule of sectionRules) found.push(...rule({ ...context, sections }));
  return found;
}

function sectionsOf(
  text: string,
  bodyStart: number,
  marked: MarkedLines,
  profiles: readonly Profile[],
  path: string,
): ArticleSections | undefined {
  const named = (profile: Profile): boolean => isNamed(profile, path);
  if (!profiles.some(named) && !mayHaveSections(text, marked, profiles)) return undefined;
  return findSections(readOutline(text, bodyStart), text.length, profiles, named);
}
