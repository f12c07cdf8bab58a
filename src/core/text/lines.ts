/** Offset of the start of the line that holds an offset. The byte order mark belongs to no line: whatever goes, it stays. */
export function lineStartOf(text: string, at: number): number {
  // Not by `lastIndexOf`: a text without `\r` would be searched to its beginning.
  let start = at;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start === 0 && at > 0 && text.startsWith('\ufeff') ? 1 : start;
}

/** Offset of the line break that ends that line, or of the end of the text. */
export function lineEndOf(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return end;
}

/** Offset behind the line break that ends that line. */
export function nextLineOf(text: string, at: number): number {
  const end = lineEndOf(text, at);
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}

/** The line break that a text uses, by its first one. */
export function lineBreakOf(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n';
}

/** A text as an editor counts in it: it takes the mark at the start away. */
export function asInEditor(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
