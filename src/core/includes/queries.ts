import { compareText } from '../rules/diagnostic';
import type { Position } from '../text/position';
import type { GraphInclude, IncludeGraph } from './graph';
import type { ResolvedInclude } from './resolve';
import type { IncludeForm } from './scan';

/** How an include ends, in the words of the contract. */
export type IncludeStatus = 'ok' | 'not-found' | 'circular' | 'unavailable' | 'outside-root' | 'not-markdown';

/** One directive of a file with what its target includes in turn. */
export interface IncludeNode {
  /** As written, without escapes. */
  readonly path: string;
  /** Root-relative; `null` where it leads nowhere. */
  readonly target: string | null;
  readonly position: Position;
  readonly form: IncludeForm;
  readonly status: IncludeStatus;
  readonly includes: readonly IncludeNode[];
}

export interface IncludeTree {
  readonly includes: readonly IncludeNode[];
  /** `false` where the tree was cut: files that include each other many times over can make it endless in practice. */
  readonly complete: boolean;
}

/** A file that includes another one, directly or through others. */
export interface Dependent {
  readonly file: string;
  /** Of the directive that leads to the file that was asked about. */
  readonly position: Position;
  readonly direct: boolean;
}

const maxNodes = 50_000;

/** The tree of what a file includes, as far as the graph knows it. A cycle ends where it closes. */
export function includeTree(graph: IncludeGraph, path: string): IncludeTree {
  let count = 0;
  const visit = (file: string, chain: readonly string[]): IncludeNode[] => {
    const nodes: IncludeNode[] = [];
    for (const { written, resolved, range, form } of graph.includesOf(file)) {
      if (++count > maxNodes) break;
      const { target } = resolved;
      const status = includeStatus(resolved, chain);
      const includes = status === 'ok' && target !== undefined ? visit(target, [...chain, target]) : [];
      nodes.push({ path: written, target: target ?? null, position: range.start, form, status, includes });
    }
    return nodes;
  };
  return { includes: visit(path, [path]), complete: count <= maxNodes };
}

/**
 * @param chain the files on the way to the directive, the one that it stands in included
 */
export function includeStatus({ status, target }: ResolvedInclude, chain: readonly string[]): IncludeStatus {
  if (target !== undefined && chain.includes(target)) return 'circular';
  // A name that differs in case only is found here and on Windows; `check` tells that it breaks on the build server.
  return status === 'case-mismatch' ? 'ok' : status;
}

/**
 * Who includes a file, directly or through others, sorted by file and place. Of a file that does so only through others
 * the first directive on the way is given.
 */
export function includeDependents(graph: IncludeGraph, path: string): Dependent[] {
  const found: Dependent[] = [];
  const seen = new Set([path]);
  // The set grows while it is walked: each new dependent is asked for its own.
  for (const reached of seen) {
    for (const file of graph.usersOf(reached)) {
      const directives = graph.includesOf(file).filter(({ resolved }) => resolved.target === reached);
      if (reached === path) found.push(...directives.map((directive) => dependent(file, directive, true)));
      else if (!seen.has(file)) found.push(...directives.slice(0, 1).map((first) => dependent(file, first, false)));
      seen.add(file);
    }
  }
  return found.sort(
    (a, b) =>
      compareText(a.file, b.file) || a.position.line - b.position.line || a.position.character - b.position.character,
  );
}

function dependent(file: string, { range }: GraphInclude, direct: boolean): Dependent {
  return { file, position: range.start, direct };
}
