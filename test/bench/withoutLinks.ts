/*
 * `check` without its work on links, for scripts/bench/links.mjs: what the difference to `check` costs. Bundled like the
 * program itself; the same bundle does all the work unless BENCH_LINKS is `off`.
 */
import { LinkIndex } from '../../src/core/docset/linkIndex';

if (process.env.BENCH_LINKS === 'off') {
  const nobody: ReadonlySet<string> = new Set();
  Object.assign(LinkIndex.prototype, {
    load: () => Promise.resolve(),
    setText: () => nobody,
    addSources: () => Promise.resolve(),
    findingsOf: () => [],
    redirectionFindings: () => [],
  });
}

await import('../../src/cli/bin');
