import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../server/node/errorCode';
import { UsageError } from './io';
import { notReplaced, NotReplaced, writeWhole } from './replaceFile';

/**
 * Writes a file that the user named, and the folders that it lies in; one that it replaces is replaced at once. Rejects with
 * a `UsageError` where it cannot be written, and where it is there already unless it may be replaced.
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
    else if (!(await writeNew(absolute, text))) throw new UsageError(await whyRefused(absolute, shown, hint));
  } catch (error) {
    if (error instanceof NotReplaced) throw new UsageError(`'${shown}' cannot be written: ${error.message}.`);
    throw error;
  }
}

/** Returns whether there was no such file. Rejects with `NotReplaced` where it cannot be written. */
async function writeNew(absolute: string, text: string): Promise<boolean> {
  try {
    await mkdir(dirname(absolute), { recursive: true });
  } catch (error) {
    throw notReplaced(error);
  }
  try {
    await writeFile(absolute, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw notReplaced(error);
  }
}

async function whyRefused(absolute: string, shown: string, hint: string): Promise<string> {
  return (await stat(absolute)).isDirectory()
    ? `'${shown}' is a folder. Name a file.`
    : `There is a file '${shown}' already. ${hint}`;
}
