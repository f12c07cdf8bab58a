import type { Repository } from '../../core/docset/repository';
import type { RedirectionMap, RedirectionWorld } from '../../core/links/redirectionMap';
import type { RedirectionFile } from '../../core/links/redirections';

/** The redirections of a repository, as the features that change them look at them. */
export interface RedirectionView {
  /** In the order in which the build reads them. */
  readonly files: readonly RedirectionFile[];
  readonly map: RedirectionMap;
  readonly world: RedirectionWorld;
}

export function redirectionsOf({ links }: Repository): RedirectionView {
  return { files: links.redirectionSources(), map: links.redirectionMap, world: links.redirectionWorld };
}
