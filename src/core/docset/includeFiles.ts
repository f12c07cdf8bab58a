import type { IncludeFiles } from '../includes/queries';
import { parseDependentRepositories, type PathState } from '../includes/resolve';
import { isInFolder } from '../text/path';
import { publishConfigName } from './fileKinds';
import type { Repository } from './repository';

/** A repository as questions about includes see it. */
export async function includeFilesOf(repository: Repository): Promise<IncludeFiles> {
  const files = repository.filePaths();
  const byLowerCase = new Map([...files].map((path) => [path.toLowerCase(), path]));
  const exists = (path: string): PathState => {
    if (files.has(path)) return 'exact';
    const actual = byLowerCase.get(path.toLowerCase());
    return actual === undefined ? undefined : { actual };
  };
  const publishConfig = files.has(publishConfigName) ? await repository.textOf(publishConfigName) : undefined;
  const dependentRepositories = parseDependentRepositories(publishConfig ?? '').filter(
    (folder) => ![...files].some((path) => isInFolder(path, folder)),
  );
  return {
    read: (path) => repository.textOf(path),
    resolutionOf: (path) => ({
      docsetFolder: repository.infoOf(path).context.docset?.folder ?? '',
      dependentRepositories,
      exists,
    }),
  };
}
