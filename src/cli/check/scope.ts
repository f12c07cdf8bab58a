import type { Diagnostic } from '../../core/rules/diagnostic';
import type { OpenedRepository } from '../openRepository';
import { isSelected } from './selection';

/** What a check is about. */
export interface Scope {
  /** Whether the file is asked for. */
  readonly holds: (path: string) => boolean;
  /** Whether the finding is to be reported. */
  readonly reports: (diagnostic: Diagnostic) => boolean;
}

/**
 * The files below the paths that were given; with a commit, of those only what changed since then and what depends on it.
 * Asked for once everything is validated: who depends on a file is known only then.
 */
export async function scopeOf(
  { root, repository, targets }: OpenedRepository,
  changedSince: string | undefined,
): Promise<Scope> {
  const holds = (path: string): boolean => isSelected(path, targets);
  if (changedSince === undefined) return { holds, reports: ({ path }) => holds(path) };
  // Loaded for this alone, as it runs git.
  const changes = await import('./changed');
  const changed = await changes.changedSince(root, changedSince);
  const concerned = await changes.concernedBy(repository, changed);
  return {
    holds: (path) => holds(path) && concerned.has(path),
    reports: (diagnostic) => holds(diagnostic.path) && changes.comesWith(changed, concerned, diagnostic),
  };
}
