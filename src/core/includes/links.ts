import type { Span } from '../text/position';
import { walkBlocks } from './blocks';
import type { BlockVisitor } from './blockVisitor';
import { isBlankFrom, tagAt } from './blockStarts';
import { DirectiveReader, isCandidate } from './directive';
import { endOfElement } from './elements';
import { HiddenText, isMeant, readInSteps } from './inlines';
import { LeafText } from './leafText';
import { explainMalformed } from './malformed';

/** Where a text names another file or address. Spans are of the destination alone, without `<>`, quotes or title. */
export interface LinkDestination {
  readonly span: Span;
}

/** Told of what a Markdown text names, block by block. Offsets in the file. */
export interface LinkVisitor {
  /** Whether what was meant as an include is no link: its path is mended with the rest of it. */
  readonly skipsMalformed?: boolean;
  /** The destination of a link, an image, a definition, an attribute or a `:::image`. Never empty. */
  link(start: number, end: number): void;
  /** The path of an include. */
  include?(start: number, end: number): void;
  /** A tag, or a line of an HTML block, and where it starts. */
  html?(html: string, at: number): void;
}

/** The destination of a link, behind `](`: in angle brackets, or with its parentheses balanced two deep. */
const destinationAt =
  /\([ \t]{0,99}\n?[ \t]{0,99}(?:<([^<>\n]{0,2000})>|((?:\\.|[^\s()<\\]|\((?:\\.|[^\s()\\]|\([^\s()]{0,200}\)){0,500}\)){1,2000}))(?=[ \t]{0,99}\n?[ \t]{0,99}[)"'(])/y;
/** A footnote, `[^1]: text`, is no definition, nor is a line that goes on behind the destination with anything but a title. */
const definitionAt =
  /^ {0,3}\[(?!\^)(?:[^[\]\\]|\\.){1,999}\]:[ \t]{0,99}\n?[ \t]{0,99}(?:<([^<>\n]{0,2000})>|([^\s<]\S{0,2000}))(?=[ \t]{1,99}["'(]|[ \t]{0,99}(?:\n|$))/;
const attribute = /(?<=\s)(?:src|href|source|lightbox)\s{0,9}=\s{0,9}(?:"([^"\n]{0,2000})"|'([^'\n]{0,2000})')/gi;
const special = /[\\`<[\]]/g;
const specialOrElement = /[\\`<[\]]|:::/g;
/** What a leaf must hold for there to be something in it. */
const linkNeedles: readonly string[] = ['](', ']:', '<', ':::', '[!'];

/**
 * Finds the destinations of links, images, reference definitions, HTML attributes and `:::image` of a Markdown text, and the
 * paths of its includes, in the order of the text. Code and comments hold none.
 *
 * @param from where the body starts, behind the front matter
 */
export function scanLinks(text: string, from: number): LinkDestination[] {
  const found: LinkDestination[] = [];
  const add = (start: number, end: number): void => {
    found.push({ span: { start, end } });
  };
  walkBlocks(text, from, text.length, linkBlocks(text, { link: add, include: add }));
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** What tells a visitor of the links in the blocks of a text. */
export function linkBlocks(
  text: string,
  visitor: LinkVisitor,
): Required<Pick<BlockVisitor, 'ownBlock' | 'leaf' | 'html'>> {
  const inLeaf = new LeafVisitor(visitor);
  const finder = new NeedleFinder(text, linkNeedles);
  const comments = new CommentTracker();
  return {
    ownBlock: ({ start, end }) => {
      if (!isCandidate(text, start)) return undefined;
      const line = text.slice(start, end);
      const match = new DirectiveReader(line).read(0, '+');
      if (match === undefined || !isBlankFrom(line, match.span.end, line.length)) return undefined;
      return () => visitor.include?.(start + match.path.start, start + match.path.end);
    },
    leaf: (lines) => {
      const first = lines[0];
      const last = lines.at(-1);
      if (first === undefined || last === undefined || finder.next(first.start) >= last.end) return;
      const leaf = new LeafText(text, lines);
      if (comments.isOpen) comments.outside(leaf.text);
      else {
        inLeaf.leaf = leaf;
        scanLeaf(leaf.text, inLeaf);
      }
    },
    html: ({ start, end }) => {
      for (const span of comments.outside(text.slice(start, end))) {
        const html = text.slice(start + span.start, start + span.end);
        visitor.html?.(html, start + span.start);
        addAttributes(html, start + span.start, visitor);
      }
    },
  };
}

/** Finds what may matter in a text, each kind of it sought once from the front to the back. */
class NeedleFinder {
  private readonly places: number[];
  private first = -1;

  constructor(
    private readonly text: string,
    private readonly needles: readonly string[],
  ) {
    this.places = needles.map(() => -1);
  }

  /** The first place of a needle from an offset on, which never goes back; `Infinity` where there is none. */
  next(from: number): number {
    if (this.first >= from) return this.first;
    const { text, needles, places } = this;
    this.first = Infinity;
    for (let i = 0; i < needles.length; i++) {
      let at = places[i] ?? Infinity;
      if (at < from) {
        at = text.indexOf(needles[i] ?? '', from);
        places[i] = at = at === -1 ? Infinity : at;
      }
      if (at < this.first) this.first = at;
    }
    return this.first;
  }
}

/** Knows where HTML blocks are a comment, which may go on over lines and blocks. */
class CommentTracker {
  isOpen = false;

  /** The parts of the next line that are no comment. */
  outside(line: string): Span[] {
    const spans: Span[] = [];
    for (let at = 0; at < line.length;) {
      const mark = line.indexOf(this.isOpen ? '-->' : '<!--', at);
      const end = mark === -1 ? line.length : mark;
      if (!this.isOpen && end > at) spans.push({ start: at, end });
      if (mark === -1) break;
      this.isOpen = !this.isOpen;
      // The hyphens that open a comment may close it, too: `<!-->`.
      at = mark + (this.isOpen ? 2 : 3);
    }
    return spans;
  }
}

/** Tells a visitor of what a leaf holds, with offsets in the file. */
class LeafVisitor implements LinkVisitor {
  leaf: LeafText | undefined;

  constructor(private readonly visitor: LinkVisitor) {}

  get skipsMalformed(): boolean {
    return this.visitor.skipsMalformed === true;
  }

  link(start: number, end: number): void {
    if (this.leaf !== undefined) this.visitor.link(this.leaf.offsetAt(start), this.leaf.offsetAt(end));
  }

  include(start: number, end: number): void {
    if (this.leaf !== undefined) this.visitor.include?.(this.leaf.offsetAt(start), this.leaf.offsetAt(end));
  }

  html(html: string, at: number): void {
    if (this.leaf !== undefined) this.visitor.html?.(html, this.leaf.offsetAt(at));
  }
}

function scanLeaf(text: string, visitor: LinkVisitor): void {
  scanInlineLinks(text, scanDefinitions(text, visitor), visitor);
}

/** Definitions stand at the start of a paragraph. Returns where they end. */
function scanDefinitions(text: string, visitor: LinkVisitor): number {
  let at = 0;
  for (;;) {
    const match = text.charCodeAt(at) === 91 || text.charCodeAt(at) === 32 ? definitionAt.exec(text.slice(at)) : null;
    if (match === null) return at;
    const end = at + match[0].length;
    const [, inAngles, plain = ''] = match;
    addDestination(visitor, end, inAngles, plain);
    const lineEnd = text.indexOf('\n', end);
    if (lineEnd === -1) return text.length;
    at = lineEnd + 1;
  }
}

function scanInlineLinks(text: string, from: number, visitor: LinkVisitor): void {
  // Most leaves hold neither code nor tags nor includes.
  let reader: DirectiveReader | undefined;
  let hidden: HiddenText | undefined;
  let openBrackets = 0;
  const step = (at: number): number => {
    switch (text.charCodeAt(at)) {
      case 92: // \
        return at + 2;
      case 96: // `
        return (hidden ??= new HiddenText(text)).afterCodeSpan(at);
      case 60: // <
        return afterTag(text, at, (hidden ??= new HiddenText(text)), visitor);
      case 58: // :
        return afterElement(text, at, visitor);
      case 93: // ]
        if (openBrackets === 0) return at + 1;
        openBrackets--;
        return afterDestination(text, at + 1, visitor);
      default: {
        const isInclude = isCandidate(text, at);
        const match = isInclude ? (reader ??= new DirectiveReader(text)).read(at, '-') : undefined;
        if (match === undefined) {
          const malformed =
            visitor.skipsMalformed === true && isMeant(text, at) ? explainMalformed(text, at) : undefined;
          if (malformed !== undefined) return malformed.span.end;
          openBrackets++;
          return at + 1;
        }
        visitor.include?.(match.path.start, match.path.end);
        return match.span.end;
      }
    }
  };
  // Few leaves have such elements, and the other search is quicker.
  readInSteps(text, from, text.includes(':::') ? specialOrElement : special, step);
}

/** What stands behind the attributes of a `:::` element, or behind its colons where it is none. */
function afterElement(text: string, at: number, visitor: LinkVisitor): number {
  const end = endOfElement(text, at);
  addAttributes(text.slice(at, end), at, visitor);
  return end;
}

function afterTag(text: string, at: number, hidden: HiddenText, visitor: LinkVisitor): number {
  tagAt.lastIndex = at;
  if (tagAt.test(text)) {
    const html = text.slice(at, tagAt.lastIndex);
    visitor.html?.(html, at);
    addAttributes(html, at, visitor);
  }
  return hidden.afterHtml(at);
}

function afterDestination(text: string, at: number, visitor: LinkVisitor): number {
  // Most brackets are none of a link.
  if (text.charCodeAt(at) !== 40) return at;
  destinationAt.lastIndex = at;
  const match = destinationAt.exec(text);
  if (match === null) return at;
  const [, inAngles, plain = ''] = match;
  const end = destinationAt.lastIndex;
  addDestination(visitor, end, inAngles, plain);
  return end;
}

/** @param end behind the destination, its angle bracket included */
function addDestination(visitor: LinkVisitor, end: number, inAngles: string | undefined, plain: string): void {
  const destination = inAngles ?? plain;
  if (destination === '') return;
  const last = inAngles === undefined ? end : end - 1;
  visitor.link(last - destination.length, last);
}

function addAttributes(text: string, offset: number, visitor: LinkVisitor): void {
  for (const { start, end } of scanAttributes(text)) if (end > start) visitor.link(offset + start, offset + end);
}

/** The values of the attributes that name files, in a piece of HTML or a `:::` line. */
export function scanAttributes(text: string): Span[] {
  return [...text.matchAll(attribute)].map((match) => {
    const value = match[1] ?? match[2] ?? '';
    const end = match.index + match[0].length - 1;
    return { start: end - value.length, end };
  });
}
