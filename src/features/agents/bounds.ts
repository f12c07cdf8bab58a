/** Characters of an answer, about 15 000 tokens: more than that crowds out the rest of what a model has in mind. */
export const longestAnswer = 60_000;

/** Characters of a line that is quoted: enough to know it again. */
const longestLine = 300;

/**
 * Those of the items that fit into an answer, in their order, by the length of their JSON.
 *
 * @param room characters
 */
export function fitting<T>(items: readonly T[], room = longestAnswer): { readonly kept: T[]; readonly left: T[] } {
  const kept: T[] = [];
  const left: T[] = [];
  for (const item of items) {
    const length = JSON.stringify(item).length;
    if (length > room) left.push(item);
    else {
      kept.push(item);
      room -= length;
    }
  }
  return { kept, left };
}

/** The beginning of a text that fits into an answer, up to the end of a line where there is one. */
export function beginning(text: string): string {
  if (text.length <= longestAnswer) return text;
  const end = text.lastIndexOf('\n', longestAnswer - 1) + 1;
  return text.slice(0, end === 0 ? wholeCharacters(text, longestAnswer) : end);
}

export function shortLine(line: string): string {
  return line.length <= longestLine ? line : `${line.slice(0, wholeCharacters(line, longestLine - 1))}\u2026`;
}

/** Not between the two halves of a character. */
function wholeCharacters(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}
