import { blockOf } from '../directives/blocks';
import { afterBlanks, locateAttributes, nameFrom } from '../directives/located';

/**
 * The end of the `:::` element that begins at a colon, its attributes included; that of the colons where none does. Only some
 * may stand in the middle of a line.
 */
export function endOfElement(text: string, start: number): number {
  let colons = start;
  while (text.charCodeAt(colons) === 58) colons++;
  const startsLine = isFirstOfLine(text, start);
  const nameAt = startsLine ? afterBlanks(text, colons) : colons;
  const name = nameFrom(text, nameAt);
  if (name === '' || (!startsLine && blockOf(name.toLowerCase())?.isInline !== true)) return colons;
  return endOfAttributes(text, nameAt + name.length);
}

function isFirstOfLine(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === 32 || text.charCodeAt(before - 1) === 9) before--;
  return before === 0 || text.charCodeAt(before - 1) === 10;
}

/** The next line, where it begins with an attribute. */
const goesOn = /\s{1,99}(?=[a-z][a-z0-9-]{0,30}[ \t]*=[ \t]*")/iy;

/** Attributes behind one that is wrong, and on the next line, name files, too: once that is put right, they are read. */
function endOfAttributes(text: string, from: number): number {
  for (let at = from; ;) {
    const { problem, end } = locateAttributes(text, at);
    if (problem === undefined || problem.kind === 'unended') return end;
    const { start } = problem.span;
    goesOn.lastIndex = start;
    if (goesOn.test(text)) at = goesOn.lastIndex;
    else if (end <= at || (problem.kind === 'stray' && /[[<`\s]/.test(text.charAt(start)))) return start;
    else at = end;
  }
}
