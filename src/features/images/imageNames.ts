import { basename, isImage } from '../../core/text/path';
import { slugOf } from '../fileNames';
import { nameOf } from '../includes/names';

/** What browsers and VS Code call an image that was copied and is no file. */
const nameless = /^image\.[a-z]+$/i;

/** A name for a new image: the files that have names of its kind already, and the first name that none has. */
export interface ImageName {
  readonly free: string;
  /** One of these may be the same image. */
  readonly taken: readonly string[];
}

/**
 * Names a new image after its file, in the way in which those beside it are named; one that was copied from a screen after
 * the article, with a number.
 *
 * @param given the name of the file that it comes from, with its ending
 * @param names of the files in its folder
 */
export function imageName(given: string, articlePath: string, names: readonly string[]): ImageName {
  const byLowerCase = new Map(names.map((name) => [name.toLowerCase(), name]));
  const ending = /\.[^.]*$/.exec(given)?.[0].toLowerCase() ?? '';
  const article = safe(nameOf(articlePath));
  const stem = stemFor(given, article, names);
  const taken: string[] = [];
  for (let number = 1; ; number++) {
    const isNumbered = number > 1 || stem === undefined;
    const free = (stem ?? article) + (isNumbered ? `-${number}` : '') + ending;
    const actual = byLowerCase.get(free.toLowerCase());
    if (actual === undefined) return { free, taken };
    taken.push(actual);
  }
}

/** `undefined` for one that has no name of its own. */
function stemFor(given: string, article: string, names: readonly string[]): string | undefined {
  if (nameless.test(given)) return undefined;
  const stem = stemOf(given);
  return isKebabHabit(names) ? slugOf(stem, article) : safe(stem) || article;
}

/** Where most images have capitals or underscores in their names, a new one may have them, too. */
function isKebabHabit(names: readonly string[]): boolean {
  const images = names.filter(isImage);
  const kebab = images.filter((name) => /^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)*$/u.test(stemOf(name)));
  return kebab.length * 2 >= images.length;
}

function stemOf(name: string): string {
  return basename(name.replaceAll('\\', '/')).replace(/\.[^.]*$/, '');
}

/** The name without what file systems or addresses make trouble with. */
function safe(stem: string): string {
  return stem
    .replaceAll(/[\s\p{Cc}%#?&<>"'()[\]{}\\/:*|`!]+/gu, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 100);
}
