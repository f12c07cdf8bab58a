import { siteLocale, siteOrigin, withoutSuffix } from '../../core/links/redirectionMap';
import type { Redirection } from '../../core/links/redirections';
import { dirname, relativePath } from '../../core/text/path';
import type { RedirectionView } from './view';

/** Writes the addresses of pages as the redirections of their docset do. */
export class PageAddresses {
  private readonly bases = new Map<string, string | undefined>();

  constructor(private readonly view: RedirectionView) {}

  /**
   * The address of a page for an entry of a page that is gone: a path from the root of the site, or, where nothing tells
   * below which path the docset is published, one relative to that page. `undefined` where that is in another docset.
   */
  of(page: string, source: string): string | undefined {
    return this.onSite(page) ?? this.relative(page, source);
  }

  /** The address of a page in the form in which an entry writes its own: with its origin, its query and its fragment. */
  like({ url, source }: Redirection, page: string): string | undefined {
    const path = withoutSuffix(url);
    const suffix = url.slice(path.length);
    const origin = siteOrigin.exec(path)?.[0] ?? '';
    const locale = siteLocale.exec(path.slice(origin.length))?.[0] ?? '';
    if (origin !== '' || /^[\\/]/.test(path)) {
      const onSite = this.onSite(page);
      return onSite === undefined ? undefined : origin + locale + onSite + suffix;
    }
    const address = this.relative(page, source, /\.(?:md|yml)$/i.test(path));
    return address === undefined ? undefined : address + suffix;
  }

  private onSite(page: string): string | undefined {
    const docset = this.view.world.docsetFolderOf(page);
    const base = this.baseOf(docset);
    return base === undefined ? undefined : `${base}/${withoutEnding(relativePath(docset, page))}`;
  }

  private relative(page: string, source: string, withEnding = false): string | undefined {
    const { world } = this.view;
    if (world.docsetFolderOf(page) !== world.docsetFolderOf(source)) return undefined;
    const path = relativePath(dirname(source), page);
    return withEnding ? path : withoutEnding(path) || './';
  }

  /** As most entries of the docset write it. */
  private baseOf(docset: string): string | undefined {
    if (!this.bases.has(docset)) this.bases.set(docset, this.mostWritten(docset));
    return this.bases.get(docset);
  }

  private mostWritten(docset: string): string | undefined {
    const { map, world } = this.view;
    const base = map.baseOf(docset);
    if (base === undefined) return undefined;
    const counts = new Map<string, number>();
    for (const { url, source } of map.all) {
      const path = url.replace(siteOrigin, '').replace(siteLocale, '');
      if (!path.toLowerCase().startsWith(`${base}/`) || world.docsetFolderOf(source) !== docset) continue;
      const written = path.slice(0, base.length);
      counts.set(written, (counts.get(written) ?? 0) + 1);
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    return most?.[0] ?? base;
  }
}

/** Pages have no ending on the site, and that of a folder has no name. */
function withoutEnding(path: string): string {
  return path.replace(/\.(?:md|yml)$/i, '').replace(/(^|\/)index$/i, '$1');
}
