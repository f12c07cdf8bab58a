import { parseFrontMatter } from '../../core/frontMatter/parse';
import { childOf, stringsOf } from '../../core/text/locatedNode';
import { basename } from '../../core/text/path';
import { escapedMarkdown } from '../escapedMarkdown';

/** In pixels: fits beside a list of completions. */
const width = 300;

/** What the front matter of a page says that it is about, as Markdown; '' where it says nothing. */
export function pageDescription(text: string): string {
  const { map } = parseFrontMatter(text);
  return escapedMarkdown(stringsOf(childOf(map, 'description'))[0]?.text.trim() ?? '');
}

/**
 * A picture as Markdown.
 *
 * @param image its path
 * @param address from which the editor loads it
 * @param takesSizes whether the editor knows VS Code's way of saying how wide it is to be
 */
export function thumbnail(image: string, address: string, takesSizes: boolean): string {
  return `![${escapedMarkdown(basename(image))}](${address}${takesSizes ? `|width=${width}` : ''})`;
}
