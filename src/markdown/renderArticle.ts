import MarkdownIt from 'markdown-it';
import { bodyStart } from '../core/includes/body';
import type { IncludeSource } from '../core/includes/follow';
import { learnMarkdown } from './learnMarkdown';

/**
 * The HTML of an article with its includes in place, without what explains them to a writer.
 *
 * @param path root-relative
 * @param text the whole file, front matter included
 */
export function renderArticle(path: string, text: string, source: IncludeSource): string {
  const md = new MarkdownIt({ html: true });
  learnMarkdown(md, { pathOf: () => path, sourceOf: () => source, markers: false });
  return md.render(text.slice(bodyStart(text)), {});
}
