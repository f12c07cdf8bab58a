import type { IncludeGraph } from '../../core/includes/graph';
import { includeDependents, includeTree, type Dependent, type IncludeNode } from '../../core/includes/queries';
import { oneBased, shownPosition } from '../../core/text/position';
import { UsageError, type ExitCode, type Io } from '../io';
import { openRepository } from '../openRepository';

export interface IncludesOptions {
  readonly format: string;
  readonly dependents?: boolean;
}

/** `includes <file>`: the tree of what a file includes, or who includes it. */
export async function includes(file: string, options: IncludesOptions, io: Io): Promise<ExitCode> {
  if (options.format !== 'text' && options.format !== 'json')
    throw new UsageError(`There is no format '${options.format}'. Choose one of: text, json.`);
  const { repository, targets } = await openRepository(io.cwd, [file], { mustExist: true });
  const target = targets[0];
  if (target === undefined || target.isFolder) throw new UsageError(`'${file}' is a folder. Name a file.`);
  const { graph } = repository.includes;
  if (options.dependents === true) {
    await repository.validateAll();
    showDependents(graph, target.path, options, io);
  } else {
    await repository.followIncludes(target.path);
    showTree(graph, target.path, options, io);
  }
  return 0;
}

function showTree(graph: IncludeGraph, path: string, options: IncludesOptions, io: Io): void {
  const tree = includeTree(graph, path);
  if (options.format === 'json') io.stdout(`${JSON.stringify({ file: path, includes: tree.includes.map(toJson) })}\n`);
  else io.stdout(`${path}\n${lines(tree.includes, '  ')}`);
  if (!tree.complete) io.stderr('The tree is too large and was cut.\n');
}

function showDependents(graph: IncludeGraph, path: string, options: IncludesOptions, io: Io): void {
  const dependents = includeDependents(graph, path);
  if (options.format === 'json') {
    const rows = dependents.map(({ file, position, direct }) => ({
      file,
      ...oneBased(position),
      direct,
    }));
    io.stdout(`${JSON.stringify({ file: path, dependents: rows })}\n`);
  } else {
    io.stdout(dependents.map(dependentLine).join(''));
  }
}

function toJson({ path, target, position, form, status, includes: inner }: IncludeNode): object {
  return {
    path,
    target,
    ...oneBased(position),
    form,
    status,
    includes: inner.map(toJson),
  };
}

function lines(nodes: readonly IncludeNode[], indent: string): string {
  return nodes
    .map(({ path, target, position, status, includes: inner }) => {
      const state = status === 'ok' ? '' : `  ${status}`;
      return `${indent}${shownPosition(position)} ${target ?? path}${state}\n${lines(inner, `${indent}  `)}`;
    })
    .join('');
}

function dependentLine({ file, position, direct }: Dependent): string {
  return `${file}:${shownPosition(position)}${direct ? '' : '  through others'}\n`;
}
