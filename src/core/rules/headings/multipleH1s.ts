import { possibleFix } from '../fix';
import type { BodyRule } from './bodyRule';
import { changeLevel } from './levels';
import { t } from '../../text/localize';

/** A second heading of level 1; the labels of tabs are none. Source: content rules of the Learn build. */
export const multipleH1s: BodyRule = ({ document: { text }, headings }) =>
  headings
    .filter(({ level }) => level === 1)
    .slice(1)
    .map((heading) => ({
      code: 'multiple-h1s',
      message: t("The article has a heading of level 1 already. Begin this one with '## '."),
      span: heading.span,
      fixes: [possibleFix(t('Make it a heading of level 2'), changeLevel(text, heading, 2))],
    }));
