import { resolve } from 'node:path';
import type { Io } from '../io';

/** Where what is read of repositories is kept from one check to the next. */
export interface CachePlace {
  /** Absolute. */
  readonly folder: string;
  /** Files of Markdown from which on it is worth the writing. */
  readonly leastFiles: number;
}

export interface CacheOptions {
  /** False for `--no-cache`. */
  readonly cache: boolean;
  readonly cacheLocation?: string;
}

/** Fewer are read as quickly as it takes to look up what is known of them. */
const leastFiles = 100;

/**
 * The place that the command line names, or else the user's own folder of caches: never one in the repository, which
 * others write. `undefined` where nothing is kept: when told so, for a user without a home, and by default on build servers
 * (`CI`), which throw it away.
 */
export async function cachePlace({ cache, cacheLocation }: CacheOptions, io: Io): Promise<CachePlace | undefined> {
  if (!cache) return undefined;
  if (cacheLocation !== undefined) return { folder: resolve(io.cwd, cacheLocation), leastFiles: 0 };
  if ((io.env.CI ?? '') !== '') return undefined;
  const folder = await userFolder();
  return folder === undefined ? undefined : { folder, leastFiles };
}

/** Loaded late, since it throws as it is loaded where there is no home. */
async function userFolder(): Promise<string | undefined> {
  try {
    const { default: envPaths } = await import('env-paths');
    return envPaths('dynamics-docs', { suffix: '' }).cache;
  } catch {
    return undefined;
  }
}
