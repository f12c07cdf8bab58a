import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { Repository } from '../../core/docset/repository';
import type { Refusal } from '../../features/refusal';
import { NodeHost } from '../../server/node/nodeHost';
import { findRootOnDisk } from '../../server/node/nodeRoot';
import { toRootRelative } from '../paths';

/** The folder whose files may be asked about, absolute. */
export interface Root {
  /** As it was named: the paths of a client begin with it. */
  readonly named: string;
  /** Links resolved. */
  readonly real: string;
}

/**
 * The repository of a file, not loaded yet, and the file in it. A path comes from a model, which may have been talked into
 * naming anything: nothing outside the root is looked at, links included.
 *
 * @param written relative to the root, or absolute
 */
export async function openFile(
  { named, real }: Root,
  written: string,
): Promise<{ readonly repository: Repository; readonly path: string } | Refusal> {
  const absolute = resolve(named, written);
  if (absolute === named || absolute === real) return folderRefused(written);
  // Before the disk is asked: on Windows the question alone can call up another machine.
  if (written.includes('\0') || !(isInside(named, absolute) || isInside(real, absolute))) return outside(written);
  const folder = await realpath(dirname(absolute)).catch(() => undefined);
  if (folder === undefined) return { refused: `There is no folder that could hold '${written}'.` };
  if (!isInside(real, folder)) return outside(written);
  const file = join(folder, basename(absolute));
  if (await isFolder(file)) return folderRefused(written);
  // A mark above the root counts for nothing: what it marks reaches outside.
  const repositoryRoot = (await findRootOnDisk(folder, real)) ?? real;
  return { repository: new Repository(new NodeHost(repositoryRoot)), path: toRootRelative(repositoryRoot, file) };
}

function isInside(root: string, path: string): boolean {
  const relative = toRootRelative(root, path);
  return relative !== '..' && !relative.startsWith('../') && !isAbsolute(relative);
}

function outside(written: string): Refusal {
  return { refused: `'${written}' lies outside the folder that this server was started for.` };
}

function folderRefused(written: string): Refusal {
  return { refused: `'${written}' is a folder. Name a file.` };
}

/** Of a link nothing is said: it may lead outside. */
async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
