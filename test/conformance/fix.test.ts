import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cpSync, existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, describe, it } from 'mocha';
import { parseFrontMatter } from '../../src/core/frontMatter/parse';
import { Repository } from '../../src/core/docset/repository';
import { changesBetween } from '../../src/core/text/changes';
import { lineBreakOf, lineEndOf, lineStartOf, nextLineOf } from '../../src/core/text/lines';
import { createLineIndex } from '../../src/core/text/position';
import { examine } from '../../src/features/fixes/examine';
import { fixAll } from '../../src/features/fixes/fixAll';
import { atOnce, NodeHost } from '../../src/server/node/nodeHost';
import { createFolder } from '../support/folder';
import { commitAll, git } from '../support/git';
import { checkJson, places, type JsonReport } from '../support/program';

/** A real repository beside the checkout. It is read in place; what changes is a copy, and none of its text is repeated here. */
const name = 'dynamics-365-project-operations';
const named = resolve('..', 'shared', 'corpora', name);
const exists = existsSync(named);
const original = exists ? realpathSync(named) : named;
if (!exists) console.log(`  The real input '${name}' is not beside this checkout: its tests of repairs are skipped.`);
const whenThere = exists ? it : it.skip;

describe(`real input: repairs of ${name}`, function () {
  this.timeout(120_000);
  let root = '';
  let first: JsonReport;
  let fixing: JsonReport;
  let second: JsonReport;

  before(async function () {
    if (!exists) return;
    root = createFolder().at(name);
    cpSync(original, root, { recursive: true, filter: (path) => !path.endsWith('.git') });
    commitAll(root);
    first = (await checkJson(root)).report;
    fixing = (await checkJson(root, ['--fix'])).report;
    second = (await checkJson(root)).report;
  });

  whenThere('change only lines with findings that can be repaired', () => {
    const wrong = new Set(
      first.diagnostics.filter(({ fixable }) => fixable).map(({ file, line }) => `${file}:${line}`),
    );
    const changed = changedLines(git(root, ['diff', '--unified=0', '--no-color']));
    assert.deepEqual(
      changed.filter((line) => !wrong.has(line)),
      [],
    );
    const files = [...new Set(changed.map((line) => line.replace(/:\d+$/, '')))].sort();
    assert.deepEqual(files, fixing.fixed?.changes.map(({ file }) => file).sort());
    assert.ok(files.length > 0);
    console.log(`      ${changed.length} lines of ${files.length} files were changed`);
  });

  whenThere('leave none of what they repair, and bring nothing new', () => {
    assert.deepEqual(second.diagnostics, fixing.diagnostics);
    assert.deepEqual(
      second.diagnostics.filter(({ fixable }) => fixable),
      [],
    );
    const known = countOf(first.diagnostics.map(withoutLine));
    for (const [finding, count] of countOf(second.diagnostics.map(withoutLine)))
      assert.ok(count <= (known.get(finding) ?? 0), finding);
    assert.equal(
      first.diagnostics.length - second.diagnostics.length,
      first.diagnostics.filter(({ fixable }) => fixable).length,
    );
  });

  whenThere('show no noise of white space in git', () => {
    const plain = git(root, ['diff', '--stat']);
    assert.equal(git(root, ['diff', '--ignore-all-space', '--stat']), plain);
    assert.equal(git(root, ['diff', '--ignore-blank-lines', '--stat']), plain);
    assert.equal(git(root, ['diff', '--ignore-cr-at-eol', '--stat']), plain);
    // White space at the end of a line that is repaired elsewhere is the writer's: it stays.
    const complaints = git(root, ['diff', '--check'], '', [0, 2])
      .split('\n')
      .filter((line) => line.startsWith('+'));
    for (const line of complaints) assert.match(line, /^\+[\w.]+:[ \t]+\r?$/);
    for (const [old, now] of replacedLines(git(root, ['diff', '--unified=0', '--no-color'])))
      assert.equal(/\s*$/.exec(now)?.[0], /\s*$/.exec(old)?.[0], now);
    assert.equal(git(root, ['status', '--porcelain', '--untracked-files=all']).replaceAll(/^ M .+\n/gm, ''), '');
  });

  whenThere('are made once', async () => {
    const { report } = await checkJson(root, ['--fix']);
    assert.deepEqual([report.fixed?.files, places(report)], [0, places(second)]);
  });
});

