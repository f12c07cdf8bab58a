import { basename, dirname, join, relativeLink } from '../../core/text/path';

const maxSlugLength = 50;

/** The folder that the includes of a file lie in: those of an include file lie beside it. */
export function includesFolderOf(path: string): string {
  const folder = dirname(path);
  return basename(folder).toLowerCase() === 'includes' ? folder : join(folder, 'includes');
}

/** A file name, without its extension, from the first words of a text. */
export function slugOf(text: string): string {
  const words = text
    .replaceAll(/\]\([^)]*\)|<[^>]*>/g, ' ')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  let slug = '';
  for (const word of words ?? []) {
    if (slug !== '' && slug.length + word.length >= maxSlugLength) break;
    slug = slug === '' ? word.slice(0, maxSlugLength) : `${slug}-${word}`;
  }
  return slug === '' ? 'new-include' : slug;
}

/** A slug that no file has yet. */
export function freeName(slug: string, isTaken: (name: string) => boolean): string {
  let name = slug;
  for (let i = 2; isTaken(name); i++) name = `${slug}-${i}`;
  return name;
}

/**
 * The file name of a new include: `.md` is added where it is missing.
 *
 * @returns in `refused` what is wrong with the name
 */
export function includeFileName(name: string): { readonly fileName: string } | { readonly refused: string } {
  const trimmed = name.trim().replace(/\.md$/i, '');
  if (trimmed === '') return { refused: 'Enter a name for the include file.' };
  if (/\s/.test(trimmed)) return { refused: 'The path of an include holds no spaces. Use hyphens.' };
  if (/[\\/:*?"<>|()[\]#%]/.test(trimmed) || trimmed.startsWith('.'))
    return { refused: 'A file name holds letters, digits, hyphens and underscores.' };
  return { fileName: `${trimmed}.md` };
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
