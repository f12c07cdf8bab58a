import { dirname, join } from 'node:path';
import { findRoot } from '../../core/docset/root';
import { fsPromises } from './fsPromises';

/**
 * The repository root of a folder on disk, as an absolute path; `undefined` where nothing marks one.
 *
 * @param top a folder above which nothing is looked at
 */
export function findRootOnDisk(folder: string, top?: string): Promise<string | undefined> {
  return findRoot(folder, {
    parent: (current) => (current === top || dirname(current) === current ? undefined : dirname(current)),
    exists: (current, name) =>
      fsPromises.access(join(current, name)).then(
        () => true,
        () => false,
      ),
  });
}
