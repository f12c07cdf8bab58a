import type { Span } from '../text/position';
import { dirname, relativePath, resolvePath } from '../text/path';
import { scanAttributes } from './links';

/** An anchor, a path from the docset's, the site's or a disk's root, or an address: these mean the same everywhere. */
const fixed = /^(?:#|~[\\/]|[\\/]|[a-z][a-z0-9+.-]*:)/i;

/**
 * A relative link of one file as it must be written in another to lead to the same place (docfx-semantics, includes). What
 * does not depend on the file comes back as it is; so does what leads out of the repository.
 *
 * @param link destination as written in `fromPath`, query and fragment included
 */
export function rebaseLink(link: string, fromPath: string, toPath: string): string {
  const fromFolder = dirname(fromPath);
  const toFolder = dirname(toPath);
  if (fromFolder === toFolder || link === '' || fixed.test(link)) return link;
  const end = link.search(/[?#]/);
  const path = end === -1 ? link : link.slice(0, end);
  if (path === '') return link;
  const target = resolvePath(fromFolder, path);
  if (target === undefined) return link;
  const isFolder = /[\\/]$/.test(path);
  return `${relativePath(toFolder, target)}${isFolder ? '/' : ''}${end === -1 ? '' : link.slice(end)}`;
}

/** The same for the links in the attributes of a piece of HTML. */
export function rebaseHtml(html: string, fromPath: string, toPath: string): string {
  return replaceSpans(html, scanAttributes(html), (link) => rebaseLink(link, fromPath, toPath));
}

function replaceSpans(text: string, spans: readonly Span[], replace: (old: string) => string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    result += text.slice(at, start) + replace(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}
