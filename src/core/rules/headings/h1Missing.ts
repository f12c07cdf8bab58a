import { headingText, isInvisible } from '../../structure/plainText';
import { insertion } from '../../text/edit';
import { lineEndOf } from '../../text/lines';
import { possibleFix, type Fix } from '../fix';
import type { RuleFinding } from '../rule';
import type { BodyRule } from './bodyRule';
import { changeLevel } from './levels';
import { t } from '../../text/localize';

/**
 * An article with a text and without a heading of level 1. An include may bring one in: `docset/findings.ts` leaves the
 * finding out where one does, or might. Source: content rules of the Learn build.
 */
export const h1Missing: BodyRule = ({ document: { text }, bodyStart, headings, title }): readonly RuleFinding[] => {
  if (headings.some(({ level }) => level === 1) || isInvisible(text.slice(bodyStart))) return [];
  const start = firstLine(text, bodyStart);
  const [first] = headings;
  const fixes: Fix[] = [];
  if (title !== undefined) fixes.push(possibleFix(t("Insert '# {0}'", title), insertion(start, `# ${title}\n\n`)));
  if (first !== undefined)
    fixes.push(
      possibleFix(t("Make '{0}' the heading of level 1", headingText(first.text)), changeLevel(text, first, 1)),
    );
  const message = t("The article has no heading of level 1. Begin it with '# ' and its title.");
  const span = { start, end: lineEndOf(text, start) };
  return [{ code: 'h1-missing', message, span, fixes, unlessIncluded: true }];
};

/** The first line of the body that is not blank; the end of the text where there is none. */
function firstLine(text: string, from: number): number {
  const blank = /^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(text.slice(from))?.[0] ?? '';
  return from + blank.length;
}
