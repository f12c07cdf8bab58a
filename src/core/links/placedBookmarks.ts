import { textSpanOf, type Heading } from '../structure/headings';
import type { Span } from '../text/position';
import { idsOfHeadings } from './bookmarks';
import { titleOf, walkPage } from './scan';

/** What of a text can be linked to, with its place. Offsets in the file. */
export interface PlacedBookmark {
  readonly kind: 'heading' | 'anchor';
  /** Of a heading from its marks to the end of its text, of an id in HTML the id alone. */
  readonly span: Span;
  /** What a writer takes for its name: of a heading the text without marks, and without the ids before and behind it. */
  readonly nameSpan: Span;
  /** The ids that it may have, the likeliest first. */
  readonly ids: readonly [string, ...string[]];
}

/**
 * The headings of a text and the ids that its HTML gives, in order.
 *
 * @param from where the body starts
 */
export function placedBookmarks(text: string, from: number): readonly PlacedBookmark[] {
  const headings: { readonly heading: Heading; readonly anchors: string[] }[] = [];
  const anchors: PlacedBookmark[] = [];
  walkPage(text, from, {
    heading: (heading) => headings.push({ heading, anchors: [] }),
    anchor: (id, start) => {
      const span = { start, end: start + id.length };
      anchors.push({ kind: 'anchor', span, nameSpan: span, ids: [id] });
      // A heading is linked to by what stands in it, too.
      const last = headings.at(-1);
      if (last !== undefined && start < last.heading.span.end) last.anchors.push(id);
    },
  });
  const ids = idsOfHeadings(headings.map(({ heading }) => titleOf(heading)));
  const placed = headings.map(({ heading, anchors: inside }, at) =>
    placedHeading(text, heading, [...(ids[at] ?? []), ...inside]),
  );
  return [...placed, ...anchors].sort((a, b) => a.span.start - b.span.start);
}

function placedHeading(text: string, heading: Heading, [id = '', ...others]: readonly string[]): PlacedBookmark {
  const { start } = textSpanOf(text, heading);
  const before = idsBefore.exec(heading.text)?.[0].length ?? 0;
  const behind = idsBehind.exec(heading.text.slice(before))?.[0].length ?? 0;
  const nameSpan = { start: start + before, end: start + heading.text.length - behind };
  return { kind: 'heading', span: heading.span, nameSpan, ids: [id, ...others] };
}

const idsBefore = /^(?:<(?:a|span)\s[^<>]{0,300}>\s{0,9}<\/(?:a|span)>\s{0,9}){1,5}/i;
const idsBehind = /(?:\s{0,9}(?:<(?:a|span)\s[^<>]{0,300}>\s{0,9}<\/(?:a|span)>|\{#[^\s{}]{1,200}\})){1,5}$/i;
