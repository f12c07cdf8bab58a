import type { Repository } from '../../core/docset/repository';
import { rangeOf, type PageLink } from '../../core/links/graph';
import type { PlacedBookmark } from '../../core/links/placedBookmarks';
import { tabLabel } from '../../core/rules/headings/registry';
import { asInEditor } from '../../core/text/lines';
import type { Position, Range, Span } from '../../core/text/position';
import { isWithin } from '../includes/navigate';
import type { BookmarkOwner, Pages } from './pages';

/** What a writer can give another name. */
export interface NamedBookmark extends BookmarkOwner {
  /** The file that the link names which leads to it; `undefined` where no link was asked about. Includes may bring it there. */
  readonly linkedFile: string | undefined;
  /** What stands for it where it was asked for: its name, or the fragment of a link. */
  readonly range: Range;
  /** Its name, in one line. */
  readonly name: string;
}

/** The bookmark whose name stands at a position of a file, or to which a link there leads; `undefined` anywhere else. */
export async function bookmarkAt(
  repository: Repository,
  pages: Pages,
  path: string,
  position: Position,
): Promise<NamedBookmark | undefined> {
  const text = await repository.sources.textOf(path);
  if (text === undefined) return undefined;
  const { links } = repository.links.read(path, asInEditor(text));
  const link = links.find((candidate) => isWithin(position, rangeOf(candidate)));
  if (link === undefined) return ownBookmarkAt(pages, path, position);
  const range = fragmentRange(link);
  if (range === undefined || link.fragment === undefined || !isWithin(position, range)) return undefined;
  for (const page of pages.pagesOf(path, link)) {
    const owner = await pages.ownerOf(page, link.fragment);
    if (owner !== undefined) return named(pages, owner, range, link.written.startsWith('#') ? path : page);
  }
  return undefined;
}

async function ownBookmarkAt(pages: Pages, path: string, position: Position): Promise<NamedBookmark | undefined> {
  const file = await pages.fileOf(path);
  if (file === undefined) return undefined;
  const { document, bookmarks } = file;
  const at = document.spanOf({ start: position, end: position }).start;
  const holds = ({ start, end }: Span): boolean => start <= at && at <= end;
  // An id may stand in a heading.
  const isAnchor = ({ kind, span }: PlacedBookmark): boolean => kind === 'anchor' && holds(span);
  const anchor = bookmarks.findIndex(isAnchor);
  const index = anchor === -1 ? bookmarks.findIndex(({ span }) => holds(span)) : anchor;
  const bookmark = bookmarks[index];
  if (bookmark === undefined) return undefined;
  return named(pages, { path, index, bookmark }, document.rangeOf(bookmark.nameSpan));
}

async function named(
  pages: Pages,
  owner: BookmarkOwner,
  range: Range,
  linkedFile?: string,
): Promise<NamedBookmark | undefined> {
  const { nameSpan } = owner.bookmark;
  const file = await pages.fileOf(owner.path);
  const name = file?.document.text.slice(nameSpan.start, nameSpan.end).replaceAll(/[\r\n]+/g, ' ') ?? '';
  return name === '' || tabLabel.test(name) ? undefined : { ...owner, linkedFile, range, name };
}

/** Where the fragment of a link stands, behind its `#`; `undefined` without one. */
export function fragmentRange(link: PageLink): Range | undefined {
  const hash = link.written.indexOf('#');
  if (hash === -1) return undefined;
  const { start, end } = rangeOf(link);
  return { start: { line: start.line, character: start.character + hash + 1 }, end };
}
