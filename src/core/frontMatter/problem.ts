import type { Code } from '../rules/codes';
import type { Span } from '../text/position';

/** Something wrong with the header itself, found while reading it. */
export interface FrontMatterProblem {
  readonly code: Code;
  /** What is wrong and what to type instead. */
  readonly message: string;
  /** Offsets in the file. */
  readonly span: Span;
}
