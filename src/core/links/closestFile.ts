import { basename, dirname } from '../text/path';
import { candidatesOf, closestOf, type Candidate } from '../text/suggest';

/** The files of a repository by where they lie and by what they are called. Root-relative. */
export interface KnownFiles {
  /** The names of the files that lie in a folder. */
  namesIn(folder: string): readonly string[];
  /** The files of that name, in any case. */
  named(name: string): readonly string[];
}

/**
 * The file that a path was most likely meant to name: the same with an ending, the only one of that name elsewhere, or one
 * with a similar name in the same folder.
 */
export function closestFile(path: string, files: KnownFiles): string | undefined {
  const folder = dirname(path);
  const name = basename(path);
  const inFolder = files.namesIn(folder);
  const at = (found: string): string => (folder === '' ? found : `${folder}/${found}`);
  const withEnding = ['.md', '.yml'].map((ending) => name.replace(/\.(?:md|html?|aspx)$/i, '') + ending);
  const sameName = inFolder.find((other) => withEnding.includes(other) && other !== name);
  if (sameName !== undefined) return at(sameName);
  const elsewhere = [name, ...withEnding].map((other) => files.named(other)).find((found) => found.length > 0) ?? [];
  // Every folder has its index.
  if (elsewhere.length === 1 && !/^index\./i.test(name)) return elsewhere[0];
  const ending = /\.[^.]{1,5}$/.exec(name)?.[0].toLowerCase() ?? '';
  // The ending is the same: with it, names of one letter would look alike.
  const similar = closestOf(name.slice(0, name.length - ending.length), namesWith(ending, inFolder));
  return similar === undefined ? undefined : at(similar);
}

const byEnding = new WeakMap<readonly string[], Map<string, readonly Candidate[]>>();

/**
 * The files of a folder with an ending, to be compared without it. Kept with the list of the folder: where a folder was
 * renamed, thousands of links look for files of one.
 */
function namesWith(ending: string, names: readonly string[]): readonly Candidate[] {
  const known = byEnding.get(names) ?? new Map<string, readonly Candidate[]>();
  byEnding.set(names, known);
  const found =
    known.get(ending) ??
    candidatesOf(
      names.filter((name) => name.toLowerCase().endsWith(ending)),
      (name) => name.slice(0, name.length - ending.length),
    );
  known.set(ending, found);
  return found;
}
