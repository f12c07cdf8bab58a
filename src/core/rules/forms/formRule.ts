import type { Forms } from '../../structure/forms/forms';
import type { RuleFinding } from '../rule';

/** What a rule on the forms of a text looks at. */
export interface FormContext {
  /** The whole file. */
  readonly text: string;
  readonly forms: Forms;
}

export type FormRule = (context: FormContext) => readonly RuleFinding[];
