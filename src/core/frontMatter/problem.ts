import type { Code } from '../rules/codes';
import type { Fix } from '../rules/fix';
import type { Span } from '../text/position';

/** Something wrong with the header itself, found while reading it. */
export interface FrontMatterProblem {
  readonly code: Code;
  /** What is wrong and what to type instead. */
  readonly message: string;
  /** Offsets in the file. */
  readonly span: Span;
  /** How to put it right, the best way first. */
  readonly fixes?: readonly Fix[];
}
