import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import type { Stats } from 'node:fs';

/** Why a file was left as it is, in words that follow "it is left as it is:". */
export class NotReplaced extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NotReplaced';
  }
}

/**
 * Replaces the text of a file at once: whoever reads it meanwhile sees the old text or the new one. Mode and owner stay.
 * Rejects with `NotReplaced` where the file may not be written or does not have the text any more that was read.
 *
 * @param target absolute, links resolved, so that a link stays a link
 */
export async function replaceFile(target: string, before: string, after: string): Promise<void> {
  try {
    // Replacing asks for the right to write the folder alone: a file that is read-only is meant to stay as it is.
    await access(target, constants.W_OK);
    await writeThenRename(target, before, after);
  } catch (error) {
    throw notReplaced(error);
  }
}

async function writeThenRename(target: string, before: string, after: string): Promise<void> {
  const stats = await stat(target);
  const unfinished = `${target}.${randomUUID()}.tmp`;
  const file = await open(unfinished, 'wx', 0o600);
  try {
    try {
      await file.writeFile(after);
      await keepRights(file, stats);
    } finally {
      await file.close();
    }
    // The last thing before the exchange, so that an edit made meanwhile is lost in no more than a moment.
    if (!(await readFile(target)).equals(Buffer.from(before))) throw new NotReplaced('it was changed meanwhile');
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function keepRights(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const own = await file.stat();
  if (own.uid !== uid || own.gid !== gid) {
    await file.chown(uid, gid).catch((error: unknown) => {
      // Only an administrator may give files away. For all others the file becomes the writer's own.
      if (codeOf(error) !== 'EPERM') throw error;
    });
  }
  await file.chmod(mode & 0o7777);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'it is gone',
};

function notReplaced(error: unknown): unknown {
  const code = codeOf(error);
  return code === undefined ? error : new NotReplaced(reasons[code] ?? `it cannot be written (${code})`);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
