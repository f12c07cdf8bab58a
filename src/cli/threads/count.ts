import { availableParallelism } from 'node:os';

/** How many threads check: a number, or what suits the machine and the repository. */
export type Concurrency = number | 'auto';

/** Files that make up for the start of one more thread. */
const filesPerThread = 400;
/** Each holds some 40 MB. */
const mostThreads = 4;

/** How many threads check so many files of Markdown, the main one included. */
export function threadCount(concurrency: Concurrency, files: number): number {
  if (concurrency !== 'auto') return Math.max(1, Math.min(concurrency, files));
  return Math.max(1, Math.min(availableParallelism(), mostThreads, Math.floor(files / filesPerThread)));
}
