import { bodyStart } from '../../core/includes/body';
import { scanIncludes } from '../../core/includes/scan';
import { nextLineOf } from '../../core/text/lines';

/** How far behind the front matter a banner may stand. */
const maxLines = 8;

/**
 * The include that at least half of the articles of a folder have among their first lines, as most of them write it;
 * `undefined` where there is none.
 *
 * @param texts of the articles
 */
export function bannerOf(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const banner = firstInclude(text);
    if (banner !== undefined) counts.set(banner, (counts.get(banner) ?? 0) + 1);
  }
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return usual === undefined || all * 2 < texts.length ? undefined : usual[0];
}

/** The first include on a line of its own, as it is written, where the article begins with it. */
function firstInclude(text: string): string | undefined {
  const from = bodyStart(text);
  let end = from;
  for (let line = 0; line < maxLines; line++) end = nextLineOf(text, end);
  const start = text.slice(0, end);
  const directive = scanIncludes(start, from).directives.find(({ form }) => form === 'block');
  return directive === undefined ? undefined : start.slice(directive.span.start, directive.span.end);
}
