import { diffArrays } from 'diff';
import type { TextEdit } from './edit';

/** Comparing takes the square of what differs. Beyond so many lines nobody looks at each, as where a long list was sorted. */
export const mostCompared = 2000;

/**
 * The edits that make one text of another, whole lines each: every line that both have stays untouched, with its line
 * break, and an editor keeps its marks and cursors there. Where too many lines differ, all between the first and the last
 * of them are replaced.
 */
export function changesBetween(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const [linesBefore, linesAfter] = [linesIn(before), linesIn(after)];
  const compared = diffArrays(linesBefore, linesAfter, { maxEditLength: mostCompared });
  if (compared === undefined) return [wholeChange(linesBefore, linesAfter)];
  const edits: TextEdit[] = [];
  let at = 0;
  let start = 0;
  let newText = '';
  let isOpen = false;
  const close = (): void => {
    if (isOpen) edits.push({ span: { start, end: at }, newText });
    isOpen = false;
  };
  for (const { value, added, removed } of compared) {
    const text = value.join('');
    if (!added && !removed) {
      close();
      at += text.length;
      continue;
    }
    if (!isOpen) {
      start = at;
      newText = '';
      isOpen = true;
    }
    if (added) newText += text;
    else at += text.length;
  }
  close();
  return edits;
}

function wholeChange(before: readonly string[], after: readonly string[]): TextEdit {
  const { first, last } = commonEnds(before, after);
  const start = before.slice(0, first).join('').length;
  const gone = before.slice(first, before.length - last).join('').length;
  return { span: { start, end: start + gone }, newText: after.slice(first, after.length - last).join('') };
}

/** How many lines are the same at the start and, of the others, at the end. */
export function commonEnds(
  a: readonly string[],
  b: readonly string[],
): { readonly first: number; readonly last: number } {
  const shorter = Math.min(a.length, b.length);
  let first = 0;
  while (first < shorter && a[first] === b[first]) first++;
  let last = 0;
  while (last < shorter - first && a.at(-1 - last) === b.at(-1 - last)) last++;
  return { first, last };
}

/** The lines with their line breaks. */
function linesIn(text: string): string[] {
  return text.split(/(?<=\r\n|\r(?!\n)|\n)/);
}
