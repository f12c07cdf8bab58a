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
import { threadCount, type Concurrency } from './threads/count';
import type { Threads } from './threads/threads';

/** What may help to validate a repository. */
export interface ValidationHelp {
  /** How many threads there are; one where this is left out. */
  readonly concurrency?: Concurrency;
  /** Where what files told is kept; nowhere where this is left out. */
  readonly cache?: CachePlace | undefined;
}

/** Validates the files of a repository that is being loaded, with threads and by what is known of earlier checks. */
export class Validation {
  private cache: FactsCache | undefined;
  /** `undefined` where one thread is enough, or none was started yet. */
  private threads: Promise<Threads | undefined> | undefined;

  private constructor(
    private readonly repository: Repository,
    private readonly opening: Opening,
    private readonly walk: Walk,
    private readonly concurrency: Concurrency,
    /** `undefined` where nothing is kept. */
    private readonly cacheFile: string | undefined,
  ) {}

  /** Begins before the repository reads what governs its files, so that threads can start meanwhile. */
  static begin(
    repository: Repository,
    opening: Opening,
    walk: Walk,
    { concurrency = 1, cache }: ValidationHelp,
  ): Validation {
    const files = walk.files.filter(isMarkdown).length;
    const identity = `${opening.root}\n${__filename}`;
    const keeps = cache !== undefined && files >= cache.leastFiles;
    const file = keeps ? cacheFile(cache.folder, basename(opening.root), identity) : undefined;
    const validation = new Validation(repository, opening, walk, concurrency, file);
    // Where something is known, there may be no need of them.
    if (file === undefined || !existsSync(file)) validation.start(files);
    return validation;
  }

  /** As `Repository.validate`. Once: the threads end with it. */
  readonly validate: Repository['validate'] = async (paths, onFile, signal) => {
    const { repository, cacheFile: file } = this;
    const { root, options } = this.opening;
    if (file === undefined) return this.read(paths, onFile, signal);
    this.cache = FactsCache.open(file, await cacheKey(repository, options, Date.now()));
    const known = new Set<string>();
    for (const facts of this.cache.known(root, [...paths, ...repository.linkLists()])) {
      repository.put(facts);
      known.add(facts.path);
    }
    const unknown = paths.filter((path) => !known.has(path));
    const before = paths.length - unknown.length;
    return before + (await this.read(unknown, (count) => onFile?.(before + count), signal));
  };

  /** Keeps what is known now, for the next check. Call it before files are changed. */
  save(): void {
    this.cache?.save((path) => this.repository.takenFrom(path));
  }

  /** Ends what was started, where nothing will be validated. */
  async end(): Promise<void> {
    (await this.threads)?.end();
  }

  private async read(...[paths, onFile, signal]: Parameters<Repository['validate']>): Promise<number> {
    const threads = await (this.threads ?? this.start(paths.length));
    return (threads ?? this.repository).validate(paths, onFile, signal);
  }

  private start(files: number): Promise<Threads | undefined> {
    return (this.threads = startThreadsFor(this.repository, this.opening, this.walk, this.concurrency, files));
  }
}

/** What starts threads is loaded where there will be some: it brings a part of Node along. */
async function startThreadsFor(
  repository: Repository,
  opening: Opening,
  walk: Walk,
  concurrency: Concurrency,
  files: number,
): Promise<Threads | undefined> {
  const count = threadCount(concurrency, files);
  if (count <= 1) return undefined;
  const { startThreads } = await import('./threads/threads');
  return startThreads(repository, opening, walk, count);
}
