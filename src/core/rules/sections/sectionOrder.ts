import type { FoundSection, SectionGroup } from '../../structure/sections';
import { insertion, removal, type TextEdit } from '../../text/edit';
import { possibleFix } from '../fix';
import type { RuleFinding } from '../rule';
import { roundsOf, type SectionRule } from './sectionRule';
import { t } from '../../text/localize';

/** A section that stands behind one which follows it in the order of the profile. */
export const sectionOrder: SectionRule = ({ document: { text }, sections: { groups } }) =>
  groups.flatMap(roundsOf).flatMap((round) => inRound(text, round));

function inRound(text: string, round: SectionGroup): readonly RuleFinding[] {
  /** The first section of each rank so far. */
  const first = new Map<number, FoundSection>();
  const canMove = isWhole(round);
  return round.flatMap((found): readonly RuleFinding[] => {
    const later = [...first.values()].find(({ rank }) => rank > found.rank);
    if (!first.has(found.rank)) first.set(found.rank, found);
    if (later === undefined) return [];
    return [
      {
        code: 'section-order',
        message: t("The section '{0}' comes before '{1}'. Move it up.", found.label, later.label),
        span: found.item.span,
        fixes: canMove ? [possibleFix(t("Move it before '{0}'", later.label), ...moved(text, found, later))] : [],
      },
    ];
  });
}

/** Whether the sections follow each other without anything of another kind between them. */
function isWhole(round: SectionGroup): boolean {
  return round.every(({ span }, index) => index === 0 || span.start === round[index - 1]?.span.end);
}

/** The whole section in its new place, set apart by a blank line as it was. */
function moved(text: string, { span }: FoundSection, target: FoundSection): readonly TextEdit[] {
  const isLast = span.end === text.length;
  if (!isLast) return [insertion(target.span.start, text.slice(span.start, span.end)), removal(span)];
  // What stood before it is the last section now: it needs no blank line behind it.
  const section = text.slice(span.start, span.end).trimEnd();
  const start = text.slice(0, span.start).trimEnd().length;
  return [insertion(target.span.start, `${section}\n\n`), removal({ start, end: span.start + section.length })];
}
