import type { Folders } from '../../core/docset/fileIndex';
import { compareText } from '../../core/rules/diagnostic';
import { basename, isInFolder, join } from '../../core/text/path';
import { nameOf } from '../includes/names';

/** Where files are sought. Root-relative. */
export interface Neighbourhood {
  /** The file that names them. */
  readonly path: string;
  /** The folder that they are near to. */
  readonly from: string;
  /** The folder that holds them all. */
  readonly within: string;
}

/**
 * Folders by how many steps away they lie, the nearest first. One that is called like the file which names what it holds is
 * nearer than any: writers keep the pictures of an article there.
 */
export function nearFirst(folders: Folders, { path, from, within }: Neighbourhood): string[] {
  const start = from === '' ? [] : from.split('/');
  const article = nameOf(path).toLowerCase();
  const found: { readonly folder: string; readonly away: number }[] = [];
  for (const folder of folders.keys()) {
    if (!isInFolder(folder, within)) continue;
    found.push({ folder, away: basename(folder).toLowerCase() === article ? -1 : distance(start, folder) });
  }
  return found.sort((a, b) => a.away - b.away || compareText(a.folder, b.folder)).map(({ folder }) => folder);
}

/** How many steps there are from one folder to another; of equally many, those down come before those up. */
function distance(from: readonly string[], folder: string): number {
  const to = folder === '' ? [] : folder.split('/');
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  const up = from.length - common;
  return up + (to.length - common) + up / 1000;
}

/**
 * The files in some folders that are wanted, those of a folder by their names.
 *
 * @param choose the names of the files of a folder that are wanted
 * @param most how many at the most; `hasMore` tells whether there are others
 */
export function filesOf(
  some: readonly string[],
  folders: Folders,
  choose: (folder: string, names: readonly string[]) => readonly string[],
  most: number,
): { readonly files: readonly string[]; readonly hasMore: boolean } {
  const files: string[] = [];
  for (const folder of some) {
    const names = [...choose(folder, folders.get(folder) ?? [])].sort(compareText);
    files.push(...names.map((name) => join(folder, name)));
    if (files.length > most) return { files: files.slice(0, most), hasMore: true };
  }
  return { files, hasMore: false };
}
