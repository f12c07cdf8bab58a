import { expandedText, expandIncludes } from '../../core/includes/expand';
import { followInclude, type IncludeSource } from '../../core/includes/follow';
import type { GraphInclude } from '../../core/includes/graph';
import { scanLinks } from '../../core/includes/links';
import { resolvePath, dirname } from '../../core/text/path';

/** Longer content is cut: a hover is for a glance. */
const maxLines = 40;

/**
 * What a hover shows of a directive, as Markdown: its file and what that holds, includes in place, or why there is nothing.
 *
 * @param path the file that the directive stands in
 * @param linkTo the address of a file: relative links mean nothing in a hover
 */
export function includeHover(
  path: string,
  { written }: GraphInclude,
  source: IncludeSource,
  linkTo: (path: string) => string,
): string {
  const followed = followInclude(source, [path], written);
  if (followed.kind === 'pending') return '';
  if (followed.kind === 'problem') return followed.message;
  const expansion = expandIncludes(followed.path, followed.text.slice(followed.bodyStart), source);
  const lines = expandedText(expansion)
    .trim()
    .split(/\r\n?|\n/);
  const shown = lines.slice(0, maxLines).join('\n');
  const more = lines.length > maxLines ? '\n\n…' : '';
  return `[${followed.path}](${linkTo(followed.path)})\n\n---\n\n${withAddresses(shown, followed.path, linkTo)}${more}`;
}

function withAddresses(text: string, path: string, linkTo: (path: string) => string): string {
  let result = '';
  let at = 0;
  for (const { span } of scanLinks(text, 0)) {
    const link = text.slice(span.start, span.end);
    const isRelative = !/^(?:#|~|[\\/]|[a-z][a-z0-9+.-]*:)/i.test(link);
    const target = isRelative ? resolvePath(dirname(path), link.replace(/[?#].*$/, '')) : undefined;
    result += text.slice(at, span.start) + (target === undefined ? link : linkTo(target));
    at = span.end;
  }
  return result + text.slice(at);
}
