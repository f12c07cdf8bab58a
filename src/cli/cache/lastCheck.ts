import type { Walk } from '../../core/docset/walk';
import type { Diagnostic } from '../../core/rules/diagnostic';
import type { CacheFile } from './cacheFile';
import type { Stamps } from './stamps';

/** What a check of a whole repository found. */
export interface Outcome {
  /** The articles and include files that were checked, root-relative. */
  readonly files: readonly string[];
  /** Every finding, sorted. */
  readonly all: readonly Diagnostic[];
  /** Those that a baseline holds; `undefined` where there is none. */
  readonly known: ReadonlySet<Diagnostic> | undefined;
}

/** An outcome, and the states that files had then: while all are the same, a check finds the same. */
export interface KeptOutcome extends Outcome {
  readonly walked: string;
  /** Files that were read although the walk does not list them, or looked for in vain, with their stamps. */
  readonly others: readonly (readonly [path: string, stamp: string])[];
}

/** What the last check of a repository found, for when nothing has changed since. */
export class LastCheck {
  private readonly walked: string | undefined;

  /** Takes note of the states of files: make it before they are read. */
  constructor(
    private readonly file: CacheFile<KeptOutcome>,
    private readonly walk: Walk,
    private readonly stamps: Stamps,
  ) {
    this.walked = stateOf(walk, stamps);
  }

  /** What a check will find; `undefined` where it may find something else than the last one. */
  outcome(): Outcome | undefined {
    if (this.walked === undefined) return undefined;
    const kept = this.file.read();
    if (kept?.walked !== this.walked) return undefined;
    return kept.others.every(([path, stamp]) => this.stamps.of(path) === stamp) ? kept : undefined;
  }

  /**
   * Keeps what a check found.
   *
   * @param read every file that was asked for, root-relative
   */
  save(outcome: Outcome, read: Iterable<string>): void {
    const { walked } = this;
    if (walked === undefined) return;
    const listed = new Set(this.walk.files);
    const others = [...read].filter((path) => !listed.has(path)).map((path) => [path, this.stamps.of(path)] as const);
    const settled = others.flatMap(([path, stamp]) => (stamp === undefined ? [] : [[path, stamp] as const]));
    if (settled.length === others.length) this.file.write({ ...outcome, walked, others: settled });
  }
}

/** The state of everything that a walk met; `undefined` where that of a file cannot be told yet. */
function stateOf({ files, problems, outside, ignored }: Walk, stamps: Stamps): string | undefined {
  const states = files.map((path) => [path, stamps.of(path)]);
  if (states.some(([, stamp]) => stamp === undefined)) return undefined;
  return JSON.stringify([states, problems, outside, ignored]);
}
