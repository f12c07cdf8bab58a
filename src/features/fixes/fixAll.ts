import type { Diagnostic } from '../../core/rules/diagnostic';
import { withLineBreak, type Fix } from '../../core/rules/fix';
import { applyEdits } from '../../core/text/edit';
import { lineBreakOf } from '../../core/text/lines';
import type { Span } from '../../core/text/position';
import type { ArticleFacts } from './articleFacts';

/** A text as a check sees it. */
export interface Repairable {
  readonly diagnostics: readonly Diagnostic[];
  /** How to put one of these right, the best way first. */
  readonly repairsOf: (diagnostic: Diagnostic) => readonly Fix[];
  /** Of an article alone. */
  readonly facts?: ArticleFacts;
}

/** An article as a check sees it. */
export interface Examination extends Repairable {
  /** Findings on the values that docfx.json supplies, there. */
  readonly ofInherited: readonly Diagnostic[];
  readonly facts: ArticleFacts;
}

export interface FixedText {
  readonly text: string;
  /** What was put right, by its code, in the order in which it was done. */
  readonly fixed: readonly { readonly code: string; readonly title: string }[];
}

/** One repair can show what another was hiding. Real articles need two or three rounds. */
const maxRounds = 10;

/**
 * Makes every certain repair until none is left. A second run on the result changes nothing.
 *
 * @param examine what a check says of a text
 */
export function fixAll(text: string, examine: (text: string) => Repairable): FixedText {
  const fixed: { code: string; title: string }[] = [];
  let current = text;
  for (let round = 0; round < maxRounds; round++) {
    const chosen = certainFixes(examine(current));
    if (chosen.length === 0) break;
    const edits = chosen.flatMap(({ fix }) => fix.edits);
    current = applyEdits(current, withLineBreak(edits, lineBreakOf(current)));
    fixed.push(...chosen.map(({ code, fix }) => ({ code, title: fix.title })));
  }
  return { text: current, fixed };
}

/** The certain repairs of one round. Of two that touch each other, the second waits for the next round. */
function certainFixes({ diagnostics, repairsOf }: Repairable): { readonly code: string; readonly fix: Fix }[] {
  const taken: Span[] = [];
  return diagnostics.flatMap((diagnostic) => {
    const fix = repairsOf(diagnostic).find(({ isCertain }) => isCertain);
    if (fix === undefined || fix.edits.some(({ span }) => taken.some((other) => touches(span, other)))) return [];
    taken.push(...fix.edits.map(({ span }) => span));
    return [{ code: diagnostic.code, fix }];
  });
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
