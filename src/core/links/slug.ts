/** Comments and tags: what stands between them counts. */
const html = /<!--[^]{0,2000}?-->|<\/?[a-z][^<>]{0,1000}>/gi;
/** Behind the text of a link or an image. */
const linkTail = /\](?:\([^()]{0,1000}(?:\([^()]{0,200}\)[^()]{0,500}){0,5}\)|\[[^\][]{0,300}\])/g;
const include = /\[!include[+-]? {0,9}\[[^\]]{0,500}\]\([^()]{0,1000}\)\]/gi;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;
/** A `_` that marks emphasis: none within a word, none that is escaped. */
const emphasis = /(?<![\p{L}\p{Nd}\\])_{1,3}(?=\S)|(?<=[^\s\\])_{1,3}(?![\p{L}\p{Nd}])/gu;
const dropped = /[^\p{L}\p{Nd} _-]/gu;

/**
 * The ids that DocFX may give a heading, the likeliest first: its text in lower case, without punctuation, with `-` for
 * each space. There are several where only a full reading of its inline syntax could tell.
 *
 * @param written the heading without its marks
 */
export function slugsOf(written: string): readonly string[] {
  // Most headings are plain words.
  if (/^[\w ,.:?()-]*$/.test(written) && !written.includes('_')) return [slug(written)];
  // What an include brings comes after the id was made.
  const text = written.replaceAll(include, '').replaceAll(html, '').replaceAll(linkTail, '').replaceAll(entity, '');
  const plain = text.replaceAll(emphasis, '');
  return [...new Set([plain, text, plain.trim(), text.trim()].map(slug))];
}

/** What DocFX calls a heading that has no text. */
const nameless = 'section';

function slug(text: string): string {
  return text.toLowerCase().replaceAll(dropped, '').replaceAll(' ', '-') || nameless;
}
