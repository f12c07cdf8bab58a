import { stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { Repository } from '../core/docset/repository';
import { walkRepository, type Walk } from '../core/docset/walk';
import { findRootOnDisk } from '../server/node/nodeRoot';
import type { CachePlace } from './cache/place';
import type { RecordingHost } from './cache/recordingHost';
import { RepositoryCache } from './cache/repositoryCache';
import { createRepository, type Opening, type OverrideOptions } from './createRepository';
import { UsageError } from './io';
import { toRootRelative } from './paths';
import type { Concurrency } from './threads/count';
import { Validation } from './validation';

/** A path of the command line inside its repository. */
export interface Target {
  /** Root-relative, `/` separated; '' for the root itself. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** The repository that some paths belong to. */
export interface FoundRepository {
  /** Absolute. */
  readonly root: string;
  readonly targets: readonly Target[];
  /** Not loaded yet. */
  readonly repository: Repository;
  readonly opening: Opening;
  readonly host: RecordingHost;
  readonly walk: Walk;
  /** What is kept of it; `undefined` where nothing is. */
  readonly cache: RepositoryCache | undefined;
}

/** A repository of which it is known what governs its files. */
export interface OpenedRepository extends FoundRepository {
  readonly validation: Validation;
}

export interface RepositoryOptions extends OverrideOptions {
  /** Whether a path that is not there is an error. */
  readonly mustExist: boolean;
  /** Where what is read is kept; nowhere where this is left out. */
  readonly cache?: CachePlace | undefined;
}

/** Opens the repository of the given paths. All must belong to the same one. */
export async function openRepository(
  cwd: string,
  paths: readonly string[],
  options: RepositoryOptions,
): Promise<OpenedRepository> {
  return loadRepository(await findRepository(cwd, paths, options));
}

/** Lists the files of the repository of the given paths, and reads nothing else. */
export async function findRepository(
  cwd: string,
  paths: readonly string[],
  { mustExist, cache: place, ...options }: RepositoryOptions,
): Promise<FoundRepository> {
  const { root, targets } = await locateTargets(cwd, paths, mustExist);
  const opening = { cwd, root, options };
  const { repository, host } = await createRepository(opening);
  const walk = await walkRepository(host);
  const cache = place === undefined ? undefined : RepositoryCache.of(opening, walk, place);
  return { root, targets, repository, opening, host, walk, cache };
}

/**
 * Reads what governs the files of a repository.
 *
 * @param concurrency how many threads will validate it
 */
export async function loadRepository(found: FoundRepository, concurrency: Concurrency = 1): Promise<OpenedRepository> {
  const { repository, walk } = found;
  const validation = new Validation(found, concurrency);
  await repository.load(walk);
  if (repository.configurationFailure() !== undefined) await validation.end();
  return { ...found, validation };
}

/**
 * Finds the repository of the given paths without reading it.
 *
 * @param mustExist whether a path that is not there is an error
 */
export async function locateTargets(
  cwd: string,
  paths: readonly string[],
  mustExist: boolean,
): Promise<Pick<OpenedRepository, 'root' | 'targets'>> {
  const located = await Promise.all(paths.map((path) => locate(cwd, path, mustExist)));
  const root = await rootOf(located);
  const targets = located.map(({ absolute, isFolder }) => ({ path: toRootRelative(root, absolute), isFolder }));
  return { root, targets };
}

interface Located {
  readonly absolute: string;
  readonly isFolder: boolean;
  /** The path itself, or the folder that holds the file. */
  readonly folder: string;
}

async function locate(cwd: string, path: string, mustExist: boolean): Promise<Located> {
  const absolute = resolve(cwd, path);
  const stats = await stat(absolute).catch((error: unknown) => {
    if (mustExist) throw new UsageError(missing(path, error));
    return undefined;
  });
  if (stats !== undefined && !stats.isFile() && !stats.isDirectory())
    throw new UsageError(`'${path}' is neither a file nor a folder.`);
  const isFolder = stats?.isDirectory() ?? false;
  return { absolute, isFolder, folder: isFolder ? absolute : dirname(absolute) };
}

/** The one repository of all paths. Where nothing marks one, the folder that holds them all stands for it. */
async function rootOf(located: readonly Located[]): Promise<string> {
  const roots = await Promise.all(located.map(({ folder }) => findRootOnDisk(folder)));
  const marked = new Set(roots.filter((root) => root !== undefined));
  if (marked.size > 1 || (marked.size === 1 && roots.includes(undefined))) {
    const names = [...marked].join(', ');
    throw new UsageError(`The paths belong to different repositories (${names}). Check them one after another.`);
  }
  const [root] = marked;
  return root ?? commonFolder(located.map(({ folder }) => folder));
}

function commonFolder(folders: readonly string[]): string {
  const [first = '.', ...others] = folders;
  let common = first;
  while (
    !others.every((folder) => folder === common || folder.startsWith(common.endsWith(sep) ? common : common + sep))
  ) {
    common = dirname(common);
  }
  return common;
}

function missing(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? `There is no file or folder '${path}'.`
    : `'${path}' cannot be read${typeof code === 'string' ? ` (${code})` : ''}.`;
}
