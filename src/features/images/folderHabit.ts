import { dirname, isImage, isInFolder, join, relativePath, resolvePath } from '../../core/text/path';
import type { Page } from '../../core/links/graph';
import { compareText } from '../../core/rules/diagnostic';
import { nameOf } from '../includes/names';

/** What tells where the files of a docset keep their images. Paths are root-relative. */
export interface ImageWorld {
  readonly docsetFolder: string;
  /** Files of the same kind in the same folder, and those of the docset. */
  readonly siblings: readonly string[];
  readonly docset: readonly string[];
  /** What a file links to; `undefined` where that is not known. */
  readonly pageOf: (path: string) => Page | undefined;
  /** The file that a path names, in whatever case; `undefined` where there is none. */
  readonly actual: (path: string) => string | undefined;
}

/** Stands in a pattern for the name of the article, without its ending. */
const article = '{article}';
const defaultPattern = `media/${article}`;

/**
 * The folder for a new image of a file: where most of its own images lie, else where those of its siblings, else those of
 * the docset lie; `media/` with the name of the article where there are none. Root-relative.
 */
export function imageFolder(path: string, world: ImageWorld): string {
  const own = commonest(foldersOf(path, world));
  if (own !== undefined) return own;
  for (const files of [world.siblings, world.docset]) {
    const pattern = commonest(files.flatMap((file) => patternOf(file, world) ?? []));
    if (pattern !== undefined) return filled(path, pattern);
  }
  return filled(path, defaultPattern);
}

/**
 * The folder that a writer asks for.
 *
 * @param wanted relative to the file, or to the docset with `~/`; may hold `{article}`
 * @returns `undefined` outside of the repository
 */
export function wantedFolder(path: string, wanted: string, docsetFolder: string): string | undefined {
  const named = wanted.replaceAll(article, nameOf(path));
  return /^~[\\/]/.test(named) ? resolvePath(docsetFolder, named.slice(2)) : resolvePath(dirname(path), named);
}

/** The folders of the images that a file shows, one for each image. Those of another repository are not its own. */
function foldersOf(path: string, { docsetFolder, pageOf, actual }: ImageWorld): string[] {
  const targets = new Set(pageOf(path)?.links.flatMap(({ target }) => target ?? []));
  return [...targets].flatMap((target) => {
    const file = isImage(target) ? actual(target) : undefined;
    return file !== undefined && isInFolder(file, docsetFolder) ? dirname(file) : [];
  });
}

/** How a file names the folder of most of its images, so that others can name theirs; each file has one voice. */
function patternOf(path: string, world: ImageWorld): string | undefined {
  const folder = commonest(foldersOf(path, world));
  if (folder === undefined) return undefined;
  const own = dirname(path);
  // What lies elsewhere is the same folder for files of all depths.
  const isBelow = isInFolder(folder, own);
  const named = folder === own ? '' : isBelow ? relativePath(own, folder) : `/${folder}`;
  const name = nameOf(path).toLowerCase();
  return named
    .split('/')
    .map((part) => (part.toLowerCase() === name ? article : part))
    .join('/');
}

function filled(path: string, pattern: string): string {
  const named = pattern.replaceAll(article, nameOf(path));
  if (named.startsWith('/')) return named.slice(1);
  return named === '' ? dirname(path) : join(dirname(path), named);
}

/** Of equally common ones the first by name, so that the answer is the same each time. */
function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return first?.[0];
}
