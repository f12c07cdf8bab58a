import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOf } from '../../core/text/hash';

/** Of our files in a folder that may hold others. */
const extension = '.dynamics-docs-cache';

/** What was not written anew for so long may belong to a program or a repository that is gone. */
const oldestMs = 30 * 86_400_000;

/**
 * A file in a folder of caches.
 *
 * @param name to recognize it by, of any characters
 * @param identity what tells it from others of the name
 */
export function cacheFile(folder: string, name: string, identity: string): string {
  return join(folder, `${name.replaceAll(/[^\w.-]/g, '_')}-${hashOf(identity)}${extension}`);
}

/**
 * What a file of a cache holds; `undefined` where there is none that can be read, or it was kept under another key.
 *
 * @param key of one line
 */
export function readKept(file: string, key: string): Buffer | undefined {
  const bytes = unlessRefused(() => readFileSync(file));
  const end = bytes?.indexOf('\n') ?? -1;
  return bytes?.toString('utf8', 0, end) === key ? bytes.subarray(end + 1) : undefined;
}

/**
 * Writes a file of a cache at once, for this user alone, and removes old ones beside it. Who may not write there does without:
 * a cache saves time and nothing else.
 */
export function writeKept(file: string, key: string, bytes: Uint8Array): void {
  unlessRefused(() => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const unfinished = `${file}.${process.pid}`;
    try {
      writeFileSync(unfinished, Buffer.concat([Buffer.from(`${key}\n`), bytes]), { mode: 0o600, flag: 'wx' });
      renameSync(unfinished, file);
    } finally {
      rmSync(unfinished, { force: true });
    }
    removeOld(dirname(file));
  });
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.includes(extension)) continue;
    const file = join(folder, name);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats !== undefined && stats.mtimeMs < Date.now() - oldestMs) rmSync(file, { force: true });
  }
}

/** What the system refuses is left undone. */
export function unlessRefused<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return undefined;
    throw error;
  }
}
