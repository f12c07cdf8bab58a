import type { Repository } from '../core/docset/repository';

/**
 * Whether a file is one of a docset or of a team's configuration, or plainly Learn's by its front matter, checked or not:
 * an editor shows every Markdown file of the machine.
 */
export function isDocumentation(repository: Repository, path: string, text: string): boolean {
  const { kind, context } = repository.files.infoOf(path);
  if (kind === 'toc' || kind === 'page') return context.docset !== undefined;
  if (kind !== 'article' && kind !== 'include') return false;
  return (
    context.docset !== undefined ||
    context.configuration.document !== undefined ||
    /^---\s[^]{0,4000}?^ms\.[a-z]/m.test(text)
  );
}
