import { basename, dirname } from '../text/path';
import { closest } from '../text/suggest';

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
  const similar = closest(
    name,
    inFolder.filter((other) => other.toLowerCase().endsWith(ending)),
  );
  return similar === undefined ? undefined : at(similar);
}
