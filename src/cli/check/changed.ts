import type { Repository } from '../../core/docset/repository';
import type { Diagnostic } from '../../core/rules/diagnostic';
import { GitError, runGit } from '../../server/node/git';
import { UsageError } from '../io';

/**
 * The files that differ from a commit: what was committed since this branch left it, what is staged, edited and new. Of a
 * file that was renamed both names. Root-relative; also of files that are gone.
 *
 * @param root absolute
 * @param ref as the user names the commit
 */
export async function changedSince(root: string, ref: string): Promise<ReadonlySet<string>> {
  try {
    const commit = await commitOf(root, ref);
    const base = await branchingPoint(root, commit);
    // Paths of a repository start from its own root, `--relative` has them start from ours and leaves out what lies elsewhere.
    const diff = ['diff', '--name-only', '--no-renames', '-z', '--relative', '--no-ext-diff', base, '--'];
    const differing = await runGit(root, diff);
    const untracked = await runGit(root, ['ls-files', '--others', '--exclude-standard', '-z']);
    return new Set([...differing.split('\0'), ...untracked.split('\0')].filter((path) => path !== ''));
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (error.reason === 'none') throw new UsageError(`--changed-since needs git. ${error.message}`);
    throw new UsageError(`Git cannot tell what changed since '${ref}': ${error.message}.`);
  }
}

async function commitOf(root: string, ref: string): Promise<string> {
  // Outside of a repository git says so itself.
  await runGit(root, ['rev-parse', '--git-dir']);
  try {
    return (await runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])).trim();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError(
      `Git knows no commit '${ref}'. Name a branch, a tag or a commit; in a pull request it may need to be fetched first.`,
    );
  }
}

/** Where the current branch left the one of a commit; the commit itself where their histories do not meet. */
async function branchingPoint(root: string, commit: string): Promise<string> {
  try {
    return (await runGit(root, ['merge-base', commit, 'HEAD'])).trim();
  } catch (error) {
    if (error instanceof GitError) return commit;
    throw error;
  }
}

/** Everything whose findings may depend on files that changed: those files, who includes or links to them, what they govern. */
export async function concernedBy(repository: Repository, changed: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const concerned = new Set(changed);
  for (const path of changed) {
    for (const dependent of repository.includes.graph.dependentsOf(path)) concerned.add(dependent);
    for (const user of repository.links.usersOf(path)) concerned.add(user);
    if (!repository.governsOthers(path)) continue;
    for (const governed of await repository.reload(path)) concerned.add(governed);
  }
  return concerned;
}

/** Whether a finding comes with a change: it is in a file that is concerned, or it names one that changed. */
export function comesWith(
  changed: ReadonlySet<string>,
  concerned: ReadonlySet<string>,
  { path, related }: Diagnostic,
): boolean {
  return concerned.has(path) || related.some((place) => changed.has(place.path));
}
