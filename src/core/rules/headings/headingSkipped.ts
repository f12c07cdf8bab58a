import type { Heading } from '../../structure/headings';
import { possibleFix } from '../fix';
import type { RuleFinding } from '../rule';
import type { BodyRule } from './bodyRule';
import { changeLevel } from './levels';
import { t } from '../../text/localize';

/**
 * A heading more than one level below the one before it. An include between the two may bring in the level that is
 * missed: then nothing is said. Source: content rules of the Learn build.
 */
export const headingSkipped: BodyRule = ({ document: { text }, headings }) =>
  headings.flatMap((heading, index): readonly RuleFinding[] => {
    const before = headings[index - 1];
    if (before === undefined || heading.level <= before.level + 1 || isIncludeBetween(text, before, heading)) return [];
    const wanted = before.level + 1;
    return [
      {
        code: 'heading-skipped',
        message: t(
          "A heading of level {0} follows one of level {1}. Begin it with '{2} '.",
          heading.level,
          before.level,
          '#'.repeat(wanted),
        ),
        span: heading.span,
        fixes: [possibleFix(t('Make it a heading of level {0}', wanted), changeLevel(text, heading, wanted))],
      },
    ];
  });

function isIncludeBetween(text: string, before: Heading, after: Heading): boolean {
  return /^[ \t>*+.)\d-]*\[!include/im.test(text.slice(before.span.end, after.span.start));
}
