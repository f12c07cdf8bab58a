import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { FileContent } from '../core/host';
import { NodeHost } from '../server/node/nodeHost';

/** A path seen from the root, with `/`; starts with `../` outside of it. */
export function toRootRelative(root: string, absolute: string): string {
  const path = relative(root, absolute);
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}

/** A file that the user named, wherever it lies. Rejects with a `HostError`. */
export function readNamedFile(absolute: string): Promise<FileContent> {
  const folder = dirname(absolute);
  const name = relative(folder, absolute);
  return new NodeHost(folder, new Set([name])).readFile(name);
}

/** How a finding's path is shown: relative to where the user stands, as compilers do. */
export function shownPath(cwd: string, root: string, path: string): string {
  if (cwd === root) return path;
  const shown = relative(cwd, resolve(root, path));
  return isAbsolute(shown) ? shown : sep === '\\' ? shown.replaceAll('\\', '/') : shown;
}

/** The file that results go to; `undefined` for standard output, which `-` stands for. */
export function unlessDash(file: string | undefined): string | undefined {
  return file === '-' ? undefined : file;
}
