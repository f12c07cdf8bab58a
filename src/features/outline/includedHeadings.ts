import { ExpansionBudget, maxIncludeDepth } from '../../core/includes/follow';
import type { GraphInclude, IncludeGraph } from '../../core/includes/graph';
import { includeStatus } from '../../core/includes/queries';
import type { Range } from '../../core/text/position';

/** A heading that comes to a file from what it includes. */
export interface IncludedHeading {
  /** 1 to 6. */
  readonly level: number;
  /** As written, without the marks. */
  readonly text: string;
  /** The file that it stands in, root-relative. */
  readonly path: string;
  /** Of the directive that brings it in. */
  readonly range: Range;
}

/** The headings that a file takes from its includes, through others too, in the order of the text. Reads no file. */
export function includedHeadings(graph: IncludeGraph, path: string): IncludedHeading[] {
  const budget = new ExpansionBudget();
  const broughtBy = ({ resolved }: GraphInclude, chain: readonly string[]): Omit<IncludedHeading, 'range'>[] => {
    const { target } = resolved;
    if (target === undefined || includeStatus(resolved, chain) !== 'ok') return [];
    if (chain.length > maxIncludeDepth || budget.refuses(0) !== undefined) return [];
    const own = graph.headingsOf(target).map(({ level, text, line }) => ({
      line,
      headings: [{ level, text, path: target }],
    }));
    const others = directivesOf(graph, target).map((include) => ({
      line: include.range.start.line,
      headings: broughtBy(include, [...chain, target]),
    }));
    return [...own, ...others].sort((a, b) => a.line - b.line).flatMap(({ headings }) => headings);
  };
  return directivesOf(graph, path).flatMap((include) =>
    broughtBy(include, [path]).map((heading) => ({ ...heading, range: include.range })),
  );
}

/** A directive that is indented further stands in a list, and one behind text in a cell or a line. */
const maxIndent = 3;

function directivesOf(graph: IncludeGraph, path: string): readonly GraphInclude[] {
  return graph.includesOf(path).filter(({ form, range }) => form === 'block' && range.start.character <= maxIndent);
}
