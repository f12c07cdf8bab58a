/** Whether a backslash that is not escaped itself precedes a character of Markdown. */
export function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text.charAt(at - 1 - count) === '\\') count++;
  return count % 2 === 1;
}
