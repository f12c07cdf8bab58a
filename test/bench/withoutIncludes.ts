/*
 * `check` without its work on includes, for scripts/bench/includes.mjs: what the difference to `check` costs. Bundled like
 * the program itself; the same bundle does all the work unless BENCH_INCLUDES is `off`.
 */
import { IncludeIndex } from '../../src/core/docset/includeIndex';

if (process.env.BENCH_INCLUDES === 'off') {
  const nobody: ReadonlySet<string> = new Set();
  Object.assign(IncludeIndex.prototype, {
    setText: () => nobody,
    follow: () => Promise.resolve(),
    addSources: () => Promise.resolve(),
    findingsOf: () => [],
    unusedFinding: () => undefined,
  });
}

await import('../../src/cli/bin');
