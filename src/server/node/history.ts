import { Repository } from '../../core/docset/repository';
import { t } from '../../core/text/localize';
import { gatherPoint } from '../../features/report/gather';
import type { HistoryPoint } from '../../features/report/model';
import type { History, HistoryQuestion } from '../history';
import { Blobs, CommitHost } from './commitHost';
import { GitError, runGit } from './git';

/** For the editor, which shows what cannot be done. */
export const gitHistory: History = {
  async isThere(root) {
    try {
      await runGit(root.fsPath, ['rev-parse', '--verify', '--quiet', 'HEAD']);
      return true;
    } catch (error) {
      // No git, no repository or no commit.
      if (error instanceof GitError) return false;
      throw error;
    }
  },
  async read(root, question) {
    try {
      return await historyOf(root.fsPath, question);
    } catch (error) {
      if (error instanceof GitError) return t('Git cannot tell the history: {0}.', error.message);
      throw error;
    }
  },
};

interface Commit {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/**
 * How a repository was at some commits of its branch, the oldest first. Each is judged by the configuration that it had, on
 * its own day; one without files, or with a configuration that cannot be used, is left out. Rejects with a `GitError`.
 *
 * @param root absolute
 */
export async function historyOf(root: string, question: HistoryQuestion): Promise<readonly HistoryPoint[]> {
  const commits = sampled(await commitsOf(root), question.count);
  const blobs = new Blobs(root);
  const points: HistoryPoint[] = [];
  for (const [index, commit] of commits.entries()) {
    if (question.signal?.aborted === true) break;
    question.onCommit?.(index, commits.length);
    const point = await pointAt(root, commit, question, blobs);
    if (point !== undefined) points.push(point);
  }
  return points;
}

/** Of the branch itself, not of those that were merged into it; the oldest first. */
async function commitsOf(root: string): Promise<readonly Commit[]> {
  const listed = await runGit(root, ['rev-list', '--first-parent', '--timestamp', '--reverse', 'HEAD', '--']);
  return listed.split('\n').flatMap((line) => {
    const [seconds = '', id] = line.split(' ');
    return id === undefined ? [] : [{ id, time: Number(seconds) * 1000 }];
  });
}

/** Evenly spread, with the first and the last; the last where one alone is asked for. */
function sampled<T>(all: readonly T[], count: number): readonly T[] {
  if (all.length <= count) return all;
  if (count === 1) return all.slice(-1);
  const step = (all.length - 1) / (count - 1);
  return Array.from({ length: count }, (_none, index) => all[Math.round(index * step)]).filter(
    (one) => one !== undefined,
  );
}

async function pointAt(
  root: string,
  { id, time }: Commit,
  { holds, settings, signal }: HistoryQuestion,
  blobs: Blobs,
): Promise<HistoryPoint | undefined> {
  const repository = new Repository(await CommitHost.open(root, id, new Date(time), blobs));
  if (settings !== undefined) await repository.setSettings(settings);
  await repository.load();
  if (repository.configurationFailure() !== undefined) return undefined;
  await repository.validateAll(undefined, signal);
  const files = repository.files.articlesAndIncludes().filter(holds);
  // Before there was anything, or when nobody waits for it any more.
  if (files.length === 0 || signal?.aborted === true) return undefined;
  return gatherPoint(repository, { files, holds }, id.slice(0, 10));
}
