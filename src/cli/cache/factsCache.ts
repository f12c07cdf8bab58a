import { deserialize, serialize } from 'node:v8';
import type { FileFacts } from '../../core/docset/facts';
import { readCache, writeCache } from './files';
import { stampOf } from './stamps';

/** What a file told, and the state that it had then. */
interface Kept {
  readonly stamp: string;
  readonly facts: FileFacts;
}

/** What the files of a repository told when they were read, kept on disk from one check to the next. */
export class FactsCache {
  private readonly stamps = new Map<string, string>();

  private constructor(
    private readonly file: string,
    private readonly key: string,
    private readonly kept: ReadonlyMap<string, Kept>,
  ) {}

  /**
   * @param file absolute; need not be there
   * @param key of `cacheKey`: what was kept under another one is not looked at
   */
  static open(file: string, key: string): FactsCache {
    return new FactsCache(file, key, read(file, key));
  }

  /**
   * What is known of the files that are as they were. Looks at how the others are now, so call this before they are read.
   *
   * @param root absolute path that the paths start from
   */
  known(root: string, paths: readonly string[]): readonly FileFacts[] {
    const now = Date.now();
    return paths.flatMap((path) => {
      const stamp = stampOf(root, path, now);
      if (stamp !== undefined) this.stamps.set(path, stamp);
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
    const now = [...this.stamps].flatMap(([path, stamp]): [string, Kept][] => {
      const facts = factsOf(path);
      return facts === undefined ? [] : [[path, { stamp, facts }]];
    });
    const isSame = now.length === this.kept.size && now.every(([path, { stamp }]) => this.kept.get(path)?.stamp === stamp);
    if (!isSame) writeCache(this.file, Buffer.concat([Buffer.from(`${this.key}\n`), serialize(now)]));
  }
}

function read(file: string, key: string): ReadonlyMap<string, Kept> {
  const bytes = readCache(file);
  const end = bytes?.indexOf('\n') ?? -1;
  if (bytes?.toString('utf8', 0, end) !== key) return new Map();
  try {
    return new Map(deserialize(bytes.subarray(end + 1)) as [string, Kept][]);
  } catch {
    // Damaged: as good as none.
    return new Map();
  }
}
