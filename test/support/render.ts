import { renderArticle } from '../../src/markdown/renderArticle';
import type { Repository } from '../../src/core/docset/repository';
import { expandedText, expandIncludes, type ExpansionProblem } from '../../src/core/includes/expand';

export interface RenderedFile {
  readonly markdown: string;
  readonly html: string;
  readonly problems: readonly ExpansionProblem[];
}

/** What the command `render` makes of a file, in this process. */
export async function renderFile(repository: Repository, path: string): Promise<RenderedFile> {
  const text = (await repository.sources.textOf(path)) ?? '';
  await repository.followIncludes(path);
  const closure = await repository.includes.closureOf(path);
  const expansion = expandIncludes(path, text, closure);
  return { markdown: expandedText(expansion), html: renderArticle(path, text, closure), problems: expansion.problems };
}
