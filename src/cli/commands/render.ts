import MarkdownIt from 'markdown-it';
import type { IncludeClosure } from '../../core/docset/includeIndex';
import { expandedText, expandIncludes, type ExpansionProblem } from '../../core/includes/expand';
import { bodyStart } from '../../core/includes/body';
import { shownPosition } from '../../core/text/position';
import { includePlugin } from '../../markdown/includes/plugin';
import { UsageError, type ExitCode, type Io } from '../io';
import { openRepository, shownPath } from '../target';

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
  if (text === undefined) throw new UsageError(`'${file}' cannot be read.`);
  await repository.followIncludes(path);
  const closure = await repository.includes.closureOf(path);
  const expansion = expandIncludes(path, text, closure);
  io.stdout(options.format === 'markdown' ? expandedText(expansion) : toHtml(path, text, closure));
  for (const problem of expansion.problems) io.stderr(`${explain(problem, shownPath(io.cwd, root, problem.path))}\n`);
  return 0;
}

function toHtml(path: string, text: string, closure: IncludeClosure): string {
  const md = new MarkdownIt({ html: true });
  includePlugin(md, { pathOf: () => path, sourceOf: () => closure, markers: false });
  return md.render(text.slice(bodyStart(text)), {});
}

function explain({ position, code, message }: ExpansionProblem, path: string): string {
  return `${path}:${shownPosition(position)}: ${code} ${message}`;
}
