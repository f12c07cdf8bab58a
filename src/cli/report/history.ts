import type { HistoryPoint } from '../../features/report/model';
import { GitError } from '../../server/node/git';
import { historyOf } from '../../server/node/history';
import { isSelected } from '../check/selection';
import { UsageError, type Io } from '../io';
import type { Target } from '../target';

/**
 * How the files that were asked for were at some commits, told while a person waits.
 *
 * @param root absolute
 * @param count how many commits to look at, from 1
 */
export async function pastOf(
  root: string,
  targets: readonly Target[],
  count: number,
  io: Io,
): Promise<readonly HistoryPoint[]> {
  const holds = (path: string): boolean => isSelected(path, targets);
  const onCommit = (done: number, all: number): void => {
    if (io.stderrIsTerminal) io.stderr(`\rReading commit ${done + 1} of ${all}\u001b[K`);
  };
  try {
    const points = await historyOf(root, { count, holds, onCommit });
    if (io.stderrIsTerminal) io.stderr('\r\u001b[K');
    return points;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (error.reason === 'none') throw new UsageError(`--history needs git. ${error.message}`);
    throw new UsageError(`Git cannot tell the history: ${error.message}.`);
  }
}
