import { idsOf, namedBookmarks, type Bookmark, type Bookmarks } from './bookmarks';

/** What can be linked to in a page: its own bookmarks, and those of what it includes. */
export class PageBookmarks {
  private readonly parts: readonly ReturnType<typeof idsOf>[];

  /** @param hasMore whether something is included of which nobody knows what it brings */
  constructor(
    private readonly texts: readonly Bookmarks[],
    private readonly hasMore: boolean,
  ) {
    this.parts = texts.map(idsOf);
  }

  /** Whether there may be bookmarks that nobody knows of. */
  get isOpen(): boolean {
    return this.hasMore || this.parts.some(({ isOpen }) => isOpen);
  }

  /** The build reads each file by itself: equal headings of several files have the same id, and no number. */
  has(id: string): boolean {
    return this.parts.some(({ all }) => all.has(id));
  }

  /** The id that differs in upper and lower case only. */
  inAnyCase(id: string): string | undefined {
    const wanted = id.toLowerCase();
    return this.ids().find((other) => other.toLowerCase() === wanted);
  }

  ids(): readonly string[] {
    return this.parts.flatMap(({ all }) => [...all]);
  }

  /** What a link can name, each id once: the page's own first, then what its includes bring. */
  named(): readonly Bookmark[] {
    const byId = new Map<string, Bookmark>();
    for (const bookmark of this.texts.flatMap(namedBookmarks))
      if (!byId.has(bookmark.id)) byId.set(bookmark.id, bookmark);
    return [...byId.values()];
  }
}
