/*
 * `check` without its work on links, for scripts/bench/links.mjs: what the difference to `check` costs. Bundled like the
 * program itself; the same bundle does all the work unless BENCH_LINKS is `off`.
 */
import { LinkIndex } from '../../src/core/docset/linkIndex';
import { emptyPage } from '../../src/core/links/graph';
import { runProgram } from '../../src/cli/program';

if (process.env.BENCH_LINKS === 'off') {
  Object.assign(LinkIndex.prototype, {
    load: () => Promise.resolve(),
    read: () => emptyPage,
    addSources: () => Promise.resolve(),
    findingsOf: () => [],
    redirectionFindings: () => [],
  });
}

void runProgram();
