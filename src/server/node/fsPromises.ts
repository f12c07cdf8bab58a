import { access, readdir, realpath, stat } from 'node:fs';
import { promisify } from 'node:util';

/**
 * What `node:fs/promises` has, without loading it: it brings readline and file watchers along, which takes a few milliseconds
 * of every check.
 */
export const fsPromises = {
  access: promisify(access),
  readdir: promisify(readdir),
  realpath: promisify(realpath.native),
  stat: promisify(stat),
};
