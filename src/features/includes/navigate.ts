import type { GraphInclude, IncludeGraph } from '../../core/includes/graph';
import { compareText } from '../../core/rules/diagnostic';
import { isBefore, type Position, type Range } from '../../core/text/position';

/** A place in a file. */
export interface Place {
  /** Root-relative. */
  readonly path: string;
  readonly range: Range;
}

/** The directive of a file at a position, its end included. */
export function includeAt(graph: IncludeGraph, path: string, position: Position): GraphInclude | undefined {
  return graph.includesOf(path).find(({ range }) => isWithin(position, range));
}

/** The directives whose file can be opened. */
export function linkedIncludes(
  graph: IncludeGraph,
  path: string,
): readonly { readonly include: GraphInclude; readonly target: string }[] {
  return graph.includesOf(path).flatMap((include) => {
    const { resolved } = include;
    const opens = resolved.status !== 'not-found' && resolved.status !== 'unavailable';
    return opens && resolved.target !== undefined ? [{ include, target: resolved.target }] : [];
  });
}

/**
 * Every directive that leads where the one at a position does, sorted by file and place. Anywhere else in a file: those
 * that lead to the file itself.
 */
export function includeReferences(graph: IncludeGraph, path: string, position: Position): Place[] {
  const at = includeAt(graph, path, position);
  const target = at === undefined ? path : at.resolved.target;
  if (target === undefined) return [];
  return [...graph.usersOf(target)].sort(compareText).flatMap((user) =>
    graph
      .includesOf(user)
      .filter(({ resolved }) => resolved.target === target)
      .map(({ pathRange }) => ({ path: user, range: pathRange })),
  );
}

/** Whether a position lies in a range, its end included. */
export function isWithin(position: Position, { start, end }: Range): boolean {
  return !isBefore(position, start) && !isBefore(end, position);
}
