import { Repository } from '../../core/docset/repository';
import { gatherPoint } from '../../features/report/gather';
import type { HistoryPoint } from '../../features/report/model';
import { Blobs, CommitHost } from '../../server/node/commitHost';
import { GitError, runGit } from '../../server/node/git';
import { isSelected } from '../check/selection';
import { UsageError, type Io } from '../io';
import type { Target } from '../target';

interface Commit {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/**
 * How a repository was at some commits of its branch, the oldest first. Each is judged by the configuration that it had, on
 * its own day; one without files, or with a configuration that cannot be used, is left out.
 *
 * @param root absolute
 * @param count how many commits to look at, from 1
 */
export async function historyOf(
  root: string,
  targets: readonly Target[],
  count: number,
  io: Io,
): Promise<readonly HistoryPoint[]> {
  try {
    const commits = sampled(await commitsOf(root), count);
    const blobs = new Blobs(root);
    const points: HistoryPoint[] = [];
    for (const [index, commit] of commits.entries()) {
      if (io.stderrIsTerminal) io.stderr(`\rReading commit ${index + 1} of ${commits.length}\u001b[K`);
      const point = await pointAt(root, commit, targets, blobs);
      if (point !== undefined) points.push(point);
    }
    if (io.stderrIsTerminal) io.stderr('\r\u001b[K');
    return points;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (error.reason === 'none') throw new UsageError(`--history needs git. ${error.message}`);
    throw new UsageError(`Git cannot tell the history: ${error.message}.`);
  }
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
export function sampled<T>(all: readonly T[], count: number): readonly T[] {
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
  targets: readonly Target[],
  blobs: Blobs,
): Promise<HistoryPoint | undefined> {
  const repository = new Repository(await CommitHost.open(root, id, new Date(time), blobs));
  await repository.load();
  if (repository.configurationFailure() !== undefined) return undefined;
  await repository.validateAll();
  const holds = (path: string): boolean => isSelected(path, targets);
  const files = repository.articlesAndIncludes().filter(holds);
  // Before there was anything.
  if (files.length === 0) return undefined;
  return gatherPoint(repository, { files, holds }, id.slice(0, 10));
}
