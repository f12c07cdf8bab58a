import type { FoundSection, SectionGroup } from '../../structure/sections';
import { removal } from '../../text/edit';
import { lineStartOf, nextLineOf } from '../../text/lines';
import { possibleFix } from '../fix';
import type { RuleFinding } from '../rule';
import { roundsOf, type SectionRule } from './sectionRule';
import { t } from '../../text/localize';

/** A section that is there twice for one question. A whole set of sections may repeat. */
export const sectionDuplicate: SectionRule = ({ document: { text }, sections: { groups } }) =>
  groups.flatMap(roundsOf).flatMap((round) => inRound(text, round));

function inRound(text: string, round: SectionGroup): readonly RuleFinding[] {
  /** The last section of each rank so far. */
  const last = new Map<number, FoundSection>();
  return round.flatMap((found): readonly RuleFinding[] => {
    const before = last.get(found.rank);
    last.set(found.rank, found);
    if (before === undefined) return [];
    const { start, end } = found.item.span;
    const label = { start: lineStartOf(text, start), end: nextLineOf(text, end) };
    // Only where nothing stands between the two does the text go on where the first one ends.
    const joins = before.span.end === found.span.start;
    return [
      {
        code: 'section-duplicate',
        message: t("The section '{0}' is there already. Join the two, or give this one another label.", found.label),
        span: found.item.span,
        fixes: joins ? [possibleFix(t('Join it with the one above'), removal(label))] : [],
      },
    ];
  });
}
