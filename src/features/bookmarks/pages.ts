import type { Repository } from '../../core/docset/repository';
import { bodyStart } from '../../core/includes/body';
import { actualPath } from '../../core/includes/resolve';
import type { PageLink } from '../../core/links/graph';
import { placedBookmarks, type PlacedBookmark } from '../../core/links/placedBookmarks';
import { asInEditor } from '../../core/text/lines';
import { isMarkdown } from '../../core/text/path';
import { createSourceDocument, type SourceDocument } from '../../core/text/sourceDocument';

/** A heading, or an id in HTML, of a file. */
export interface BookmarkOwner {
  /** Root-relative. */
  readonly path: string;
  /** In the bookmarks of the file. */
  readonly index: number;
  readonly bookmark: PlacedBookmark;
}

/** A Markdown file with what can be linked to in it. */
interface BookmarkedFile {
  readonly document: SourceDocument;
  readonly bookmarks: readonly PlacedBookmark[];
}

/** The pages of a repository as readers meet them: files with all that they include. Each is read once. */
export class Pages {
  private readonly files = new Map<string, BookmarkedFile | undefined>();
  private readonly pages = new Map<string, readonly BookmarkOwner[]>();

  constructor(private readonly repository: Repository) {}

  /** A file as it stands in the editor; `undefined` where it is no Markdown, or cannot be read. */
  async fileOf(path: string): Promise<BookmarkedFile | undefined> {
    if (this.files.has(path)) return this.files.get(path);
    const content = isMarkdown(path) ? await this.repository.sources.textOf(path) : undefined;
    const file = content === undefined ? undefined : bookmarkedFile(path, asInEditor(content));
    this.files.set(path, file);
    return file;
  }

  /** The pages that a link may lead to: several where an include file links to a bookmark of whatever includes it. */
  pagesOf(path: string, { written, target }: PageLink): readonly string[] {
    const { includes } = this.repository;
    if (!written.startsWith('#')) {
      const actual = target === undefined ? undefined : actualPath(target, includes.contextOf(path).exists(target));
      return actual === undefined ? [] : [actual];
    }
    const isArticle = (file: string): boolean => this.repository.files.infoOf(file).kind === 'article';
    const articles = isArticle(path) ? [] : [...includes.graph.dependentsOf(path)].filter(isArticle);
    return articles.length === 0 ? [path] : articles;
  }

  /** What has an id on a page: the first of several, as in a browser. */
  async ownerOf(page: string, id: string): Promise<BookmarkOwner | undefined> {
    let all = this.pages.get(page);
    if (all === undefined) {
      await this.repository.followIncludes(page);
      all = await this.inOrder(page, new Set([page]));
      this.pages.set(page, all);
    }
    return all.find(({ bookmark }) => bookmark.ids[0] === id) ?? all.find(({ bookmark }) => bookmark.ids.includes(id));
  }

  /** @param reached the files that were met before, which bring no new id */
  private async inOrder(path: string, reached: Set<string>): Promise<BookmarkOwner[]> {
    const file = await this.fileOf(path);
    if (file === undefined) return [];
    const found: BookmarkOwner[] = [];
    let next = 0;
    const takeUpTo = (offset: number): void => {
      for (; next < file.bookmarks.length; next++) {
        const bookmark = file.bookmarks[next];
        if (bookmark === undefined || bookmark.span.start > offset) return;
        found.push({ path, index: next, bookmark });
      }
    };
    const { graph } = this.repository.includes;
    const contents = graph.contentsOf(path);
    for (const { range, resolved } of graph.includesOf(path)) {
      if (resolved.target === undefined || !contents.has(resolved.target) || reached.has(resolved.target)) continue;
      takeUpTo(file.document.spanOf(range).start);
      reached.add(resolved.target);
      found.push(...(await this.inOrder(resolved.target, reached)));
    }
    takeUpTo(Infinity);
    return found;
  }
}

function bookmarkedFile(path: string, text: string): BookmarkedFile {
  return { document: createSourceDocument(path, text), bookmarks: placedBookmarks(text, bodyStart(text)) };
}
