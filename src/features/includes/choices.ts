import { bodyStart } from '../../core/includes/body';
import type { IncludeGraph } from '../../core/includes/graph';
import { compareText } from '../../core/rules/diagnostic';
import { basename } from '../../core/text/path';
import { directiveTo, nameOf } from './names';

/** An include file to choose from. */
export interface IncludeChoice {
  /** Root-relative. */
  readonly path: string;
  /** How many files include it. */
  readonly users: number;
  /** The first words of its content. */
  readonly summary: string;
  /** What to write to include it. */
  readonly directive: string;
}

const summaryLength = 140;

/** The include files that can be inserted in a file: those that most files use first, then by name. */
export function includeChoices(
  graph: IncludeGraph,
  fromPath: string,
  texts: ReadonlyMap<string, string>,
): IncludeChoice[] {
  return [...texts]
    .filter(([path]) => path !== fromPath && !/\s/.test(path))
    .map(([path, text]) => {
      const users = graph.usersOf(path);
      const directive = directiveTo(fromPath, path, usualLabel(graph, path, users));
      return { path, users: users.length, summary: summaryOf(text), directive };
    })
    .sort(
      (a, b) => b.users - a.users || compareText(basename(a.path), basename(b.path)) || compareText(a.path, b.path),
    );
}

/** The file's name, unless most includes of it have another label. */
function usualLabel(graph: IncludeGraph, path: string, users: readonly string[]): string {
  const counts = new Map<string, number>();
  let all = 0;
  for (const user of users) {
    for (const { resolved, label } of graph.includesOf(user)) {
      if (resolved.target !== path) continue;
      all++;
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  const [label, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return count * 2 > all && label.trim() !== '' && !label.includes('[')
    ? label.replaceAll(/\\(.)/g, '$1')
    : nameOf(path);
}

function summaryOf(text: string): string {
  const words = text
    .slice(bodyStart(text), bodyStart(text) + 1000)
    .replaceAll(/<!--[^]*?-->/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return words.length > summaryLength ? `${words.slice(0, summaryLength).trimEnd()}…` : words;
}
