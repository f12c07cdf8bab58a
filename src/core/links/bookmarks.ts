import { slugsOf } from './slug';

/** What of a text can be linked to: its headings, and the ids that its HTML gives. Two texts, cheap to keep and to compare. */
export interface Bookmarks {
  /** As written without their marks, one a line. */
  readonly headings: string;
  /** One a line. */
  readonly anchors: string;
}

export const noBookmarks: Bookmarks = { headings: '', anchors: '' };

export function isSameBookmarks(a: Bookmarks, b: Bookmarks): boolean {
  return a.headings === b.headings && a.anchors === b.anchors;
}

/** The ids of a text, in its order: headings first. */
interface Ids {
  readonly all: ReadonlySet<string>;
  /** Whether there may be others: a heading takes a part of its text from an include. */
  readonly isOpen: boolean;
}

/** Worked out when somebody links to a bookmark of the text: most are never asked for. */
const idsOfTexts = new WeakMap<Bookmarks, Ids>();

export function idsOf(bookmarks: Bookmarks): Ids {
  let ids = idsOfTexts.get(bookmarks);
  if (ids === undefined) idsOfTexts.set(bookmarks, (ids = readIds(bookmarks)));
  return ids;
}

function readIds({ headings, anchors }: Bookmarks): Ids {
  const all = new Set(headings === '' ? [] : idsOfHeadings(headings.split('\n')).flat());
  for (const anchor of anchors === '' ? [] : anchors.split('\n')) all.add(anchor);
  return { all, isOpen: anyInclude.test(headings) };
}

const anyInclude = /\[!include/i;

/** A place of a text to link to. */
export interface Bookmark {
  readonly id: string;
  /** The heading as written, without its marks; `undefined` for an id that HTML gives. */
  readonly heading: string | undefined;
}

/** The bookmarks of a text that can be named: of each heading the likeliest id, none where an include brings a part of it. */
export function namedBookmarks({ headings, anchors }: Bookmarks): readonly Bookmark[] {
  const titles = headings === '' ? [] : headings.split('\n');
  const ids = idsOfHeadings(titles);
  return [
    ...titles.flatMap((heading, index): Bookmark[] => {
      if (anyInclude.test(heading)) return [];
      const id = ownId.exec(heading)?.[1] ?? ids[index]?.[0];
      return id === undefined ? [] : [{ id, heading: heading.replace(ownId, '').trim() }];
    }),
    ...(anchors === '' ? [] : anchors.split('\n')).map((id): Bookmark => ({ id, heading: undefined })),
  ];
}

const ownId = /\{#([^\s{}]{1,200})\}/;

/**
 * The ids that each heading of a text may have, the likeliest first.
 *
 * @param headings all of them in order, as written without their marks
 */
export function idsOfHeadings(headings: readonly string[]): string[][] {
  const likely = new TakenIds();
  const all = new TakenIds();
  return headings.map((written) => {
    const [first = '', ...others] = slugsOf(written);
    const id = likely.free(first);
    likely.add(id);
    // Where an earlier heading has another id than the likeliest, this one may be numbered.
    const ids = [id, all.free(first), ...others, ...(ownId.exec(written)?.slice(1) ?? [])];
    for (const possible of ids) all.add(possible);
    return [...new Set(ids)];
  });
}

/** Of equal ids the later ones are numbered. */
class TakenIds {
  private readonly ids = new Set<string>();
  /** How far an id was counted: below, no number becomes free again. */
  private readonly counts = new Map<string, number>();

  add(id: string): void {
    this.ids.add(id);
  }

  /** The id, or the first of its numbers that is free. */
  free(id: string): string {
    if (!this.ids.has(id)) return id;
    let count = this.counts.get(id) ?? 1;
    while (this.ids.has(`${id}-${count}`)) count++;
    this.counts.set(id, count);
    return `${id}-${count}`;
  }
}

const idAttribute =
  /(?<=[\s"'])(?:id|name)\s{0,9}=\s{0,9}(?:"([^"\n]{1,300})"|'([^'\n]{1,300})'|([^\s"'<>=`]{1,300}))/gi;

/** An id that HTML gives, and where it stands in that. */
export interface Anchor {
  readonly id: string;
  readonly at: number;
}

/** The ids that a tag or a line of HTML gives. */
export function anchorsIn(html: string): readonly Anchor[] {
  if (!html.includes('=')) return [];
  return [...html.matchAll(idAttribute)].map((match) => {
    const id = match[1] ?? match[2] ?? match[3] ?? '';
    const quote = match[3] === undefined ? 1 : 0;
    return { id, at: match.index + match[0].length - quote - id.length };
  });
}
