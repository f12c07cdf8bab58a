import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Repository } from '../../core/docset/repository';
import type { Walk } from '../../core/docset/walk';
import { languageInUse, translationsInUse } from '../../core/text/localize';
import type { Opening } from '../target';
import { Batches } from './batches';
import type { BatchFacts, Share, ThreadData } from './protocol';

const mainThread = 1;

/**
 * Starts the threads that help to validate a repository.
 *
 * @param count of all threads, the main one included
 */
export function startThreads(repository: Repository, opening: Opening, walk: Walk, count: number): Threads {
  const owners = Array.from({ length: count - 1 }, (_, index) => mainThread + 1 + index);
  const spoken = { translations: translationsInUse(), language: languageInUse() };
  const workers = owners.map((owner) => startThread({ opening, walk, owner, ...spoken }));
  return new Threads(repository, workers);
}

function startThread(workerData: ThreadData): Worker {
  const worker = new Worker(join(__dirname, 'thread.js'), { workerData });
  worker.unref();
  return worker;
}

/** Threads that read files for this one. What one of them fails at is done here: there the failure is told as ever. */
export class Threads {
  private readonly running: Set<Worker>;
  private onChange: () => void = () => undefined;

  constructor(
    private readonly repository: Repository,
    workers: readonly Worker[],
  ) {
    this.running = new Set(workers);
    for (const worker of workers) {
      const ended = (): void => {
        this.running.delete(worker);
        this.onChange();
      };
      worker.on('error', ended).on('exit', ended);
    }
  }

  /** As `Repository.validate`, together. Once: the threads end with it. */
  readonly validate: Repository['validate'] = async (paths, onFile, signal) => {
    const { repository } = this;
    const memory = Batches.memoryFor(paths.length);
    const batches = new Batches(paths, memory);
    const theirs = new Set<number>();
    const told = new Set<number>();
    const left: string[] = [];
    let done = 0;
    const validateHere = async (some: readonly string[]): Promise<void> => {
      done += await repository.validate(some, (count) => onFile?.(done + count), signal);
    };
    this.listen({ paths, memory }, ({ batch, facts }) => {
      told.add(batch);
      for (const one of facts) repository.put(one);
      done += facts.length;
      onFile?.(done);
      const known = new Set(facts.map(({ path }) => path));
      left.push(...batches.pathsOf(batch).filter((path) => !known.has(path)));
    });
    try {
      for (let batch = 0; batch < batches.count && signal?.aborted !== true; batch++) {
        if (batches.claim(batch, mainThread)) await validateHere(batches.pathsOf(batch));
        else theirs.add(batch);
        // What the others sent meanwhile is taken over in turn, rather than all of it at the end.
        await nextTurn();
      }
      await this.until(() => signal?.aborted === true || [...theirs].every((batch) => told.has(batch)));
    } finally {
      this.end();
    }
    const untold = [...theirs].filter((batch) => !told.has(batch));
    await validateHere([...left, ...untold.flatMap((batch) => batches.pathsOf(batch))]);
    return done;
  };

  /** Ends the threads, whatever they are at. */
  end(): void {
    for (const worker of this.running) void worker.terminate();
  }

  private listen(share: Share, take: (facts: BatchFacts) => void): void {
    for (const worker of this.running) {
      worker.on('message', (facts: BatchFacts) => {
        take(facts);
        this.onChange();
      });
      worker.postMessage(share);
    }
  }

  /** Waits for messages until something holds, or no thread is left to send one. */
  private async until(holds: () => boolean): Promise<void> {
    while (!holds() && this.running.size > 0) {
      for (const worker of this.running) worker.ref();
      await new Promise<void>((resolve) => (this.onChange = resolve));
    }
  }
}
