import { followInclude, type IncludeSource } from '../../core/includes/follow';
import type { GraphInclude } from '../../core/includes/graph';
import { includePreview, type Addresses } from './preview';

/**
 * What a hover shows of a directive, as Markdown: its file and what that holds, includes in place, or why there is nothing.
 *
 * @param path the file that the directive stands in
 */
export function includeHover(
  path: string,
  { written }: GraphInclude,
  source: IncludeSource,
  addresses: Addresses,
): string {
  const followed = followInclude(source, [path], written);
  if (followed.kind === 'pending') return '';
  if (followed.kind === 'problem') return followed.message;
  const preview = includePreview(followed.path, followed.text, source, addresses);
  return `[${followed.path}](${addresses.linkTo(followed.path)})\n\n---\n\n${preview}`;
}
