import { constants } from 'node:fs';
import {
  access,
  mkdir,
  open,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../server/node/errorCode';
import { reasonOf } from './reasons';

/** Why a file was left as it is, in words that follow a colon. */
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
    await exchange(target, after, await stat(target), async () => {
      // As late as can be, so that an edit made meanwhile is lost in no more than a moment.
      if (!(await readFile(target)).equals(Buffer.from(before))) throw new NotReplaced('it was changed meanwhile');
    });
  } catch (error) {
    throw notReplaced(error);
  }
}

/**
 * Writes a file of results at once, and the folders that it lies in. What is no file, such as a device or a pipe, is
 * written to. Rejects with `NotReplaced` where it cannot be written.
 *
 * @param path absolute
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    const stats = await stat(path).catch(unlessThere);
    if (stats === undefined) {
      await mkdir(dirname(path), { recursive: true });
      await exchange(path, text, undefined);
    } else if (stats.isFile()) {
      const target = await realpath(path);
      await access(target, constants.W_OK);
      await exchange(target, text, stats);
    } else {
      await writeFile(path, text);
    }
  } catch (error) {
    throw notReplaced(error);
  }
}

function unlessThere(error: unknown): undefined {
  if (errorCode(error) !== 'ENOENT') throw error;
}

/**
 * Writes a text beside a file and then puts it in its place.
 *
 * @param stats of the file; `undefined` where there is none
 * @param check called as the last thing before the exchange
 */
async function exchange(
  target: string,
  text: string,
  stats: Stats | undefined,
  check?: () => Promise<void>,
): Promise<void> {
  const unfinished = `${target}.${Math.random().toString(36).slice(2)}.tmp`;
  const file = await open(unfinished, 'wx', stats === undefined ? 0o666 : 0o600);
  try {
    try {
      await file.writeFile(text);
      if (stats !== undefined) await keepRights(file, stats);
    } finally {
      await file.close();
    }
    await check?.();
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
      if (errorCode(error) !== 'EPERM') throw error;
    });
  }
  await file.chmod(mode & 0o7777);
}

/** The error as `NotReplaced` where it is the system's. */
export function notReplaced(error: unknown): unknown {
  const reason = reasonOf(error, (code) => `it cannot be written (${code})`);
  return reason === undefined ? error : new NotReplaced(reason);
}
