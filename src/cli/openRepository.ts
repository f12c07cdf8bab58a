import type { Repository } from '../core/docset/repository';
import type { RecordingHost } from './cache/recordingHost';
import { createRepository } from './createRepository';
import { findRepository, type FoundRepository, type RepositoryOptions } from './target';
import type { Concurrency } from './threads/count';
import { Validation } from './validation';

/** A repository of which it is known what governs its files. */
export interface OpenedRepository extends FoundRepository {
  readonly repository: Repository;
  readonly host: RecordingHost;
  readonly validation: Validation;
}

/** Opens the repository of the given paths. All must belong to the same one. */
export async function openRepository(
  cwd: string,
  paths: readonly string[],
  options: RepositoryOptions,
): Promise<OpenedRepository> {
  return loadRepository(await findRepository(cwd, paths, options));
}

/**
 * Reads what governs the files of a repository.
 *
 * @param concurrency how many threads will validate it
 */
export async function loadRepository(found: FoundRepository, concurrency: Concurrency = 1): Promise<OpenedRepository> {
  const { repository, host } = await createRepository(found.opening, found.files);
  const validation = new Validation(found, repository, concurrency);
  await repository.load(found.walk);
  if (repository.configurationFailure() !== undefined) await validation.end();
  return { ...found, repository, host, validation };
}
