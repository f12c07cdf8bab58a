import type { FileFacts } from '../../core/docset/facts';
import type { CacheFile } from './cacheFile';
import type { Stamps } from './stamps';

/** What a file told, and the state that it had then. */
interface Kept {
  readonly stamp: string;
  readonly facts: FileFacts;
}

/** What the files of a repository told when they were read, kept from one check to the next. */
export class FactsCache {
  private readonly kept: ReadonlyMap<string, Kept>;
  private paths: readonly string[] = [];

  constructor(
    private readonly file: CacheFile<readonly (readonly [path: string, kept: Kept])[]>,
    private readonly stamps: Stamps,
  ) {
    this.kept = new Map(file.read());
  }

  /** What is known of the files that are as they were. Takes note of the states of the others: call it before they are read. */
  known(paths: readonly string[]): readonly FileFacts[] {
    this.paths = paths;
    return paths.flatMap((path) => {
      const stamp = this.stamps.of(path);
      const kept = this.kept.get(path);
      return kept !== undefined && kept.stamp === stamp ? kept.facts : [];
    });
  }

  /**
   * Keeps what is known now, where that is not what was kept.
   *
   * @param factsOf what a file told; `undefined` for one that cannot be read as it is
   */
  save(factsOf: (path: string) => FileFacts | undefined): void {
    const now = this.paths.flatMap((path): [string, Kept][] => {
      // Of the moment before the file was read.
      const stamp = this.stamps.of(path);
      const facts = stamp === undefined ? undefined : factsOf(path);
      return stamp === undefined || facts === undefined ? [] : [[path, { stamp, facts }]];
    });
    const isAsKept = ([path, { stamp }]: [string, Kept]): boolean => this.kept.get(path)?.stamp === stamp;
    if (now.length !== this.kept.size || !now.every(isAsKept)) this.file.write(now);
  }
}
