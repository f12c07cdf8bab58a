import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';
import { describe, it } from 'mocha';
import { openRepository } from '../../../src/cli/openRepository';
import { bodyStart } from '../../../src/core/includes/body';
import type { IncludeGraph } from '../../../src/core/includes/graph';
import { includeTokensOf, scannedIncludesOf } from '../../support/includeTokens';
import { renderFile } from '../../support/render';

const name = 'dynamics-365-project-operations';
const named = resolve('..', 'shared', 'corpora', name);
const exists = existsSync(named);
const root = exists ? realpathSync(named) : named;
/** The folder of the only docfx.json. */
const docset = 'articles';
if (!exists) console.log(`  The real input '${name}' is not beside this checkout: its includes are not tested.`);

interface Counts {
  readonly directives: number;
  readonly filesWithIncludes: number;
  readonly distinctTargets: number;
  /** The directives that lead to the file with the most. */
  readonly largestFanIn: number;
  readonly mostInOneFile: number;
}

describe(`includes of the real input: ${name}`, function () {
  this.timeout(60_000);
  const whenThere = exists ? it : it.skip;
  const opened = async () => {
    const { repository } = await openRepository(root, ['.'], { mustExist: true });
    await repository.validateAll();
    return repository;
  };

  whenThere('render in every article, all that the disk has', async () => {
    const repository = await opened();
    const unavailable = new Set<string>();
    for (const path of markdownFiles()) {
      const { markdown, html, problems } = await renderFile(repository, path);
      for (const problem of problems) {
        assert.equal(problem.code, 'include-unavailable', path);
        unavailable.add(path);
      }
      const left = [...withoutCode(markdown).matchAll(/\[!include/gi)].length;
      const shown = [...html.replaceAll(/<code[^]*?<\/code>|<!--[^]*?-->/g, '').matchAll(/\[!include/gi)].length;
      assert.deepEqual([left, shown], [problems.length, problems.length], path);
    }
    assert.equal(unavailable.size, 20);
  });

  whenThere('are the same for the scanner and for markdown-it', () => {
    for (const path of markdownFiles()) {
      const text = readFileSync(join(root, path), 'utf8');
      const body = text.slice(bodyStart(text));
      assert.deepEqual(scannedIncludesOf(body), includeTokensOf(body), path);
    }
  });

  whenThere('make a graph that counts what an independent count does', async () => {
    const { includes } = await opened();
    const counts = countsOf(edgesOf(includes.graph));
    assert.deepEqual(counts, countsOf(countedEdges()));
    assert.deepEqual(counts, {
      directives: 2008,
      filesWithIncludes: 890,
      distinctTargets: 41,
      largestFanIn: 730,
      mostInOneFile: 68,
    });
  });

  whenThere('have no findings but those that were looked at', async () => {
    const repository = await opened();
    const findings = repository.diagnostics().filter(({ code }) => /^include-|^circular-/.test(code));
    // Each names a file of a repository that the publish configuration lists.
    const elsewhere = findings.filter(({ code }) => code === 'include-unavailable');
    for (const { message } of elsewhere) assert.match(message, /'~\/\.\.\/shared-content\/shared\//);
    assert.equal(elsewhere.length, 20);
    const others = findings.filter(({ code }) => code !== 'include-unavailable');
    assert.deepEqual(
      others.map(({ path, code }) => `${path} ${code}`),
      [
        'articles/includes/cc-applies-to-psa-app-2-5x-9-0-platform.md include-unused',
        'articles/includes/cc-data-platform-banner.md include-unused',
        'articles/includes/task-guide-banner.md include-unused',
      ],
    );
    // No file of any kind has the names of those, in any case.
    const all = filesUnder('').map((path) => readFileSync(join(root, path), 'utf8').toLowerCase());
    for (const { path } of others) {
      const file = posix.basename(path).toLowerCase();
      assert.ok(!all.some((text) => text.includes(file)), path);
    }
  });
});

/** Pairs of a file and what a directive of it leads to. */
type Edges = readonly (readonly [from: string, target: string])[];

function edgesOf(graph: IncludeGraph): Edges {
  return markdownFiles().flatMap((path) =>
    graph.includesOf(path).map(({ resolved }) => [path, resolved.target ?? ''] as const),
  );
}

/** Counts with a regular expression over text without code, comments and front matter: nothing of the engine. */
function countedEdges(): Edges {
  return markdownFiles().flatMap((path) => {
    const text = withoutCode(
      readFileSync(join(root, path), 'utf8').replace(/^\uFEFF?---\r?\n[^]*?\n---[ \t]*\r?$/m, ''),
    );
    return [...text.matchAll(/(?<!\\)\[!include[+-]? *\[[^\]]*\]\(\s*([^\s)]+)[^)]*\)\]/gi)].map(
      ([, written = '']) =>
        [path, posix.join(written.startsWith('~/') ? docset : posix.dirname(path), written.replace('~/', ''))] as const,
    );
  });
}

function withoutCode(text: string): string {
  return text
    .replaceAll(/^([ \t>]*)(`{3,}|~{3,})[^]*?^[ \t>]*\2[ \t]*\r?$/gm, '')
    .replaceAll(/<!--[^]*?-->/g, '')
    .replaceAll(/`[^`\n]+`/g, '');
}

function countsOf(edges: Edges): Counts {
  const sizes = (keys: readonly string[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const bySource = sizes(edges.map(([from]) => from));
  const byTarget = sizes(edges.map(([, target]) => target.toLowerCase()));
  return {
    directives: edges.length,
    filesWithIncludes: bySource.size,
    distinctTargets: byTarget.size,
    largestFanIn: Math.max(...byTarget.values()),
    mostInOneFile: Math.max(...bySource.values()),
  };
}

function markdownFiles(): string[] {
  return filesUnder(docset).filter((path) => path.endsWith('.md'));
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    );
}
