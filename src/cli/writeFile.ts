import { writeFile } from 'node:fs/promises';
import { UsageError } from './io';
import { NotReplaced, writeWhole } from './replaceFile';

/**
 * Writes a file that the user named; one that it replaces is replaced at once. Rejects with a `UsageError` where it cannot be
 * written, and where it is there already unless it may be replaced.
 *
 * @param shown as the user wrote it
 */
export async function writeFileNamed(
  absolute: string,
  shown: string,
  text: string,
  { replaces, hint }: { readonly replaces: boolean; readonly hint: string },
): Promise<void> {
  try {
    if (replaces) await writeWhole(absolute, text);
    else await writeFile(absolute, text, { flag: 'wx' });
  } catch (error) {
    if (error instanceof NotReplaced) throw new UsageError(`'${shown}' cannot be written: ${error.message}.`);
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EEXIST') throw new UsageError(`There is a file '${shown}' already. ${hint}`);
    throw new UsageError(`'${shown}' cannot be written (${String(error.code)}).`);
  }
}
