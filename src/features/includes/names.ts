import { basename, dirname, join, relativeLink } from '../../core/text/path';

/** The folder that the includes of a file lie in: those of an include file lie beside it. */
export function includesFolderOf(path: string): string {
  const folder = dirname(path);
  return basename(folder).toLowerCase() === 'includes' ? folder : join(folder, 'includes');
}

/** A directive in one file for another one. */
export function directiveTo(fromPath: string, toPath: string, label: string): string {
  const path = relativeLink(fromPath, toPath).replaceAll(/[\\()]/g, '\\$&');
  return `[!INCLUDE [${label.replaceAll(/[\\[\]]/g, '\\$&')}](${path})]`;
}

/** A file's name without its extension: what an include of it is called unless told. */
export function nameOf(path: string): string {
  return basename(path).replace(/\.md$/i, '');
}
