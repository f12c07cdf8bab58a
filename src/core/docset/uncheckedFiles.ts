import type { IncludeIndex } from './includeIndex';
import type { LinkIndex } from './linkIndex';
import type { Membership } from './membership';
import type { Sources } from './sources';

export interface UncheckedParts {
  readonly includes: IncludeIndex;
  readonly links: LinkIndex;
  readonly membership: Membership;
  readonly sources: Sources;
}

/** The files that are not checked themselves, but decide about the findings of those that are. Paths are root-relative. */
export class UncheckedFiles {
  constructor(private readonly parts: UncheckedParts) {}

  /** Whether includes are looked for in a file: also in one that somebody includes. */
  mayInclude(path: string): boolean {
    const { includes, membership } = this.parts;
    return membership.isChecked(path) || membership.isOtherSource(path) || includes.graph.usersOf(path).length > 0;
  }

  /** Reads them as far as they are not known. */
  async readAll(): Promise<void> {
    const { includes, links, membership } = this.parts;
    await includes.follow(membership.articlesAndIncludes());
    await includes.addSources(membership.otherSources(), (path, text) => {
      if (membership.isLinkList(path)) links.setText(path, text);
    });
    await links.addSources(membership.linkLists());
  }

  /** Reads one of them again. Returns the files whose findings change. */
  async read(path: string): Promise<ReadonlySet<string>> {
    const { includes, links, membership, sources } = this.parts;
    const isList = membership.isLinkList(path);
    const isSource = this.mayInclude(path);
    const text = isList || isSource ? await sources.textOf(path) : undefined;
    const affected = new Set([...(isList ? [] : links.forget(path)), ...(isSource ? [] : includes.forget(path))]);
    if (text === undefined) return affected;
    const byLinks = isList ? links.setText(path, text) : [];
    const byIncludes = isSource ? includes.setSource(path, text) : [];
    return new Set([...affected, ...byLinks, ...byIncludes]);
  }

  /** Forgets what is known of those that nothing is looked for in any more, since what governs them changed; not of open ones. */
  forgetUnread(): void {
    const { includes, links, membership, sources } = this.parts;
    const isOpen = (path: string): boolean => sources.bufferOf(path) !== undefined;
    for (const path of links.knownPaths())
      if (!membership.isChecked(path) && !membership.isLinkList(path) && !isOpen(path)) links.forget(path);
    for (const path of includes.knownPaths()) {
      if (this.mayInclude(path) || isOpen(path)) continue;
      includes.forget(path);
      sources.forget(path);
    }
  }
}
