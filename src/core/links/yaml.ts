import type { Destination } from '../includes/destinations';
import type { Span } from '../text/position';

const yamlLink =
  /(?<=(?:^|[\s{,'"])(?:href|topicHref|tocHref|homepage|url|src)['"]?[ \t]{0,9}:[ \t]{1,99})(?:"([^"\n\r]{1,2000})"|'([^'\n\r]{1,2000})'|([^\s'"#{}[\],&*!|>%@`][^\n\r]{0,2000}?)(?=[ \t]{0,99}(?:[,}\r\n]|$)|[ \t]#))/g;
const yamlInclude = /\[!include[+-]? {0,9}\[[^\]\n]{0,200}\]\(\s{0,9}([^)\s]{1,300})/gi;

/** The links of a page in YAML, and the includes in its texts. Read line by line, so that a mistake elsewhere hides none. */
export function scanYamlDestinations(text: string): Destination[] {
  const found: Destination[] = [];
  for (const match of text.matchAll(yamlLink)) {
    const quotes = match[3] === undefined ? 1 : 0;
    const span: Span = { start: match.index + quotes, end: match.index + match[0].length - quotes };
    found.push({ span, kind: 'link' });
  }
  for (const match of text.matchAll(yamlInclude)) {
    const end = match.index + match[0].length;
    found.push({ span: { start: end - (match[1] ?? '').length, end }, kind: 'include' });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
