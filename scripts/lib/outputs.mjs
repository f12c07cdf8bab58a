import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Removes what an earlier build left in a folder, such as source maps. Called after a build and not before, so that a
 * program that runs from there meanwhile keeps its files.
 */
export function removeOthers(folder, kept) {
  const wanted = new Set(kept.map((path) => join(root, path)));
  for (const name of readdirSync(join(root, folder), { recursive: true })) {
    const path = join(root, folder, name);
    if (!wanted.has(path) && statSync(path).isFile()) rmSync(path);
  }
}
