import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { NotReplaced, writeWhole } from '../replaceFile';

/** Of our files in a folder that may hold others. */
const extension = '.dynamics-docs-cache';

/** A repository that nobody checked for so long is checked anew. */
const oldestMs = 30 * 86_400_000;

/** The file in a folder of caches that belongs to a repository. */
export function cacheFileOf(folder: string, root: string): string {
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return join(folder, `${basename(root).replaceAll(/[^\w.-]/g, '_')}-${hash}${extension}`);
}

/** `undefined` where there is none that can be read. */
export function readCache(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isFromSystem(error)) return undefined;
    throw error;
  }
}

/**
 * Writes a file of a cache, for this user alone, and removes old ones beside it. Who may not write there does without: a
 * cache saves time and nothing else.
 */
export async function writeCache(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeWhole(file, bytes);
    await removeOld(dirname(file));
  } catch (error) {
    if (!(error instanceof NotReplaced || isFromSystem(error))) throw error;
  }
}

async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(extension)) continue;
    const file = join(folder, name);
    if ((await stat(file)).mtimeMs < Date.now() - oldestMs) await rm(file, { force: true });
  }
}

function isFromSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
