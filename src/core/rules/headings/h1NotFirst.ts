import { isInvisible } from '../../structure/plainText';
import type { BodyRule } from './bodyRule';
import { t } from '../../text/localize';

/**
 * Something that readers see stands before the heading of level 1. Comments may stand there, and includes: what they bring
 * is not for this article to change. Source: content rules of the Learn build.
 */
export const h1NotFirst: BodyRule = ({ document: { text }, bodyStart, headings }) => {
  const first = headings.find(({ level }) => level === 1);
  if (first === undefined || isInvisible(text.slice(bodyStart, first.span.start))) return [];
  const message = t('The heading of level 1 is not the first thing in the article. Move it to the top.');
  return [{ code: 'h1-not-first', message, span: first.span }];
};
