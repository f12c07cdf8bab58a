import type { Span } from '../text/position';
import { walkBlocks } from './blocks';
import { isBlankFrom, tagAt } from './blockStarts';
import { DirectiveReader, isCandidate } from './directive';
import { HiddenText } from './inlines';
import { LeafText } from './leafText';

/** Where a text names another file or address. Spans are of the destination alone, without `<>`, quotes or title. */
export interface LinkDestination {
  readonly span: Span;
}

/** The destination of a link, behind `](`: in angle brackets, or with its parentheses balanced two deep. */
const destinationAt =
  /\([ \t]{0,99}\n?[ \t]{0,99}(?:<([^<>\n]{0,2000})>|((?:\\.|[^\s()<\\]|\((?:\\.|[^\s()\\]|\([^\s()]{0,200}\)){0,500}\)){1,2000}))(?=[ \t]{0,99}\n?[ \t]{0,99}[)"'(])/y;
const definitionAt =
  /^ {0,3}\[(?:[^[\]\\]|\\.){1,999}\]:[ \t]{0,99}\n?[ \t]{0,99}(?:<([^<>\n]{0,2000})>|([^\s<]\S{0,2000}))/;
const tripleColon = /^:::\s{0,9}[a-z-]{1,30}/i;
const attribute = /(?<=\s)(?:src|href|source|lightbox)\s{0,9}=\s{0,9}(?:"([^"\n]{0,2000})"|'([^'\n]{0,2000})')/gi;
const special = /[\\`<[\]]/g;

/**
 * Finds the destinations of links, images, reference definitions, HTML attributes and `:::image` of a Markdown text, and the
 * paths of its includes, in the order of the text. Code and comments hold none.
 *
 * @param from where the body starts, behind the front matter
 */
export function scanLinks(text: string, from: number): LinkDestination[] {
  const found: LinkDestination[] = [];
  const add = (start: number, end: number): void => {
    if (end > start) found.push({ span: { start, end } });
  };
  walkBlocks(text, from, text.length, {
    ownBlock: ({ start, end }) => {
      if (!isCandidate(text, start)) return undefined;
      const line = text.slice(start, end);
      const match = new DirectiveReader(line).read(0, '+');
      if (match === undefined || !isBlankFrom(line, match.span.end, line.length)) return undefined;
      return () => {
        add(start + match.path.start, start + match.path.end);
      };
    },
    leaf: (lines) => {
      const leaf = new LeafText(text, lines);
      scanLeaf(leaf.text, (start, end) => {
        add(leaf.offsetAt(start), leaf.offsetAt(end));
      });
    },
    html: ({ start, end }) => {
      addAttributes(text.slice(start, end), start, add);
    },
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}

type Add = (start: number, end: number) => void;

function scanLeaf(text: string, add: Add): void {
  if (tripleColon.test(text)) {
    addAttributes(text, 0, add);
    return;
  }
  const afterDefinitions = scanDefinitions(text, add);
  scanInlineLinks(text, afterDefinitions, add);
}

/** Definitions stand at the start of a paragraph. Returns where they end. */
function scanDefinitions(text: string, add: Add): number {
  let at = 0;
  for (;;) {
    const match = definitionAt.exec(text.slice(at));
    if (match === null) return at;
    const end = at + match[0].length;
    const [, inAngles, plain = ''] = match;
    if (inAngles === undefined) add(end - plain.length, end);
    else add(end - 1 - inAngles.length, end - 1);
    const lineEnd = text.indexOf('\n', end);
    if (lineEnd === -1) return text.length;
    at = lineEnd + 1;
  }
}

function scanInlineLinks(text: string, from: number, add: Add): void {
  const reader = new DirectiveReader(text);
  const hidden = new HiddenText(text);
  let openBrackets = 0;
  const step = (at: number): number => {
    switch (text.charAt(at)) {
      case '\\':
        return at + 2;
      case '`':
        return hidden.afterCodeSpan(at);
      case '<':
        return afterTag(text, at, hidden, add);
      case ']':
        if (openBrackets === 0) return at + 1;
        openBrackets--;
        return afterDestination(text, at + 1, add);
      default: {
        const match = isCandidate(text, at) ? reader.read(at, '-') : undefined;
        if (match === undefined) {
          openBrackets++;
          return at + 1;
        }
        add(match.path.start, match.path.end);
        return match.span.end;
      }
    }
  };
  for (let at = from; ;) {
    special.lastIndex = at;
    const match = special.exec(text);
    if (match === null) return;
    at = step(match.index);
  }
}

function afterTag(text: string, at: number, hidden: HiddenText, add: Add): number {
  tagAt.lastIndex = at;
  if (tagAt.test(text)) addAttributes(text.slice(at, tagAt.lastIndex), at, add);
  return hidden.afterHtml(at);
}

function afterDestination(text: string, at: number, add: Add): number {
  destinationAt.lastIndex = at;
  const match = destinationAt.exec(text);
  if (match === null) return at;
  const [, inAngles, plain = ''] = match;
  const end = destinationAt.lastIndex;
  if (inAngles === undefined) add(end - plain.length, end);
  else add(end - 1 - inAngles.length, end - 1);
  return end;
}

function addAttributes(text: string, offset: number, add: Add): void {
  for (const { start, end } of scanAttributes(text)) add(offset + start, offset + end);
}

/** The values of the attributes that name files, in a piece of HTML or a `:::` line. */
export function scanAttributes(text: string): Span[] {
  return [...text.matchAll(attribute)].map((match) => {
    const value = match[1] ?? match[2] ?? '';
    const end = match.index + match[0].length - 1;
    return { start: end - value.length, end };
  });
}
