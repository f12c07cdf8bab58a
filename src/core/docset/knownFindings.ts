import { baselineEntry, type BaselineEntries, type BaselineEntry } from '../baseline/baseline';
import { groupedByPath, type Diagnostic } from '../rules/diagnostic';
import { createSourceDocument } from '../text/sourceDocument';
import type { Baselines } from './baselines';
import type { Contexts } from './contexts';
import type { Sources } from './sources';

/** A baseline as it is to be written. */
export interface BaselineUpdate {
  /** Root-relative. */
  readonly path: string;
  readonly before: BaselineEntries;
  readonly after: BaselineEntries;
}

/** Tells which findings a team knows of, and records them. */
export class KnownFindings {
  constructor(
    private readonly baselines: Baselines,
    private readonly contexts: Contexts,
    private readonly sources: Sources,
  ) {}

  /** Whether there is none: then nothing need be read. */
  get isEmpty(): boolean {
    return this.baselines.isEmpty;
  }

  /**
   * Those of the findings that a baseline holds.
   *
   * @param diagnostics all of each file that they are on, sorted
   */
  async among(diagnostics: readonly Diagnostic[]): Promise<ReadonlySet<Diagnostic>> {
    const known = new Set<Diagnostic>();
    if (this.isEmpty) return known;
    for (const [path, found] of groupedByPath(diagnostics))
      for (const diagnostic of this.amongThose(path, found, await this.sources.textOf(path))) known.add(diagnostic);
    return known;
  }

  /**
   * The same for one file.
   *
   * @param diagnostics all of the file, sorted
   * @param text of the file; `undefined` where it cannot be read
   */
  amongThose(path: string, diagnostics: readonly Diagnostic[], text: string | undefined): ReadonlySet<Diagnostic> {
    const document = text === undefined ? undefined : createSourceDocument(path, text);
    return this.baselines.known(this.baselineOf(path), diagnostics, path, document);
  }

  /**
   * What the baselines are to hold for these findings to be known.
   *
   * @param diagnostics all findings of the repository, sorted
   * @param isRecorded whether a file's findings are recorded; those of other files stay as they are, but go with the file
   * @param adds whether findings that are new become known; else those that are gone are forgotten, and that is all
   */
  async updated(
    diagnostics: readonly Diagnostic[],
    isRecorded: (path: string) => boolean,
    adds: boolean,
  ): Promise<readonly BaselineUpdate[]> {
    const groups = groupedByPath(diagnostics.filter(({ path }) => isRecorded(path)));
    const known = adds ? undefined : await this.among(diagnostics);
    const updates = new Map<string, { before: BaselineEntries; after: Map<string, BaselineEntry> }>();
    for (const configuration of this.contexts.allConfigurations()) {
      const path = this.contexts.baselineOf(configuration);
      const before = this.baselines.entriesOf(path);
      const kept = [...before].filter(([file]) => !isRecorded(file) && this.baselines.exists(file));
      updates.set(path, { before, after: new Map(kept) });
    }
    for (const [path, found] of groups) {
      const recorded = known === undefined ? found : found.filter((diagnostic) => known.has(diagnostic));
      const text = await this.sources.textOf(path);
      const document = text === undefined ? undefined : createSourceDocument(path, text);
      updates.get(this.baselineOf(path))?.after.set(path, baselineEntry(recorded, document));
    }
    return [...updates].map(([path, update]) => ({ path, ...update }));
  }

  private baselineOf(path: string): string {
    return this.contexts.baselineOf(this.contexts.of(path));
  }
}
