import { readDestination, resolveDestination, rootsOf, withoutEscapes } from '../includes/destinations';
import { isMarkdown, isTableOfContents } from '../text/path';
import { decodePercent } from '../text/percent';
import { createLineIndex, type Range, type Span } from '../text/position';
import { UsersIndex } from '../text/usersIndex';
import { addressProblems } from './address';
import { isSameBookmarks, noBookmarks, type Bookmarks } from './bookmarks';
import { scanPage, type PageScan } from './scan';
import { isLinkPage, scanYamlLinks } from './yaml';

/** One destination of a file that says something about the repository, or is wrong by itself. */
export interface PageLink {
  /** As it stands in the text. */
  readonly written: string;
  /** Of the line that it stands on, and in it; from 0. */
  readonly line: number;
  readonly character: number;
  /** The root-relative path that it names; `undefined` outside of the root and for an address. */
  readonly target: string | undefined;
  /** Whether it is an address, or a path from the root of the site. */
  readonly isAddress: boolean;
  /** Decoded; `undefined` where there is none. */
  readonly fragment: string | undefined;
}

/** What a file links to and what can be linked to in it. */
export interface Page {
  readonly links: readonly PageLink[];
  readonly bookmarks: Bookmarks;
  readonly imageBlocks: PageScan['imageBlocks'];
}

export const emptyPage: Page = { links: [], bookmarks: noBookmarks, imageBlocks: 0 };

/** Where a link stands. */
export function rangeOf({ line, character, written }: PageLink): Range {
  return { start: { line, character }, end: { line, character: character + written.length } };
}

/**
 * Which file links to which, and by which names its headings are linked to. An edit of a file costs that file; a file that
 * comes or goes, or a heading that gets another name, costs those that link to it. All paths are root-relative.
 */
export class LinkGraph {
  private readonly pages = new Map<string, Page>();
  private readonly users = new UsersIndex();
  /** Many articles name the same: kept once, and not as a slice that keeps an article's whole text in memory. */
  private readonly texts = new Map<string, string>();

  constructor(private readonly docsetFolderOf: (path: string) => string) {}

  /** Takes over what was read in a file. Returns whether its bookmarks changed: of a file that was not known they were not, either. */
  set(path: string, page: Page): boolean {
    const before = this.pages.get(path);
    this.pages.set(path, page);
    for (const { target } of before?.links ?? []) if (target !== undefined) this.users.delete(target, path);
    for (const { target } of page.links) if (target !== undefined) this.users.add(target, path);
    return before === undefined || !isSameBookmarks(before.bookmarks, page.bookmarks);
  }

  /** Forgets a file. Returns whether it was known. */
  remove(path: string): boolean {
    if (!this.pages.has(path)) return false;
    this.set(path, emptyPage);
    return this.pages.delete(path);
  }

  clear(): void {
    this.pages.clear();
    this.users.clear();
    this.texts.clear();
  }

  /** Finds every target again: the docsets changed. */
  resolveAll(): void {
    for (const [path, page] of [...this.pages]) {
      if (!page.links.some(({ written }) => written.startsWith('~'))) continue;
      const roots = rootsOf(path, this.docsetFolderOf(path));
      const links = page.links.map((link) => {
        const read = readDestination(link.written, 'link');
        return read === undefined ? link : { ...link, target: resolveDestination(read, roots) };
      });
      this.set(path, { ...page, links });
    }
  }

  /** What a text under a path links to, without taking it over. */
  read(path: string, text: string, from: number): Page {
    if (!isMarkdown(path)) {
      const spans = isTableOfContents(path) || isLinkPage(text) ? scanYamlLinks(text) : [];
      return { ...emptyPage, links: this.linksOf(path, text, spans) };
    }
    const { links, ...others } = scanPage(text, from);
    return { links: this.linksOf(path, text, links), ...others };
  }

  /** The files that are known. */
  paths(): readonly string[] {
    return [...this.pages.keys()];
  }

  /** `undefined` for a file that is not known. */
  pageOf(path: string): Page | undefined {
    return this.pages.get(path);
  }

  /** The files that link to this one, under its name in any case. */
  usersOf(path: string): ReadonlySet<string> {
    return this.users.of(path);
  }

  private linksOf(path: string, text: string, spans: readonly Span[]): PageLink[] {
    if (spans.length === 0) return [];
    const lines = createLineIndex(text);
    const roots = rootsOf(path, this.docsetFolderOf(path));
    return spans.flatMap((span): PageLink[] => {
      const written = text.slice(span.start, span.end);
      const read = readDestination(written, 'link');
      const isOwn = written.startsWith('#');
      const isAddress = read === undefined && !isOwn;
      if (isAddress && addressProblems(written).length === 0) return [];
      const target = read === undefined ? (isOwn ? path : undefined) : resolveDestination(read, roots);
      const hash = isAddress ? -1 : written.indexOf('#');
      return [
        {
          written: this.shared(written),
          ...lines.positionAt(span.start),
          target: target === undefined ? undefined : this.shared(target),
          isAddress,
          fragment: hash === -1 ? undefined : this.shared(decodePercent(withoutEscapes(written.slice(hash + 1)))),
        },
      ];
    });
  }

  private shared(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    // A copy: a slice of a text would keep all of it.
    const copy = ` ${text}`.slice(1);
    this.texts.set(copy, copy);
    return copy;
  }
}
