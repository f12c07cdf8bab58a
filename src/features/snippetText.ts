/** Snippets as the language server protocol writes them. */

/** A text that stands in a snippet as it is. */
export function snippetText(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}

/** A place to fill in. @param number from 1, in the order in which a writer gets there. */
export function snippetStop(number: number, value: string): string {
  return value === '' ? `$${number}` : `\${${number}:${snippetText(value)}}`;
}
