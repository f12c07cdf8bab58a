import { diffArrays } from 'diff';
import type { TextEdit } from './edit';

/**
 * The edits that make one text of another, whole lines each: every line that both have stays untouched, with its line
 * break, and an editor keeps its marks and cursors there.
 */
export function changesBetween(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const edits: TextEdit[] = [];
  let at = 0;
  let start = 0;
  let newText = '';
  let isOpen = false;
  const close = (): void => {
    if (isOpen) edits.push({ span: { start, end: at }, newText });
    isOpen = false;
  };
  for (const { value, added, removed } of diffArrays(linesIn(before), linesIn(after))) {
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

/** The lines with their line breaks. */
function linesIn(text: string): string[] {
  return text.split(/(?<=\r\n|\r(?!\n)|\n)/);
}
