import { dirname, resolve, sep } from 'node:path';
import { walkRepository, type Walk } from '../core/docset/walk';
import { errorCode } from '../server/node/errorCode';
import { fsPromises } from '../server/node/fsPromises';
import { atOnce, NodeHost } from '../server/node/nodeHost';
import { findRootOnDisk } from '../server/node/nodeRoot';
import type { CachePlace } from './cache/place';
import { RepositoryCache } from './cache/repositoryCache';
import { UsageError } from './io';
import { toRootRelative } from './paths';
import { reasonOf } from './reasons';

/** A path of the command line inside its repository. */
export interface Target {
  /** Root-relative, `/` separated; '' for the root itself. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** What the command line says instead of the configuration. */
export interface OverrideOptions {
  readonly config?: string | undefined;
  readonly schemas?: readonly string[] | undefined;
  /** File of a baseline. */
  readonly baseline?: string | undefined;
}

/** What a repository is made from. Plain data: a thread can make the same one. */
export interface Opening {
  /** Absolute. */
  readonly cwd: string;
  /** Absolute. */
  readonly root: string;
  readonly options: OverrideOptions;
}

/** The repository that some paths belong to, of which the files are listed and nothing is read. */
export interface FoundRepository {
  /** Absolute. */
  readonly root: string;
  readonly targets: readonly Target[];
  readonly opening: Opening;
  readonly files: NodeHost;
  readonly walk: Walk;
  /** What is kept of it; `undefined` where nothing is. */
  readonly cache: RepositoryCache | undefined;
}

export interface RepositoryOptions extends OverrideOptions {
  /** Whether a path that is not there is an error. */
  readonly mustExist: boolean;
  /** Where what is read is kept; nowhere where this is left out. */
  readonly cache?: CachePlace | undefined;
}

/** Lists the files of the repository of the given paths. All must belong to the same one. */
export async function findRepository(
  cwd: string,
  paths: readonly string[],
  { mustExist, cache: place, ...options }: RepositoryOptions,
): Promise<FoundRepository> {
  const { root, targets } = await locateTargets(cwd, paths, mustExist);
  const opening = { cwd, root, options };
  const files = new NodeHost(root, new Set(), atOnce);
  const walk = await walkRepository(files);
  const cache = place === undefined ? undefined : RepositoryCache.of(opening, walk, place);
  return { root, targets, opening, files, walk, cache };
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
): Promise<Pick<FoundRepository, 'root' | 'targets'>> {
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
  // A script with a variable that is empty does not mean everything.
  if (path === '') throw new UsageError("A path is empty. Write '.' for the folder that you are in.");
  const absolute = resolve(cwd, path);
  const stats = await fsPromises.stat(absolute).catch((error: unknown) => {
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
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file or folder '${path}'.`;
  return `'${path}' cannot be read: ${reasonOf(error, String) ?? String(error)}.`;
}
