import { applyEdits, type TextEdit } from '../text/edit';

/** One way to put a finding right, in the file that the finding is in. */
export interface Fix {
  /** What it does, as a menu shows it: "Type 'ms.date: 10/29/2025'". */
  readonly title: string;
  /** Line breaks in new texts are `\n`: whoever applies them writes those of the file. */
  readonly edits: readonly TextEdit[];
  /** Whether there is no doubt: what Fix All and `check --fix` apply. */
  readonly isCertain: boolean;
}

export function certainFix(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, edits, isCertain: true };
}

/** A fix that a writer may choose, and that is never applied unasked. */
export function possibleFix(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, edits, isCertain: false };
}

/** The text after a fix, with line breaks as the text has them. */
export function applyFix(text: string, fix: Fix, lineBreak: string): string {
  return applyEdits(text, withLineBreak(fix.edits, lineBreak));
}

/** Edits with the line breaks of a file. Text that comes from the file, when a part of it moves, has them already. */
export function withLineBreak(edits: readonly TextEdit[], lineBreak: string): readonly TextEdit[] {
  return lineBreak === '\n'
    ? edits
    : edits.map(({ span, newText }) => ({ span, newText: newText.replaceAll(/(?<!\r)\n/g, lineBreak) }));
}
