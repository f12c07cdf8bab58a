import type { RedirectionFile } from '../../core/links/redirections';
import { dirname, foldersUpward, isInFolder } from '../../core/text/path';

/**
 * The file that a redirection of a page belongs into: of those that lie in a folder above it the nearest one and, where
 * several lie there, the one that redirects most pages of the nearest folder. `undefined` where there is none.
 */
export function fileFor(source: string, files: readonly RedirectionFile[]): RedirectionFile | undefined {
  const covering = files.filter(({ document }) => isInFolder(source, dirname(document.path)));
  const deepest = Math.max(...covering.map(({ document }) => dirname(document.path).length));
  const nearest = covering.filter(({ document }) => dirname(document.path).length === deepest);
  if (nearest.length < 2) return nearest[0];
  for (const folder of foldersUpward(source)) {
    const [best] = nearest
      .map((file) => ({ file, count: file.redirections.filter((other) => isInFolder(other.source, folder)).length }))
      .sort((a, b) => b.count - a.count);
    if (best !== undefined && best.count > 0) return best.file;
  }
  return nearest[0];
}
