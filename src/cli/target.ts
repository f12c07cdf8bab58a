import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { readConfiguration, schemaReference, type Configuration } from '../core/docset/configuration';
import type { ContextOverrides } from '../core/docset/contexts';
import { Repository } from '../core/docset/repository';
import { HostError, type FileContent } from '../core/host';
import { bundledSchemaName } from '../core/schema/metadataSchema';
import { NodeHost, readAtOnce } from '../server/node/nodeHost';
import { findRootOnDisk } from '../server/node/nodeRoot';
import { UsageError } from './io';

/** A path of the command line inside its repository. */
export interface Target {
  /** Root-relative, `/` separated; '' for the root itself. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** The repository that some paths belong to. */
export interface OpenedRepository {
  /** Absolute. */
  readonly root: string;
  readonly repository: Repository;
  readonly targets: readonly Target[];
}

export interface RepositoryOptions {
  readonly config?: string | undefined;
  readonly schemas?: readonly string[] | undefined;
  /** File of a baseline. */
  readonly baseline?: string | undefined;
  /** Whether a path that is not there is an error. */
  readonly mustExist: boolean;
}

/** Opens the repository of the given paths. All must belong to the same one. */
export async function openRepository(
  cwd: string,
  paths: readonly string[],
  options: RepositoryOptions,
): Promise<OpenedRepository> {
  const { root, targets } = await locateTargets(cwd, paths, options.mustExist);
  const alsoRead = new Set<string>();
  const overrides = await readOverrides(cwd, root, options, alsoRead);
  const repository = new Repository(new NodeHost(root, alsoRead, readAtOnce), overrides);
  await repository.load();
  return { root, repository, targets };
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

/** A path seen from the root, with `/`; starts with `../` outside of it. */
export function toRootRelative(root: string, absolute: string): string {
  const path = relative(root, absolute);
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}

async function readOverrides(
  cwd: string,
  root: string,
  options: RepositoryOptions,
  alsoRead: Set<string>,
): Promise<ContextOverrides> {
  const overrides: { configuration?: Configuration; schemas?: Configuration['schemas']; baseline?: string } = {};
  if (options.baseline !== undefined) {
    overrides.baseline = toRootRelative(root, resolve(cwd, options.baseline));
    alsoRead.add(overrides.baseline);
  }
  if (options.config !== undefined) {
    overrides.configuration = await readConfigurationFile(cwd, root, options.config);
    for (const { name } of overrides.configuration.schemas) if (name !== undefined) alsoRead.add(name);
  }
  if (options.schemas !== undefined && options.schemas.length > 0) {
    const names = options.schemas.map((written) =>
      written === bundledSchemaName ? written : toRootRelative(root, resolve(cwd, written)),
    );
    for (const name of names) alsoRead.add(name);
    overrides.schemas = names.map((name, index) => ({
      ...schemaReference(bundledSchemaName, '', undefined),
      name,
      written: options.schemas?.[index] ?? name,
    }));
  }
  return overrides;
}

/** A configuration named on the command line governs the whole repository; its own paths start from its folder. */
async function readConfigurationFile(cwd: string, root: string, file: string): Promise<Configuration> {
  const absolute = resolve(cwd, file);
  try {
    const { text } = await readNamedFile(absolute);
    return { ...readConfiguration(toRootRelative(root, absolute), text), folder: '' };
  } catch (error) {
    if (error instanceof HostError)
      throw new UsageError(`The configuration '${file}' cannot be read: ${error.message}.`);
    throw error;
  }
}

/** A file that the user named, wherever it lies. Rejects with a `HostError`. */
export function readNamedFile(absolute: string): Promise<FileContent> {
  const folder = dirname(absolute);
  const name = relative(folder, absolute);
  return new NodeHost(folder, new Set([name])).readFile(name);
}

/** How a finding's path is shown: relative to where the user stands, as compilers do. */
export function shownPath(cwd: string, root: string, path: string): string {
  const shown = relative(cwd, resolve(root, path));
  return isAbsolute(shown) ? shown : sep === '\\' ? shown.replaceAll('\\', '/') : shown;
}