describe('real input: repairs of real front matter', function () {
  this.timeout(120_000);
  const texts = new Map<string, string>();
  let repository: Repository;

  before(async function () {
    if (!exists) return;
    repository = new Repository(new NodeHost(original, new Set(), atOnce));
    await repository.load();
    await repository.validateAll();
    for (const path of repository.files.articlesAndIncludes())
      texts.set(path, readFileSync(join(original, path), 'utf8'));
  });
  const run = (path: string, text: string): string => fixAll(text, (now) => examine(repository, path, now)).text;
  const errors = (path: string, text: string): number =>
    examine(repository, path, text).diagnostics.filter(({ severity }) => severity === 'error').length;

  whenThere('change nothing the second time, and nothing outside of the lines with findings', () => {
    for (const [path, text] of texts) {
      const fixed = run(path, text);
      if (fixed === text) continue;
      assert.equal(run(path, fixed), fixed, path);
      assert.ok(errors(path, fixed) <= errors(path, text), path);
      const wrong = new Set(examine(repository, path, text).diagnostics.map(({ range }) => range.start.line));
      const lines = createLineIndex(text);
      for (const { span } of changesBetween(text, fixed))
        for (let at = span.start; at < span.end; at = nextLineOf(text, at))
          assert.ok(wrong.has(lines.positionAt(at).line), path);
    }
  });

  whenThere('undo what goes wrong for writers, in any article', () => {
    const articles = [...texts.keys()].filter((path) => /^---\r?\n/.test(texts.get(path) ?? ''));
    const windows = (text: string): string => `\ufeff${text.replaceAll(/\r?\n/g, '\r\n')}`;
    fc.assert(
      fc.property(
        fc.constantFrom(...articles),
        fc.constantFrom(...mistakes),
        fc.nat(),
        fc.boolean(),
        (path, mistake, at, isWindows) => {
          const real = texts.get(path) ?? '';
          const text = isWindows ? windows(real) : real;
          const wrong = mistake(text, at);
          const fixed = run(path, wrong);
          assert.equal(fixed, run(path, text), `${path}: ${mistake.name}`);
          assert.equal(run(path, fixed), fixed);
        },
      ),
      { seed: 4, numRuns: 500 },
    );
  });
});

/** What writers do to an article, by the census, of what can be put right for certain. */
const mistakes: readonly ((text: string, at: number) => string)[] = [
  function indentedEnd(text) {
    return text.replace(/^(\ufeff?---[ \t]*\r?\n(?:[^-\r\n].*\r?\n|\r?\n|-[^-].*\r?\n)*)---/, '$1    ---');
  },
  function shortOpener(text) {
    return text.replace('---', '--');
  },
  function longOpener(text) {
    return text.replace('---', '----');
  },
  function blankLineFirst(text) {
    return text.replace(/^\ufeff?/, `$&${lineBreakOf(text)}`);
  },
  function spaceFirst(text) {
    return text.replace('---', ' ---');
  },
  function noSpace(text, at) {
    return inKey(text, at, ({ key, value }) => `${key}:${value}`);
  },
  function keyTwice(text, at) {
    return inKey(text, at, ({ key, value }) => `${key}: ${key}: ${value}`);
  },
  function lineTwice(text, at) {
    return inKey(text, at, ({ line }) => `${line}${lineBreakOf(text)}${line}`);
  },
  function spaceInKey(text, at) {
    return inKey(text, at, ({ key, line }) => line.replace(key, key.replace('ms.', 'ms. ')));
  },
  function hyphenInKey(text, at) {
    return inKey(text, at, ({ key, line }) => line.replace(key, key.replace('ms.', 'ms-')));
  },
  function retiredKey(text, at) {
    return inKey(text, at, ({ line }) => `${line}${lineBreakOf(text)}ms.assetid:`);
  },
];

interface KeyLine {
  readonly line: string;
  readonly key: string;
  readonly value: string;
}

/** Changes one of the lines of front matter that hold a known key, one space and a plain value. */
function inKey(text: string, at: number, change: (line: KeyLine) => string): string {
  const { map, header } = parseFrontMatter(text);
  const plain = map.entries.filter(
    ({ key, value }) =>
      /^(?:title|description|author|ms\.(?:author|reviewer|date|topic|service))$/.test(key) &&
      value.kind === 'scalar' &&
      /^\w/.test(value.source) &&
      text.startsWith(`: ${value.source}`, value.span.start - 2),
  );
  const entry = plain[at % Math.max(1, plain.length)];
  if (entry === undefined || header === undefined) return text;
  const start = lineStartOf(text, entry.keySpan.start);
  const end = lineEndOf(text, entry.value.span.start);
  const line = text.slice(start, end);
  const changed = change({ line, key: entry.key, value: text.slice(entry.value.span.start, end) });
  return text.slice(0, start) + changed + text.slice(end);
}

/** `file:line` of the old lines that a diff without context takes away or replaces. */
function changedLines(diff: string): string[] {
  let file = '';
  const lines: string[] = [];
  for (const line of diff.split('\n')) {
    file = /^--- a\/(.*)$/.exec(line)?.[1] ?? file;
    const hunk = /^@@ -(\d+)(?:,(\d+))? /.exec(line);
    if (hunk === null) continue;
    // Where lines come in without one going, the line above counts.
    const count = Math.max(1, Number(hunk[2] ?? 1));
    for (let index = 0; index < count; index++) lines.push(`${file}:${Number(hunk[1]) + index}`);
  }
  return lines;
}

/** Old and new lines of the hunks that replace as many lines as they bring. */
function replacedLines(diff: string): [string, string][] {
  return diff
    .split(/^@@.*@@.*\n/m)
    .slice(1)
    .flatMap((hunk) => {
      const lines = hunk.split(/^diff --git /m, 1)[0]?.split('\n') ?? [];
      const [old, now] = ['-', '+'].map((sign) => lines.filter((line) => line.startsWith(sign)).map((l) => l.slice(1)));
      return old?.length === now?.length
        ? (old ?? []).map((line, index): [string, string] => [line, now?.[index] ?? ''])
        : [];
    });
}

function withoutLine({ file, code, message }: JsonReport['diagnostics'][number]): string {
  return `${file} ${code} ${message}`;
}

function countOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
