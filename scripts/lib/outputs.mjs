import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Removes what an earlier build left in a folder, such as source maps. Called after a build and not before, so that a
 * program that runs from there meanwhile keeps its files.
 */
export function removeOthers(folder, kept) {
  const wanted = new Set(kept.map((path) => join(root, path)));
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !wanted.has(path)) rmSync(path, { force: true });
  }
}
