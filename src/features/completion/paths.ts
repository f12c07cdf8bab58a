import type { Folders } from '../../core/docset/fileIndex';
import type { DestinationRoots } from '../../core/includes/destinations';
import { compareText } from '../../core/rules/diagnostic';
import { isInFolder, join, resolvePath } from '../../core/text/path';
import type { Range } from '../../core/text/position';
import type { Completion } from './completion';

/** What completion of paths asks about the repository. Paths are root-relative. */
export interface PathWorld {
  readonly folders: Folders;
  /** The folder of docfx.json: what `~/` stands for. */
  readonly docsetFolder: string;
}

/** A path that is being written, free of escapes. */
export interface BegunPath {
  /** Up to its last slash; '' without one. */
  readonly typed: string;
  /** The folder that this leads to. Root-relative. */
  readonly folder: string;
  /** What follows. */
  readonly name: string;
}

/** Where a path goes on; `undefined` outside of the repository, and where it starts at the root of a site. */
export function begunPath(path: string, roots: DestinationRoots): BegunPath | undefined {
  const slash = path.lastIndexOf('/') + 1;
  const typed = path.slice(0, slash);
  if (typed.startsWith('/')) return undefined;
  const folder = typed.startsWith('~/') ? resolvePath(roots.docset, typed.slice(2)) : resolvePath(roots.folder, typed);
  return folder === undefined ? undefined : { typed, folder, name: path.slice(slash) };
}

/** A folder that a path may lead through next. */
export interface Step {
  /** Of the folder; `..` for the one above, `~` for the docset. */
  readonly name: string;
  /** Root-relative. */
  readonly folder: string;
}

/** Whether a folder holds a file that is wanted, by the names of its files. */
type HoldsWanted = (folder: string, names: readonly string[]) => boolean;

/** The next steps of a path to a file that is wanted: into the folders that hold one, up, and to the docset. */
export function stepsOf(
  { typed, folder }: BegunPath,
  { folders, docsetFolder }: PathWorld,
  holdsWanted: HoldsWanted,
): Step[] {
  const isUpward = /^(?:\.\.?\/)*$/.test(typed) && folder !== '';
  return [
    ...(isUpward ? [{ name: '..', folder: resolvePath(folder, '..') ?? '' }] : []),
    ...(typed === '' ? [{ name: '~', folder: docsetFolder }] : []),
    ...foldersIn(folder, folders, holdsWanted).map((name) => ({ name, folder: join(folder, name) })),
  ];
}

/** The names of the folders in a folder that hold a file that is wanted, in folders of their own too; sorted. */
function foldersIn(folder: string, all: Folders, holdsWanted: HoldsWanted): string[] {
  const found = new Set<string>();
  const start = folder === '' ? 0 : folder.length + 1;
  for (const [below, names] of all) {
    if (below.length < start || !isInFolder(below, folder) || below === folder) continue;
    const [name = ''] = below.slice(start).split('/', 1);
    if (!found.has(name) && holdsWanted(below, names)) found.add(name);
  }
  return [...found].sort(compareText);
}

/** @param written the path with this step, without a slash at its end */
export function stepItem({ name, folder }: Step, range: Range, written: string): Completion {
  const isLast = name === '..' || name === '~';
  return {
    label: `${name}/`,
    kind: 'folder',
    detail: folder === '' ? '/' : `${folder}/`,
    range,
    newText: `${written}/`,
    filterText: `${written}/`,
    sortText: `${isLast ? 2 : 1}${name}/`,
    goesOn: true,
  };
}

/**
 * Whether what was typed of a name occurs in a text.
 *
 * @param typed in lower case
 */
export function resembles(text: string, typed: string): boolean {
  return text.toLowerCase().includes(typed);
}
