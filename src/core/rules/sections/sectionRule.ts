import type { ArticleSections, FoundSection, SectionGroup } from '../../structure/sections';
import type { Heading } from '../../structure/headings';
import type { SourceDocument } from '../../text/sourceDocument';
import type { RuleFinding } from '../rule';

/** What a rule on the sections of an article looks at. */
export interface SectionContext {
  /** The whole file. */
  readonly document: SourceDocument;
  /** Offset at which the body starts. */
  readonly bodyStart: number;
  readonly headings: readonly Heading[];
  readonly sections: ArticleSections;
}

export type SectionRule = (context: SectionContext) => readonly RuleFinding[];

/**
 * The sections of a group by the questions that they answer: a label that is there already, further up in the order than
 * the one before it, begins a new set.
 */
export function roundsOf(group: SectionGroup): readonly SectionGroup[] {
  const rounds: FoundSection[][] = [];
  let round: FoundSection[] = [];
  let ranks = new Set<number>();
  for (const found of group) {
    const last = round.at(-1);
    if (last === undefined || (ranks.has(found.rank) && found.rank < last.rank)) {
      rounds.push((round = []));
      ranks = new Set();
    }
    round.push(found);
    ranks.add(found.rank);
  }
  return rounds;
}
