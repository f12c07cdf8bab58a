/** An anchor that a heading carries for links from elsewhere: `<a name="x"></a>`, `<a id="x" />`. */
const anchors = /<\/?a\b[^<>]{0,300}>/gi;
const comments = /<!--[^]{0,2000}?-->/g;
/** `[//]: # (a comment)`: a definition that nobody refers to. */
const definitions = /^[ \t]{0,3}\[\/\/\]:[ \t]{0,9}(?:#|<>)[^\r\n]*$/gm;
const blockIncludes = /^[ \t]{0,3}\[!include[+-]?[ \t]{0,99}\[[^\]\r\n]{0,300}\]\([^)\r\n]{0,300}\)\][ \t]*$/gim;

/** A heading as readers see it, without anchors and marks of emphasis and code. */
export function headingText(written: string): string {
  if (!/[<\\*_`]/.test(written)) return written;
  return written
    .replaceAll(anchors, '')
    .replaceAll(comments, '')
    .replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replaceAll(/\*\*|__|`/g, '')
    .trim();
}

/** Whether a stretch of text holds nothing but blanks, comments and anchors. */
export function isWithoutText(text: string): boolean {
  // Most stretches that are asked about are blank.
  if (text.trim() === '') return true;
  return text.replaceAll(comments, '').replaceAll(definitions, '').replaceAll(anchors, '').trim() === '';
}

/** Whether readers see nothing of a stretch of text but what includes on lines of their own bring. */
export function isInvisible(text: string): boolean {
  return isWithoutText(text) || isWithoutText(text.replaceAll(blockIncludes, ''));
}
