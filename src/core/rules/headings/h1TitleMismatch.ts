import { headingText } from '../../structure/plainText';
import { possibleFix } from '../fix';
import type { BodyRule } from './bodyRule';
import { t } from '../../text/localize';

/**
 * The heading of level 1 says something else than `title`. Off unless a team turns it on: half of the published articles
 * have a shorter heading. A heading that includes write a part of is left alone.
 */
export const h1TitleMismatch: BodyRule = ({ document: { text }, headings, title }) => {
  const heading = headings.find(({ level }) => level === 1);
  if (heading === undefined || title === undefined || heading.text === title || heading.text.includes('[!')) return [];
  const shown = headingText(heading.text);
  if (shown === '' || isAlike(shown, title)) return [];
  const start = text.indexOf(heading.text, heading.span.start);
  const edit = { span: { start, end: start + heading.text.length }, newText: title };
  return [
    {
      code: 'h1-title-mismatch',
      message: t("The heading of level 1 is not the title of the article, '{0}'.", title),
      span: heading.span,
      fixes: [possibleFix(t("Change the heading to '{0}'", title), edit)],
    },
  ];
};

function isAlike(a: string, b: string): boolean {
  const normal = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
  return normal(a) === normal(b);
}
