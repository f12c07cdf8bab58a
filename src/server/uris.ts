import type { URI } from 'vscode-uri';

/** URI of a root-relative path. */
export function uriOf(root: URI, path: string): string {
  return path === '' ? root.toString() : root.with({ path: `${root.path.replace(/\/$/, '')}/${path}` }).toString();
}

/** Root-relative path of a URI; `undefined` where it does not lie in the root. */
export function pathIn(root: URI, uri: URI): string | undefined {
  if (uri.scheme !== root.scheme || uri.authority !== root.authority) return undefined;
  const base = comparable(root).replace(/\/$/, '');
  const path = comparable(uri);
  if (path === base) return '';
  return path.startsWith(`${base}/`) ? uri.path.slice(base.length + 1) : undefined;
}

/** Windows writes its drives in either case. */
function comparable(uri: URI): string {
  return /^\/[A-Za-z]:/.test(uri.path) ? `/${uri.path.charAt(1).toLowerCase()}${uri.path.slice(2)}` : uri.path;
}

/** The folder that holds a file. */
export function folderOf(uri: URI): URI {
  const slash = uri.path.lastIndexOf('/');
  return uri.with({ path: slash <= 0 ? '/' : uri.path.slice(0, slash), query: '', fragment: '' });
}
