import type { GraphInclude, IncludeGraph } from '../../core/includes/graph';
import { includeStatus, type IncludeStatus } from '../../core/includes/queries';
import { compareText } from '../../core/rules/diagnostic';
import type { Range } from '../../core/text/position';

/** A file that is included, once however often, or one that includes. Paths are root-relative. */
export interface IncludeTreeNode {
  /** As written where the include leads nowhere. */
  readonly path: string;
  readonly status: IncludeStatus;
  /** Whether there is such a file to open. */
  readonly exists: boolean;
  /** The file that the directives stand in. */
  readonly from: string;
  /** Their places, in the order of the text. */
  readonly places: readonly Range[];
  /** How many files lie below it: those that it includes, or those that include it. */
  readonly count: number;
}

/**
 * What the last file of a chain includes, in the order of its text, each file once.
 *
 * @param chain the files on the way down, the first one at the top of the tree
 */
export function includedFiles(graph: IncludeGraph, chain: readonly string[]): IncludeTreeNode[] {
  const from = chain.at(-1) ?? '';
  const groups = new Map<string, GraphInclude[]>();
  for (const include of graph.includesOf(from)) {
    const key = include.resolved.target ?? `\n${include.written}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [include]);
    else group.push(include);
  }
  return [...groups.values()].flatMap((group) => {
    const [include] = group;
    if (include === undefined) return [];
    const { resolved, written } = include;
    const status = includeStatus(resolved, chain);
    const target = resolved.target ?? written;
    return {
      path: target,
      status,
      exists: status === 'ok' || status === 'circular' || status === 'not-markdown',
      from,
      places: group.map(({ range }) => range),
      count: status === 'ok' ? graph.contentsOf(target).size : 0,
    };
  });
}

/**
 * The files that include the last one of a chain, sorted.
 *
 * @param chain the files on the way, the first one at the top of the tree: each includes the one before
 */
export function includingFiles(graph: IncludeGraph, chain: readonly string[]): IncludeTreeNode[] {
  const target = chain.at(-1) ?? '';
  return [...graph.usersOf(target)].sort(compareText).map((user) => {
    const isCircular = chain.includes(user);
    return {
      path: user,
      status: isCircular ? 'circular' : 'ok',
      exists: true,
      from: user,
      places: graph
        .includesOf(user)
        .filter(({ resolved }) => resolved.target === target)
        .map(({ range }) => range),
      count: isCircular ? 0 : graph.usersOf(user).length,
    };
  });
}
