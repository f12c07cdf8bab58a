import type { Repository } from '../../core/docset/repository';
import { effectiveJson } from '../../core/metadata/effective';
import { isInFolder } from '../../core/text/path';
import type { ArticleMetadata } from './evidence';

export interface GatheredArticles {
  readonly articles: readonly ArticleMetadata[];
  /** Articles whose front matter the build does not read, root-relative. */
  readonly unread: readonly string[];
}

/** The articles below a folder that the build takes, sorted. Include files have no metadata of their own. */
export function articlesBelow(repository: Repository, folder: string): readonly string[] {
  return repository.files
    .articlesAndIncludes()
    .filter((path) => isInFolder(path, folder) && repository.files.infoOf(path).kind === 'article')
    .sort();
}

/**
 * Reads the metadata of articles, as the build sees it.
 *
 * @param onFile called after each, with the number done
 * @param signal raised to stop early, with what was read so far
 */
export async function gatherMetadata(
  repository: Repository,
  paths: readonly string[],
  onFile?: (done: number, all: number) => void,
  signal?: { readonly aborted: boolean },
): Promise<GatheredArticles> {
  const articles: ArticleMetadata[] = [];
  const unread: string[] = [];
  for (const [index, path] of paths.entries()) {
    if (signal?.aborted === true) break;
    const { metadata, frontMatter } = await repository.metadataOf(path);
    if (frontMatter?.readByBuild !== true) unread.push(path);
    else {
      const ownKeys = [...new Set(frontMatter.map.entries.map(({ key }) => key))];
      articles.push({ path, metadata: effectiveJson(metadata), ownKeys });
    }
    onFile?.(index + 1, paths.length);
  }
  return { articles, unread };
}
