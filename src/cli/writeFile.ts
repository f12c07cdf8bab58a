import { writeFile } from 'node:fs/promises';
import { UsageError } from './io';

/**
 * Writes a file that the user named. Rejects with a `UsageError` where it cannot be written, and where it is there already
 * unless it may be replaced.
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
    await writeFile(absolute, text, { flag: replaces ? 'w' : 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EEXIST') throw new UsageError(`There is a file '${shown}' already. ${hint}`);
    throw new UsageError(`'${shown}' cannot be written (${String(error.code)}).`);
  }
}
