import type { Redirection, RedirectionFile } from '../../core/links/redirections';
import { redirectionName } from '../../core/links/redirections';
import type { TextEdit } from '../../core/text/edit';
import { t } from '../../core/text/localize';
import { createSourceDocument, type SourceDocument } from '../../core/text/sourceDocument';
import { PageAddresses } from './addresses';
import { fileFor } from './chooseFile';
import { editsOf, type EntryChanges } from './entryEdits';
import type { RedirectionView } from './view';

/** A page that is gone, and where its readers are to be led: to a page of the repository, or to an address. */
export interface WantedRedirection {
  /** Root-relative. */
  readonly source: string;
  readonly target: { readonly page: string } | { readonly url: string };
}

/** The edits of one file of redirections. */
export interface PlannedRedirections {
  /** As it is; without text where there is no such file yet. */
  readonly document: SourceDocument;
  readonly isNew: boolean;
  /** In the order of the text. */
  readonly edits: readonly TextEdit[];
}

export interface RedirectionPlan {
  readonly files: readonly PlannedRedirections[];
  /** The redirections that there are afterwards and that were not there before, or led elsewhere. */
  readonly added: readonly { readonly source: string; readonly url: string; readonly path: string }[];
  /** Entries that led to a page that is gone, and now lead on to where its readers are led. */
  readonly ledOn: readonly Redirection[];
  /** Entries of pages that are there again. */
  readonly removed: readonly Redirection[];
  /** What is not redirected, and why: a sentence. */
  readonly refused: readonly { readonly source: string; readonly reason: string }[];
}

/**
 * Plans the redirections of pages that are gone, or will be. Entries that lead to such a page lead to its successor
 * afterwards, so that no chain comes about, and those of a page that readers are led to go: it is there (again). Pages
 * that others take the place of are left out.
 *
 * Nothing is asked about whether the pages exist, so that it can be planned before they move as well as afterwards.
 */
export function planRedirections(view: RedirectionView, wanted: readonly WantedRedirection[]): RedirectionPlan {
  const plan = new Plan(view, wanted);
  plan.removeReturned();
  plan.addWanted();
  plan.leadOn();
  return plan.result();
}

class Plan {
  private readonly addresses: PageAddresses;
  private readonly bySource: ReadonlyMap<string, WantedRedirection>;
  private readonly targets: ReadonlySet<string>;
  private readonly changes = new Map<string, EntryChanges>();
  private readonly added: RedirectionPlan['added'][number][] = [];
  private readonly ledOn: Redirection[] = [];
  private readonly removed = new Set<Redirection>();
  private readonly refused: RedirectionPlan['refused'][number][] = [];

  constructor(
    private readonly view: RedirectionView,
    wanted: readonly WantedRedirection[],
  ) {
    this.addresses = new PageAddresses(view);
    this.targets = new Set(wanted.flatMap(({ target }) => ('page' in target ? [target.page.toLowerCase()] : [])));
    const going = wanted.filter(({ source }) => !this.targets.has(source.toLowerCase()));
    this.bySource = new Map(going.map((one) => [one.source.toLowerCase(), one]));
  }

  removeReturned(): void {
    for (const redirection of this.view.map.all) {
      if (!this.targets.has(redirection.source.toLowerCase())) continue;
      this.removed.add(redirection);
      this.changesOf(redirection.document).removed.add(redirection.index);
    }
  }

  addWanted(): void {
    for (const { source, target } of this.bySource.values()) {
      const url = 'url' in target ? target.url : this.addresses.of(target.page, source);
      const existing = this.view.map.of(source);
      if (url === undefined) this.refused.push({ source, reason: unknownAddress('page' in target ? target.page : '') });
      else if (existing === undefined) this.add(source, url);
      else if (existing.url !== url && !('page' in target && this.leadsTo(existing, target.page))) {
        this.changesOf(existing.document).urls.set(existing.index, { span: existing.urlSpan, url });
        this.added.push({ source, url, path: existing.document.path });
      }
    }
  }

  private add(source: string, url: string): void {
    const document = fileFor(source, this.view.files)?.document ?? createSourceDocument(redirectionName, '');
    this.changesOf(document).added.push({ source, url });
    this.added.push({ source, url, path: document.path });
  }

  private leadsTo(redirection: Redirection, page: string): boolean {
    return this.view.map.pagesNamedBy(redirection).some((named) => named.toLowerCase() === page.toLowerCase());
  }

  leadOn(): void {
    for (const redirection of this.view.map.all) {
      const next = this.removed.has(redirection) ? undefined : this.successorOf(redirection);
      if (next === undefined) continue;
      const url = 'url' in next ? next.url : this.addresses.like(redirection, next.page);
      if (url === undefined || url === redirection.url) continue;
      this.changesOf(redirection.document).urls.set(redirection.index, { span: redirection.urlSpan, url });
      this.ledOn.push(redirection);
    }
  }

  /** Where readers are to be led instead, if a redirection leads to a page that goes. */
  private successorOf(redirection: Redirection): WantedRedirection['target'] | undefined {
    // The entry of the page itself has its address already.
    if (this.bySource.has(redirection.source.toLowerCase())) return undefined;
    for (const page of this.view.map.pagesNamedBy(redirection)) {
      const wanted = this.bySource.get(page.toLowerCase());
      if (wanted !== undefined) return wanted.target;
      if (this.view.world.has(page)) return undefined;
    }
    return undefined;
  }

  private changesOf(document: SourceDocument): EntryChanges {
    let changes = this.changes.get(document.path);
    if (changes === undefined) {
      changes = { document, added: [], removed: new Set(), urls: new Map() };
      this.changes.set(document.path, changes);
    }
    return changes;
  }

  result(): RedirectionPlan {
    const broken = new Set<string>();
    const files = [...this.changes.values()].flatMap((changes): PlannedRedirections[] => {
      const { document, added } = changes;
      const edits = editsOf(changes);
      if (edits !== undefined) return [{ document, isNew: !this.isThere(document), edits }];
      broken.add(document.path);
      const reason = t("'{0}' cannot be read as JSON. Put it right first.", document.path);
      this.refused.push(...added.map(({ source }) => ({ source, reason })));
      return [];
    });
    const isWhole = ({ document }: Redirection): boolean => !broken.has(document.path);
    return {
      files,
      added: this.added.filter(({ path }) => !broken.has(path)),
      ledOn: this.ledOn.filter(isWhole),
      removed: [...this.removed].filter(isWhole),
      refused: this.refused,
    };
  }

  private isThere({ path }: SourceDocument): boolean {
    return this.view.files.some(({ document }: RedirectionFile) => document.path === path);
  }
}

function unknownAddress(page: string): string {
  return t(
    "Nothing tells below which path of the site '{0}' is published. Give its address instead, such as '/contoso/page'.",
    page,
  );
}
