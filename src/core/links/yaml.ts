import type { Destination } from '../includes/destinations';
import { lineStartOf } from '../text/lines';
import type { Span } from '../text/position';

const yamlLink =
  /(?<=(?:^|[\s{,'"])(?:href|topicHref|tocHref|homepage|url|src|imageSrc)['"]?[ \t]{0,9}:[ \t]{1,99})(?:"([^"\n\r]{1,2000})"|'([^'\n\r]{1,2000})'|([^\s'"#{}[\],&*!|>%@`][^\n\r]{0,2000}?)(?=[ \t]{0,99}(?:[,}\r\n]|$)|[ \t]#))/g;
const yamlInclude = /\[!include[+-]? {0,9}\[[^\]\n]{0,200}\]\(\s{0,9}([^)\s]{1,300})/gi;

/** Source: the YAML schemas of Learn. Other pages in YAML hold Markdown, or keys of these names for something else. */
const linkPage = /^\ufeff?###\s{0,9}YamlMime:\s{0,9}(?:Hub|Landing)\s/;

/** Whether a text in YAML is a page of links, a hub or a landing page. */
export function isLinkPage(text: string): boolean {
  return linkPage.test(text);
}

/** The links of a table of contents or a page of links, without those in comments. */
export function scanYamlLinks(text: string): Span[] {
  return scanYamlDestinations(text).flatMap(({ span, kind }) => {
    const isComment = /(?:^|\s)#/.test(text.slice(lineStartOf(text, span.start), span.start));
    return kind === 'link' && !isComment ? [span] : [];
  });
}

/** The destinations of a page in YAML: links, and the includes in its texts. Read line by line, so that a mistake elsewhere hides none. */
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
