import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Repository } from '../core/docset/repository';
import type { Walk } from '../core/docset/walk';
import { isMarkdown } from '../core/text/path';
import { FactsCache } from './cache/factsCache';
import { cacheFile } from './cache/files';
import { cacheKey } from './cache/key';
import type { CachePlace } from './cache/place';
import type { Opening } from './createRepository';
import { startThreads, type Concurrency, type Threads } from './threads/threads';

/** What may help to validate a repository. */
export interface ValidationHelp {
  /** How many threads there are; one where this is left out. */
  readonly concurrency?: Concurrency;
  /** Where what files told is kept; nowhere where this is left out. */
  readonly cache?: CachePlace | undefined;
}

/** Validates the files of a repository that is being loaded, with threads and by what is known of earlier checks. */
export class Validation {
  /** `undefined` where nothing is kept. */
  private readonly cacheFile: string | undefined;
  private readonly concurrency: Concurrency;
  private threads: Threads | undefined;

  constructor(
    private readonly repository: Repository,
    private readonly opening: Opening,
    private readonly walk: Walk,
    { concurrency = 1, cache }: ValidationHelp,
  ) {
    const files = walk.files.filter(isMarkdown).length;
    this.concurrency = concurrency;
    this.cacheFile =
      cache === undefined || files < cache.leastFiles
        ? undefined
        : cacheFile(cache.folder, basename(opening.root), `${opening.root}\n${__filename}`);
    // They start while the repository reads what governs its files. Where some is known, there may be no need of them.
    if (this.cacheFile === undefined || !existsSync(this.cacheFile)) this.start(files);
  }

  /** As `Repository.validate`. Once: the threads end with it. */
  readonly validate: Repository['validate'] = async (paths, onFile, signal) => {
    const { repository, cacheFile } = this;
    const { root, options } = this.opening;
    if (cacheFile === undefined) return this.read(paths, onFile, signal);
    const cache = FactsCache.open(cacheFile, await cacheKey(repository, options, Date.now()));
    const known = cache.known(root, paths);
    for (const facts of known) repository.take(facts);
    const isKnown = new Set(known.map(({ path }) => path));
    const unknown = paths.filter((path) => !isKnown.has(path));
    const done = await this.read(unknown, (count) => onFile?.(known.length + count), signal);
    cache.save((path) => repository.takenFrom(path));
    return known.length + done;
  };

  /** Ends what was started, where nothing will be validated. */
  end(): void {
    this.threads?.end();
  }

  private read(...[paths, onFile, signal]: Parameters<Repository['validate']>): Promise<number> {
    if (this.threads === undefined) this.start(paths.length);
    return (this.threads ?? this.repository).validate(paths, onFile, signal);
  }

  private start(files: number): void {
    this.threads = startThreads(this.repository, this.opening, this.walk, this.concurrency, files);
  }
}
