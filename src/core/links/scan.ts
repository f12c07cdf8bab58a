import { walkBlocks } from '../includes/blocks';
import { linkBlocks } from '../includes/links';
import { headingOf } from '../structure/headings';
import type { Span } from '../text/position';
import { anchorsIn, type Bookmarks } from './bookmarks';

/** What a Markdown text names, and what can be named of it. */
export interface PageScan {
  /** Destinations of links, images and attributes, those of includes left out. In no certain order. */
  readonly links: readonly Span[];
  readonly bookmarks: Bookmarks;
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
  const blocks = linkBlocks(text, {
    skipsMalformed: true,
    link: (start, end) => links.push({ start, end }),
    html: (html) => {
      anchors.push(...anchorsIn(html));
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
      if (isHeading && first !== undefined)
        headings.push(headingOf(text, [first, ...others]).text.replaceAll(/[\r\n]+/g, ' '));
      isHeading = false;
      blocks.leaf(lines, isNested);
    },
  });
  return { links, bookmarks: { headings: headings.join('\n'), anchors: anchors.join('\n') } };
}
