import type { Repository } from '../../core/docset/repository';
import { isInFolder, isMarkdown } from '../../core/text/path';
import { UsageError, type Io } from '../io';
import type { OpenedRepository } from '../openRepository';
import type { Target } from '../target';
import { createProgress } from './progress';

/** Validates everything, since titles must be unique across the docset. Returns those of the files that were asked for. */
export async function validate(
  { repository, targets, validation }: OpenedRepository,
  io: Io,
): Promise<readonly string[]> {
  const progress = createProgress(io);
  await repository.validateAll(progress.show, undefined, validation.validate);
  validation.save();
  const known = new Set(repository.files.articlesAndIncludes());
  const named = targets.filter(
    ({ path, isFolder }) => !isFolder && !known.has(path) && isMarkdown(path) && !repository.files.isIgnored(path),
  );
  await repository.validate(named.map(({ path }) => path));
  progress.clear();
  const selected = [...known].filter((path) => isSelected(path, targets));
  return [...selected, ...named.map(({ path }) => path)];
}

/** Whether a file was asked for. */
export function isSelected(path: string, targets: readonly Target[]): boolean {
  return targets.some((target) => (target.isFolder ? isInFolder(path, target.path) : path === target.path));
}

/** Lets what standard input holds stand for a file. */
export async function useStdin(repository: Repository, target: Target | undefined, io: Io): Promise<void> {
  if (target === undefined || target.path.startsWith('../'))
    throw new UsageError('--stdin-filename must lie inside the repository.');
  repository.sources.setBuffer(target.path, await io.readStdin());
  repository.add(target.path);
}
