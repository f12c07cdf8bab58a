// Describes rulePages.js, which scripts/generate.mjs writes from docs/rules (not committed).
import type { Code } from '../../../core/rules/codes';

/** The page of a code, without its heading. */
export interface RulePage {
  /** Its first paragraph: what is wrong. */
  readonly description: string;
  /** All of it, as Markdown with absolute links. */
  readonly text: string;
}

export const rulePages: Readonly<Record<Code, RulePage>>;
