import type { Repository } from '../core/docset/repository';
import { isMarkdown } from '../core/text/path';
import type { FactsCache } from './cache/factsCache';
import type { FoundRepository } from './target';
import { threadCount, type Concurrency } from './threads/count';
import type { Threads } from './threads/threads';

/** Validates the files of a repository that is being loaded, with threads and by what is known of earlier checks. */
export class Validation {
  private facts: FactsCache | undefined;
  /** `undefined` where none were started yet; of `undefined` where one thread is enough. */
  private threads: Promise<Threads | undefined> | undefined;

  /**
   * Make it before the repository reads what governs its files, so that threads can start meanwhile.
   *
   * @param concurrency how many threads there are
   */
  constructor(
    private readonly found: FoundRepository,
    private readonly repository: Repository,
    private readonly concurrency: Concurrency,
  ) {
    // Where something is known, there may be no need of them.
    if (found.cache?.hasFacts !== true) this.start(found.walk.files.filter(isMarkdown).length);
  }

  /** As `Repository.validate`. Once: the threads end with it. */
  readonly validate: Repository['validate'] = async (paths, onFile, signal) => {
    const { repository } = this;
    const { cache } = this.found;
    this.facts = await cache?.facts(repository);
    const known = new Set<string>();
    for (const facts of this.facts?.known([...paths, ...repository.files.linkLists()]) ?? []) {
      repository.put(facts);
      known.add(facts.path);
    }
    const unknown = paths.filter((path) => !known.has(path));
    const before = paths.length - unknown.length;
    return before + (await this.read(unknown, (count) => onFile?.(before + count), signal));
  };

  /** Keeps what is known now, for the next check. Call it before files are changed. */
  save(): void {
    this.facts?.save((path) => this.repository.takenFrom(path));
  }

  /** Ends what was started, where nothing will be validated. */
  async end(): Promise<void> {
    (await this.threads)?.end();
  }

  private async read(...[paths, onFile, signal]: Parameters<Repository['validate']>): Promise<number> {
    if (this.threads === undefined) this.start(paths.length);
    const threads = await this.threads;
    return (threads ?? this.repository).validate(paths, onFile, signal);
  }

  private start(files: number): void {
    this.threads = startThreads(this.found, this.repository, threadCount(this.concurrency, files));
  }
}

/** What starts threads is loaded where there will be some: it brings a part of Node along. */
async function startThreads(
  { opening, walk }: FoundRepository,
  repository: Repository,
  count: number,
): Promise<Threads | undefined> {
  if (count <= 1) return undefined;
  const threads = await import('./threads/threads');
  return threads.startThreads(repository, opening, walk, count);
}
