import { walkBlocks } from '../includes/blocks';
import { linkBlocks } from '../includes/links';
import { headingOf, type Heading } from '../structure/headings';
import { isImage } from '../text/path';
import type { Span } from '../text/position';
import { anchorsIn, type Bookmarks } from './bookmarks';

/** What a Markdown text names, and what can be named of it. */
export interface PageScan {
  /** Destinations of links, images and attributes, those of includes left out. In no certain order. */
  readonly links: readonly Span[];
  readonly bookmarks: Bookmarks;
  /** How many images are written as `:::image`, less those written as `![]()`: which form a writer prefers. */
  readonly imageBlocks: number;
}

/** Told of what can be linked to in a text, in its order, and of what the text links to. Offsets in the file. */
interface PageVisitor {
  link?(start: number, end: number): void;
  /** Also one in a quote or a list. */
  heading(heading: Heading): void;
  /** An id that HTML gives. */
  anchor(id: string, start: number): void;
}

/**
 * Finds the links and the bookmarks of a Markdown text in one walk over its blocks.
 *
 * @param from where the body starts
 */
export function scanPage(text: string, from: number): PageScan {
  const links: Span[] = [];
  const headings: string[] = [];
  const anchors: string[] = [];
  let imageBlocks = 0;
  walkPage(text, from, {
    link: (start, end) => {
      links.push({ start, end });
      if (isImage(text.slice(Math.max(start, end - 5), end))) imageBlocks += formAt(text, start);
    },
    heading: (heading) => headings.push(titleOf(heading)),
    anchor: (id) => anchors.push(id),
  });
  return { links, bookmarks: { headings: headings.join('\n'), anchors: anchors.join('\n') }, imageBlocks };
}

/** Walks over the blocks of a text, whose body starts at `from`. */
export function walkPage(text: string, from: number, visitor: PageVisitor): void {
  const blocks = linkBlocks(text, {
    skipsMalformed: true,
    link: (start, end) => visitor.link?.(start, end),
    html: (html, start) => {
      for (const { id, at } of anchorsIn(html)) visitor.anchor(id, start + at);
    },
  });
  let isHeading = false;
  walkBlocks(text, from, text.length, {
    ...blocks,
    block: (kind) => {
      isHeading = kind === 'heading';
    },
    leaf: (lines, isNested) => {
      const [first, ...others] = lines;
      if (isHeading && first !== undefined) visitor.heading(headingOf(text, [first, ...others]));
      isHeading = false;
      blocks.leaf(lines, isNested);
    },
  });
}

/** A heading as written, in one line. */
export function titleOf({ text }: Heading): string {
  return text.replaceAll(/[\r\n]+/g, ' ');
}

/** Longer than `source` with its quote. */
const attributeLength = 20;

/** 1 for the source of an `:::image`, -1 for what stands in parentheses, 0 for other attributes and definitions. */
function formAt(text: string, start: number): 1 | 0 | -1 {
  const before = text.slice(Math.max(0, start - attributeLength), start);
  if (/\ssource\s{0,9}=\s{0,9}["']$/i.test(before)) return 1;
  return /\(\s{0,9}<?$/.test(before) ? -1 : 0;
}
