import { dirname, isInFolder, relativePath, resolvePath } from '../text/path';
import type { Redirection } from './redirections';
import { siteBaseOf } from './siteBase';

/** What is asked about the repository. Paths are root-relative. */
export interface RedirectionWorld {
  has(path: string): boolean;
  all(): Iterable<string>;
  /** '' without a docset. */
  docsetFolderOf(path: string): string;
}

/** Where a redirection leads, as far as that is known. */
export interface RedirectionTarget {
  /** As the last redirection on the way writes it. */
  readonly url: string;
  /** The page of this repository. */
  readonly file: string | undefined;
  /** The redirections on the way, this one first. */
  readonly way: readonly Redirection[];
  /** The redirections among them that lead to each other in a circle. */
  readonly loop: readonly Redirection[];
}

/** The pages that an address without an ending can stand for. */
const endings = ['', '.md', '.yml', '/index.md', '/index.yml'];

/** What an address begins with that leads to the site itself, in any language. */
export const siteOrigin = /^https?:\/\/(?:learn|docs)\.microsoft\.com(?=\/)/i;
export const siteLocale = /^\/[a-z]{2}-[a-z]{2}(?=\/)/i;

/** Nobody writes longer ways. */
const mostSteps = 50;

/** The redirections of a repository, and where they lead. */
export class RedirectionMap {
  private readonly bySource = new Map<string, Redirection>();
  /** By folder of a docset: the path of its pages on the site. */
  private readonly bases = new Map<string, string | undefined>();

  constructor(
    readonly all: readonly Redirection[],
    private readonly world: RedirectionWorld,
  ) {
    // Of two with one source, the build takes the first.
    for (const redirection of all) {
      const key = redirection.source.toLowerCase();
      if (!this.bySource.has(key)) this.bySource.set(key, redirection);
    }
  }

  /** The redirection of a page, under its name in any case. */
  of(path: string): Redirection | undefined {
    return this.bySource.get(path.toLowerCase());
  }

  /** Follows a redirection to the end. */
  targetOf(redirection: Redirection): RedirectionTarget {
    const way: Redirection[] = [];
    for (let current = redirection; ;) {
      const back = way.indexOf(current);
      if (back !== -1) return { url: current.url, file: undefined, way, loop: way.slice(back) };
      way.push(current);
      const named = this.namedBy(current);
      const file =
        named === undefined ? undefined : firstOf(named, (path) => (this.world.has(path) ? path : undefined));
      // An address with a query may be another page each time.
      const mayGoOn = named !== undefined && file === undefined && !current.url.includes('?') && way.length < mostSteps;
      const next = mayGoOn ? firstOf(named, (path) => this.of(path)) : undefined;
      if (next === undefined) return { url: current.url, file, way, loop: [] };
      current = next;
    }
  }

  /**
   * Whether a redirection leads to a page of its own docset that is plainly not there: it says so by a relative path, which
   * no other repository can mean.
   */
  isMissing({ source, url }: Redirection): boolean {
    if (/^(?:[\\/?#]|[a-z][a-z0-9+.-]*:)/i.test(url)) return false;
    const path = resolvePath(dirname(source), withoutSuffix(url));
    if (path === undefined || !isInFolder(path, this.world.docsetFolderOf(source))) return false;
    return firstOf(path, (named) => (this.world.has(named) ? named : this.of(named))) === undefined;
  }

  /** The pages that a redirection can lead to, root-relative, the likeliest first; none where that is not known. */
  pagesNamedBy(redirection: Redirection): readonly string[] {
    const named = this.namedBy(redirection);
    return named === undefined ? [] : pagesAt(named);
  }

  /** The root-relative path, without its ending, that a redirection leads to; `undefined` where that is not known. */
  private namedBy({ source, url }: Redirection): string | undefined {
    const path = withoutSuffix(url).replace(siteOrigin, '');
    if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
    if (!/^[\\/]/.test(path)) return resolvePath(dirname(source), path);
    const docset = this.world.docsetFolderOf(source);
    const base = this.baseOf(docset);
    const onSite = path.replace(siteLocale, '').toLowerCase();
    if (base === undefined || !onSite.startsWith(`${base}/`)) return undefined;
    return resolvePath(docset, path.slice(path.length - (onSite.length - base.length - 1)));
  }

  /** The path on the site below which a docset is published, in lower case; `undefined` where nothing tells. */
  baseOf(docset: string): string | undefined {
    if (!this.bases.has(docset)) {
      const own = this.all.filter(({ source }) => this.world.docsetFolderOf(source) === docset);
      const pages = [...this.world.all(), ...own.map(({ source }) => source)].filter((path) =>
        isInFolder(path, docset),
      );
      const base = siteBaseOf(
        own.map(({ url }) => withoutSuffix(url)),
        pages.map((path) => relativePath(docset, path)),
      );
      this.bases.set(docset, base);
    }
    return this.bases.get(docset);
  }
}

/** An address without its query and its fragment. */
export function withoutSuffix(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

function firstOf<T>(path: string, find: (path: string) => T | undefined): T | undefined {
  for (const page of pagesAt(path)) {
    const found = find(page);
    if (found !== undefined) return found;
  }
  return undefined;
}

function pagesAt(path: string): readonly string[] {
  const plain = path.replace(/\/$/, '');
  // The root is a folder, and nothing else.
  return plain === '' ? ['index.md', 'index.yml'] : endings.map((ending) => plain + ending);
}
