import { readDestination, writeDestination } from '../../core/includes/destinations';
import { addressProblems } from '../../core/links/address';
import { linkProblems, type LinkProblem } from '../../core/links/findings';
import { rangeOf, type PageLink } from '../../core/links/graph';
import type { Diagnostic } from '../../core/rules/diagnostic';
import { certainFix, possibleFix, type Fix } from '../../core/rules/fix';
import { t } from '../../core/text/localize';
import type { Span } from '../../core/text/position';
import type { ArticleFacts } from './articleFacts';
import { startingAt } from './startingAt';

/** How to put right a finding on a link. */
export function linkFixes({ code, range }: Diagnostic, facts: ArticleFacts): Fix[] {
  const link = startingAt(facts.links.links, rangeOf, range);
  if (link === undefined) return [];
  const span = facts.document.spanOf(range);
  if (link.isAddress) {
    const problem = addressProblems(link.written).find((candidate) => candidate.code === code);
    return problem === undefined ? [] : change(span, problem.replacement, problem.isCertain);
  }
  const problem = linkProblems(link, facts.linkWorld).find((candidate) => candidate.code === code);
  // Only case is beyond doubt: the file is there, and no other is called so.
  return problem === undefined ? [] : change(span, written(problem, link, span, facts), code === 'link-case-mismatch');
}

/** The destination as it should be; `undefined` where nobody knows. */
function written(problem: LinkProblem, link: PageLink, span: Span, facts: ArticleFacts): string | undefined {
  const { meantFile, meantBookmark, meantAddress, redirection } = problem;
  if (meantAddress !== undefined) return meantAddress;
  if (meantBookmark !== undefined) return `${link.written.replace(/#.*$/s, '')}#${meantBookmark}`;
  if (meantFile !== undefined) return pathTo(meantFile, link, span, facts);
  if (redirection === undefined) return undefined;
  const { file, url } = redirection;
  return file === undefined ? url : pathTo(file, link, span, facts, /#.*$/s.exec(url)?.[0] ?? '');
}

/** @param suffix query and fragment; those of the link where it is left out */
function pathTo(
  file: string,
  link: PageLink,
  span: Span,
  { document, linkRoots }: ArticleFacts,
  suffix?: string,
): string | undefined {
  const read = readDestination(link.written, 'link');
  if (read === undefined) return undefined;
  const as = suffix === undefined ? read : { ...read, suffix };
  return writeDestination(document.text, { span, kind: 'link' }, as, file, linkRoots);
}

function change(span: Span, newText: string | undefined, isCertain: boolean): Fix[] {
  if (newText === undefined) return [];
  const title = t("Change to '{0}'", newText);
  return [isCertain ? certainFix(title, { span, newText }) : possibleFix(title, { span, newText })];
}
