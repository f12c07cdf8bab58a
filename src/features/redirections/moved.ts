import type { Repository } from '../../core/docset/repository';
import { RedirectionMap } from '../../core/links/redirectionMap';
import { isInFolder } from '../../core/text/path';
import type { Move } from '../includes/moves';
import { fileFor } from './chooseFile';
import { planRedirections, type RedirectionPlan } from './plan';
import { redirectionsOf } from './view';

/**
 * Plans the redirections of articles that were moved, in a repository that knows of the move. Only pages that the build
 * takes, before and afterwards, and only where there is a file of redirections: a team without one does not redirect.
 *
 * @param moves files and folders
 */
export function planForMoved(repository: Repository, moves: readonly Move[]): RedirectionPlan {
  const { files, map, world } = redirectionsOf(repository);
  const all = repository.files.all();
  const isArticle = (path: string): boolean =>
    repository.files.isChecked(path) &&
    repository.files.infoOf(path).kind === 'article' &&
    repository.files.infoOf(path).context.docset !== undefined;
  const needsOne = (source: string): boolean =>
    !all.has(source) && isArticle(source) && fileFor(source, files) !== undefined;
  const wanted = moves.flatMap(({ from, to }) =>
    [...all]
      .filter((page) => isInFolder(page, to) && isArticle(page))
      .map((page) => ({ source: `${from}${page.slice(to.length)}`, target: { page } }))
      .filter(({ source }) => needsOne(source)),
  );
  // Addresses of pages that have just gone tell, too, below which path the docset is published.
  const before = new Set([...all, ...wanted.map(({ source }) => source)]);
  const asBefore = { ...world, has: (path: string) => before.has(path), all: () => before };
  return planRedirections({ files, map: new RedirectionMap(map.all, asBefore), world: asBefore }, wanted);
}
