import { resolve } from 'node:path';
import { countOf, type BaselineEntries } from '../../core/baseline/baseline';
import { writeBaseline } from '../../core/baseline/format';
import { UsageError, type Io } from '../io';
import { NotReplaced, writeWhole } from '../replaceFile';
import { shownPath } from '../paths';
import type { OpenedRepository } from '../openRepository';
import { plural } from '../words';

/**
 * Records the findings of the files that are asked for in their baselines, or forgets those that are gone. Of other files
 * what is recorded stays.
 */
export async function recordBaseline(
  { root, repository }: OpenedRepository,
  isRecorded: (path: string) => boolean,
  adds: boolean,
  io: Io,
): Promise<void> {
  for (const { path, before, after } of await repository.known.updated(repository.diagnostics(), isRecorded, adds)) {
    const text = writeBaseline(after);
    if (text === writeBaseline(before)) continue;
    const shown = shownPath(io.cwd, root, path);
    try {
      await writeWhole(resolve(root, path), text);
    } catch (error) {
      if (!(error instanceof NotReplaced)) throw error;
      throw new UsageError(`The baseline '${shown}' cannot be written: ${error.message}.`);
    }
    await repository.reload(path);
    io.stderr(`'${shown}' holds ${plural(total(after), 'finding')} now; before, ${total(before)}.\n`);
  }
}

function total(entries: BaselineEntries): number {
  return [...entries.values()].reduce((sum, entry) => sum + countOf(entry), 0);
}
