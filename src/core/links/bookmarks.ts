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

const ownId = /\{#([^\s{}]{1,200})\}/;

function readIds({ headings, anchors }: Bookmarks): Ids {
  const all = new Set<string>();
  for (const written of headings === '' ? [] : headings.split('\n')) {
    const [first = '', ...others] = slugsOf(written);
    all.add(numbered(first, all));
    for (const other of others) all.add(other);
    const own = ownId.exec(written)?.[1];
    if (own !== undefined) all.add(own);
  }
  for (const anchor of anchors === '' ? [] : anchors.split('\n')) all.add(anchor);
  return { all, isOpen: /\[!include/i.test(headings) };
}

/** Of equal ids the later ones are numbered. */
function numbered(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let count = 1;
  while (taken.has(`${id}-${count}`)) count++;
  return `${id}-${count}`;
}

const idAttribute =
  /(?<=[\s"'])(?:id|name)\s{0,9}=\s{0,9}(?:"([^"\n]{1,300})"|'([^'\n]{1,300})'|([^\s"'<>=`]{1,300}))/gi;

/** The ids that a tag or a line of HTML gives. */
export function anchorsIn(html: string): readonly string[] {
  if (!html.includes('=')) return [];
  return [...html.matchAll(idAttribute)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}
