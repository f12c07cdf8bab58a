import { expandedText, expandIncludes, type ExpansionProblem } from '../../core/includes/expand';
import { shownPosition } from '../../core/text/position';
import { UsageError, type ExitCode, type Io } from '../io';
import { shownPath } from '../paths';
import { openRepository } from '../openRepository';

export interface RenderOptions {
  readonly format: string;
}

/** `render <file>`: the article with its includes in place, as HTML or as Markdown. */
export async function render(file: string, options: RenderOptions, io: Io): Promise<ExitCode> {
  if (options.format !== 'html' && options.format !== 'markdown')
    throw new UsageError(`There is no format '${options.format}'. Choose one of: html, markdown.`);
  const { root, repository, targets } = await openRepository(io.cwd, [file], { mustExist: true });
  const target = targets[0];
  if (target === undefined || target.isFolder) throw new UsageError(`'${file}' is a folder. Name a file.`);
  const { path } = target;
  const text = await repository.sources.textOf(path);
  if (text === undefined)
    throw new UsageError(`${file}: ${repository.sources.problemOf(path)?.message ?? 'This file is gone.'}`);
  await repository.followIncludes(path);
  const closure = await repository.includes.closureOf(path);
  const expansion = expandIncludes(path, text, closure);
  if (options.format === 'markdown') io.stdout(expandedText(expansion));
  else {
    const { renderArticle } = await import('../../markdown/renderArticle');
    io.stdout(renderArticle(path, text, closure));
  }
  for (const problem of expansion.problems) io.stderr(`${explain(problem, shownPath(io.cwd, root, problem.path))}\n`);
  return 0;
}

function explain({ position, code, message }: ExpansionProblem, path: string): string {
  return `${path}:${shownPosition(position)}: ${code} ${message}`;
}
