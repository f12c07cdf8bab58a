import { t } from '../core/text/localize';
const maxSlugLength = 50;

/** A file name, without its extension, from the first words of a text; `otherwise` where it holds none. */
export function slugOf(text: string, otherwise: string): string {
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
  return slug === '' ? otherwise : slug;
}

/** A slug that no file has yet. */
export function freeName(slug: string, isTaken: (name: string) => boolean): string {
  let name = slug;
  for (let i = 2; isTaken(name); i++) name = `${slug}-${i}`;
  return name;
}

/**
 * The name of a new Markdown file: `.md` is added where it is missing.
 *
 * @returns in `refused` what is wrong with the name
 */
export function markdownFileName(name: string): { readonly fileName: string } | { readonly refused: string } {
  const trimmed = name.trim().replace(/\.md$/i, '');
  if (trimmed === '') return { refused: t('Enter a name for the file.') };
  if (/\s/.test(trimmed)) return { refused: t('A file name holds no spaces. Use hyphens.') };
  if (/[\\/:*?"<>|()[\]#%]/.test(trimmed) || trimmed.startsWith('.'))
    return { refused: t('A file name holds letters, digits, hyphens and underscores.') };
  return { fileName: `${trimmed}.md` };
}
