import { readHeadings } from '../structure/headings';
import { findMarkedLines } from '../structure/markedLines';
import type { Profile } from '../structure/profile';
import { articleSections } from '../structure/sections';
import type { SourceDocument } from '../text/sourceDocument';
import { formFindings } from './forms/registry';
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
  const sections = articleSections(document.text, bodyStart, profiles, path, marked);
  if (sections !== undefined) for (const rule of sectionRules) found.push(...rule({ ...context, sections }));
  found.push(...formFindings(document.text, bodyStart));
  return found;
}
