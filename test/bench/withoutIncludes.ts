/*
 * `check` without its work on includes, for scripts/bench/includes.mjs: what the difference to `check` costs. Bundled like
 * the program itself; the same bundle does all the work unless BENCH_INCLUDES is `off`.
 */
import { IncludeIndex } from '../../src/core/docset/includeIndex';
import { noIncludes } from '../../src/core/includes/graph';
import { runProgram } from '../../src/cli/program';

if (process.env.BENCH_INCLUDES === 'off') {
  Object.assign(IncludeIndex.prototype, {
    read: () => noIncludes,
    follow: () => Promise.resolve(),
    addSources: () => Promise.resolve(),
    findingsOf: () => [],
    unusedFinding: () => undefined,
  });
}

void runProgram();
