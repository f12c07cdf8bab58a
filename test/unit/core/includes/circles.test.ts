import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { includeFindings } from '../../../../src/core/includes/findings';
import { IncludeGraph } from '../../../../src/core/includes/graph';

/** A graph in which each of so many files includes the next one, and the last one the first. */
function ring(count: number): IncludeGraph {
  const graph = new IncludeGraph(() => ({ docsetFolder: '', dependentRepositories: [], exists: () => 'exact' }));
  for (let i = 0; i < count; i++)
    graph.set(`includes/${i}.md`, graph.read(`[!INCLUDE [next](${(i + 1) % count}.md)]\n`, 0));
  return graph;
}

describe('circles of includes', () => {
  it('are told with all of their files', () => {
    const found = includeFindings(ring(2), 'includes/0.md').map(({ message, related }) => [message, related.length]);
    const chain = "'includes/0.md' --> 'includes/1.md' --> 'includes/0.md'";
    assert.deepEqual(found, [[`Build has identified file(s) referencing each other: ${chain}.`, 2]]);
  });

  it('are told with their ends where they are long', () => {
    const found = includeFindings(ring(500), 'includes/7.md').map(({ message, related }) => [message, related.length]);
    const names = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, undefined, 498, 499, 0, 1, 2, 3, 4, 5, 6, 7];
    const chain = names.map((i) => (i === undefined ? '…' : `'includes/${i}.md'`)).join(' --> ');
    assert.deepEqual(found, [[`Build has identified file(s) referencing each other: ${chain}.`, 20]]);
  });
});
