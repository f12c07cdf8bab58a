import type { Code } from '../rules/codes';
import type { RelatedPlace } from '../rules/diagnostic';
import type { Range } from '../text/position';
import type { GraphInclude, IncludeGraph, ResolvedIncludes } from './graph';
import { circularMessage, includeProblem } from './problems';
import { t } from '../text/localize';

export interface IncludeFinding {
  readonly code: Code;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly RelatedPlace[];
}

/** Nobody needs more circles of one file than these to break them, nor more steps of one. */
const maxCircles = 20;
const maxSteps = 20;

/**
 * What is wrong with the includes of one file, each finding at the path of its directive.
 *
 * A circle is reported at every file that is part of it, not at those that only lead into it: they are mended there.
 */
export function includeFindings(graph: IncludeGraph, path: string): IncludeFinding[] {
  const findings = directiveFindings({ includes: graph.includesOf(path), malformed: graph.malformedOf(path) });
  const circles = new CircleFinder(graph, path);
  for (const include of graph.includesOf(path)) {
    const circle = circles.through(include);
    if (circle !== undefined) findings.push(circle);
    const lost = lostContent(graph, include);
    if (lost !== undefined) findings.push(lost);
  }
  return findings;
}

/** What is wrong with directives by themselves, whatever the files hold that they lead to. */
export function directiveFindings({
  includes,
  malformed,
}: Pick<ResolvedIncludes, 'includes' | 'malformed'>): IncludeFinding[] {
  return [
    ...malformed.map(({ range, message }): IncludeFinding => ({
      code: 'include-malformed',
      message,
      range,
      related: [],
    })),
    ...includes.flatMap(({ written, resolved, pathRange }): IncludeFinding[] => {
      const problem = includeProblem(written, resolved);
      return problem === undefined ? [] : [{ ...problem, range: pathRange, related: [] }];
    }),
  ];
}

function lostContent(
  graph: IncludeGraph,
  { form, resolved, pathRange, written }: GraphInclude,
): IncludeFinding | undefined {
  if (form !== 'inline' || resolved.target === undefined) return undefined;
  const content = graph.blockContentOf(resolved.target);
  if (content === undefined) return undefined;
  const message = t(
    "'{0}' holds {1}, which the build does not read in the middle of a line. Put the include on a line of its own.",
    written,
    content,
  );
  return { code: 'include-block-inline', message, range: pathRange, related: [] };
}

class CircleFinder {
  private readonly chains = new Map<string, readonly string[] | undefined>();
  private found = 0;
  private readonly isIncluded: boolean;

  constructor(
    private readonly graph: IncludeGraph,
    private readonly path: string,
  ) {
    // Most files are articles: what nobody includes is in no circle.
    this.isIncluded = graph.isUsed(path);
  }

  /** The circle that a directive is part of. */
  through({ resolved, pathRange }: GraphInclude): IncludeFinding | undefined {
    const { target } = resolved;
    if (!this.isIncluded || target === undefined || this.found >= maxCircles) return undefined;
    if (!this.chains.has(target)) this.chains.set(target, this.chainFrom(target));
    const chain = this.chains.get(target);
    if (chain === undefined) return undefined;
    this.found++;
    const circle = [this.path, ...chain];
    return {
      code: 'circular-reference',
      message: circularMessage(circle),
      range: pathRange,
      related: this.steps(circle),
    };
  }

  /** The shortest way from a file back to the one that is looked at, both included. */
  private chainFrom(start: string): readonly string[] | undefined {
    const cameFrom = new Map<string, string | undefined>([[start, undefined]]);
    // The map grows while it is walked: breadth first.
    for (const [file] of cameFrom) {
      if (file === this.path) return wayTo(file, cameFrom);
      for (const { resolved } of this.graph.includesOf(file)) {
        if (resolved.target !== undefined && !cameFrom.has(resolved.target)) cameFrom.set(resolved.target, file);
      }
    }
    return undefined;
  }

  private steps(circle: readonly string[]): RelatedPlace[] {
    return circle
      .slice(0, -1)
      .slice(0, maxSteps)
      .flatMap((file, index) => {
        const next = circle[index + 1];
        const step = this.graph.includesOf(file).find(({ resolved }) => resolved.target === next);
        return step === undefined || next === undefined
          ? []
          : [{ path: file, range: step.pathRange, message: t("'{0}' includes '{1}'.", file, next) }];
      });
  }
}

function wayTo(end: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] {
  const way: string[] = [];
  for (let file: string | undefined = end; file !== undefined; file = cameFrom.get(file)) way.unshift(file);
  return way;
}
