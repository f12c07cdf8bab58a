import { readHeadings } from '../structure/headings';
import { findMarkedLines, type MarkedLines } from '../structure/markedLines';
import { readOutline } from '../structure/outline';
import type { Profile } from '../structure/profile';
import { findSections, mayHaveSections, type ArticleSections } from '../structure/sections';
import type { SourceDocument } from '../text/sourceDocument';
import { h1Missing } from './headings/h1Missing';
import { headingRules, tabLabel } from './headings/registry';
import type { RuleFinding } from './rule';
import { sectionRules } from './sections/registry';

export interface BodyFinding {
  readonly finding: RuleFinding;
  /** Whether it holds only where no include brings in what is missed. */
  readonly unlessIncluded: boolean;
}

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
): readonly BodyFinding[] {
  const marked = findMarkedLines(document.text, bodyStart);
  const headings = readHeadings(document.text, bodyStart, marked).filter((heading) => !tabLabel.test(heading.text));
  const found: BodyFinding[] = [];
  const heading = { document, bodyStart, headings, title };
  for (const rule of headingRules)
    for (const finding of rule(heading)) found.push({ finding, unlessIncluded: rule === h1Missing });
  const sections = sectionsOf(document.text, bodyStart, marked, profiles, path);
  if (sections === undefined) return found;
  const context = { document, bodyStart, headings, sections };
  for (const rule of sectionRules) for (const finding of rule(context)) found.push({ finding, unlessIncluded: false });
  return found;
}

function sectionsOf(
  text: string,
  bodyStart: number,
  marked: MarkedLines,
  profiles: readonly Profile[],
  path: string,
): ArticleSections | undefined {
  const isNamed = ({ files }: Profile): boolean => files.some((glob) => glob.matches(path));
  if (!profiles.some(isNamed) && !mayHaveSections(text, marked, profiles)) return undefined;
  return findSections(readOutline(text, bodyStart), text.length, profiles, isNamed);
}
