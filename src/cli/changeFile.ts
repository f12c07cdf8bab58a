import { formatPatch, structuredPatch } from 'diff';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { NotReplaced, replaceFile } from './replaceFile';
import { toRootRelative } from './paths';

/** Where changes go. */
export interface ChangeTarget {
  /** Absolute path of the repository root. */
  readonly root: string;
  /** Called instead of writing with a unified diff of each file that would change. */
  readonly showDiff: ((diff: string) => void) | undefined;
}

/** Where a file really is, absolute; `undefined` where there is none any more or none that may be looked at. */
export async function realPathOf(root: string, path: string): Promise<string | undefined> {
  try {
    return await realpath(join(root, path));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/**
 * Writes one file, or shows what would be written. Returns why it was left alone, in words that follow a colon.
 *
 * @param file where it really is
 */
export async function changeFile(
  file: string | undefined,
  before: string,
  text: string,
  { root, showDiff }: ChangeTarget,
): Promise<string | undefined> {
  if (file === undefined) return 'it is gone';
  if (showDiff !== undefined) {
    showDiff(patchOf(toRootRelative(await realpath(root), file), before, text));
    return undefined;
  }
  try {
    await replaceFile(file, before, text);
    return undefined;
  } catch (error) {
    if (error instanceof NotReplaced) return error.message;
    throw error;
  }
}

/**
 * A unified diff of one file, as `git apply` takes it in any folder of the repository.
 *
 * @param path root-relative
 */
function patchOf(path: string, before: string, after: string): string {
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });
  return formatPatch({ ...patch, isGit: true });
}
