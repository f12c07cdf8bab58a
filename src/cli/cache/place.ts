import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
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
 * others write. `undefined` where nothing is kept: when told so, for a user without a home, and by default on build servers,
 * which throw it away.
 */
export function cachePlace({ cache, cacheLocation }: CacheOptions, { cwd, env }: Io): CachePlace | undefined {
  if (!cache) return undefined;
  if (cacheLocation !== undefined) return { folder: resolve(cwd, cacheLocation), leastFiles: 0 };
  const folder = isBuildServer(env) ? undefined : userCacheFolder(env);
  return folder === undefined ? undefined : { folder, leastFiles };
}

/** GitHub, Azure Pipelines with a line in their settings, and most others say so. */
export function isBuildServer(env: Io['env']): boolean {
  return (env.CI ?? '') !== '';
}

/** The program's own folder where the system keeps a user's caches; `undefined` for a user without a home. */
export function userCacheFolder(env: Io['env'], platform = process.platform): string | undefined {
  const { XDG_CACHE_HOME: xdg = '', LOCALAPPDATA: local = '' } = env;
  // A path that is not absolute would lead into the repository: it counts as none, as the rules for such folders say.
  if (platform === 'win32' && isAbsolute(local)) return join(local, 'dynamics-docs', 'Cache');
  if (platform !== 'win32' && platform !== 'darwin' && isAbsolute(xdg)) return join(xdg, 'dynamics-docs');
  const home = homeFolder();
  if (home === undefined) return undefined;
  if (platform === 'win32') return join(home, 'AppData', 'Local', 'dynamics-docs', 'Cache');
  return join(home, platform === 'darwin' ? 'Library/Caches' : '.cache', 'dynamics-docs');
}

/** Node asks the system's list of users, which need not know everybody: in containers above all. */
function homeFolder(): string | undefined {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : undefined;
  } catch {
    return undefined;
  }
}
