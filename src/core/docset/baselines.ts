import { knownAmong, identityOf, type BaselineEntries, type BaselineEntry } from '../baseline/baseline';
import { readBaseline, type BaselineProblem } from '../baseline/format';
import { HostError } from '../host';
import type { Diagnostic } from '../rules/diagnostic';
import { startOfFile } from '../text/position';
import { createSourceDocument, type SourceDocument } from '../text/sourceDocument';
import { t } from '../text/localize';

/** One baseline: what it holds, or why it cannot be used. */
interface Loaded {
  readonly entries: BaselineEntries;
  /** Paths of the files that had an identity when they were recorded. */
  readonly byId: ReadonlyMap<string, readonly string[]>;
  readonly problem: BaselineProblem | undefined;
}

const empty: Loaded = { entries: new Map(), byId: new Map(), problem: undefined };

/** The findings that teams know of, by the file that records them. */
export class Baselines {
  private readonly loaded = new Map<string, Loaded>();

  /**
   * @param readText the current text of a file
   * @param exists whether there is such a file now
   */
  constructor(
    private readonly readText: (path: string) => Promise<string>,
    readonly exists: (path: string) => boolean,
  ) {}

  /** Reads these files, and forgets all others. A file that is not there holds nothing. */
  async load(paths: readonly string[]): Promise<void> {
    const wanted = new Set(paths);
    for (const path of this.loaded.keys()) if (!wanted.has(path)) this.loaded.delete(path);
    await Promise.all([...wanted].map((path) => this.reload(path)));
  }

  async reload(path: string): Promise<void> {
    this.loaded.set(path, await this.read(path));
  }

  /** Whether a configuration names the file. */
  has(path: string): boolean {
    return this.loaded.has(path);
  }

  /** Whether any finding is known at all. */
  get isEmpty(): boolean {
    return [...this.loaded.values()].every(({ entries }) => entries.size === 0);
  }

  entriesOf(baseline: string): BaselineEntries {
    return (this.loaded.get(baseline) ?? empty).entries;
  }

  /** The baselines that cannot be used. */
  problems(): readonly (BaselineProblem & { readonly path: string })[] {
    return [...this.loaded].flatMap(([path, { problem }]) => (problem === undefined ? [] : [{ path, ...problem }]));
  }

  /**
   * Those of the findings of a file that its baseline holds.
   *
   * @param diagnostics all of the file, sorted
   */
  known(
    baseline: string,
    diagnostics: readonly Diagnostic[],
    path: string,
    document: SourceDocument | undefined,
  ): ReadonlySet<Diagnostic> {
    const found = this.recordedPath(baseline, path, document);
    const entry = found === undefined ? undefined : this.entriesOf(baseline).get(found);
    return entry === undefined ? new Set() : knownAmong(entry, diagnostics, document);
  }

  /** The name under which a file was recorded: its own, or that of a file which is gone and was the same article. */
  recordedPath(baseline: string, path: string, document: SourceDocument | undefined): string | undefined {
    const { entries, byId } = this.loaded.get(baseline) ?? empty;
    if (entries.has(path)) return path;
    const id = document === undefined ? '' : identityOf(document);
    if (id === '') return undefined;
    const [candidate, ...others] = (byId.get(id) ?? []).filter((other) => !this.exists(other));
    // Where several are gone that were alike nobody knows which one it was.
    return others.length > 0 ? undefined : candidate;
  }

  private async read(path: string): Promise<Loaded> {
    try {
      const read = readBaseline(createSourceDocument(path, await this.readText(path)));
      return 'message' in read ? { ...empty, problem: read } : { entries: read, byId: idsOf(read), problem: undefined };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.reason === 'not-found') return empty;
      return { ...empty, problem: { message: t('This file cannot be read: {0}.', error.message), range: startOfFile } };
    }
  }
}

function idsOf(entries: ReadonlyMap<string, BaselineEntry>): ReadonlyMap<string, readonly string[]> {
  const byId = new Map<string, string[]>();
  for (const [path, { id }] of entries) {
    if (id === '') continue;
    const paths = byId.get(id);
    if (paths === undefined) byId.set(id, [path]);
    else paths.push(path);
  }
  return byId;
}
