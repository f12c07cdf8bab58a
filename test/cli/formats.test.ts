import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { article, docfx, rawArticle, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { checkJson, runCli, type JsonReport } from '../support/program';

const folder = createFolder({
  ...rootMark,
  'articles/docfx.json': docfx({
    globalMetadata: { 'ms.service': 'dynamics-365', 'ms.author': ['one', 'two'] },
    fileMetadata: { audience: { 'nowhere/**/*.md': 'Developer' } },
  }),
  'articles/good.md': article({ 'ms.service': undefined, 'ms.author': undefined }),
  'articles/wrong.md':
    rawArticle(
      'title: Approve time on a project in Contoso',
      // The smiley is two UTF-16 units: the include starts in column 22.
      'description: "\u{1f600} see [!INCLUDE [x](y.md)] and read on until the seventy-five characters are there, at last."',
      'author: contoso-writer',
      'ms.author: contosowriter',
      'ms.date: 2025-10-29',
      'ms.topic: how-to',
      'ms.service:',
      'manager: someone',
    ) + '\n[!INCLUDE [note](includes/note.md)]\n',
  'articles/includes/note.md': rawArticle('title: "a'),
});

const expected: Omit<JsonReport, 'durationMs'> = {
  version: 1,
  root: folder.path,
  files: 3,
  counts: { error: 1, warning: 4, suggestion: 3, info: 0 },
  diagnostics: [
    {
      file: 'articles/docfx.json',
      line: 15,
      column: 20,
      endLine: 18,
      endColumn: 8,
      severity: 'warning',
      code: 'multiple-values',
      message: "'ms.author' takes one value, not a list.",
      fixable: false,
      related: [],
    },
    {
      file: 'articles/docfx.json',
      line: 22,
      column: 10,
      endLine: 22,
      endColumn: 25,
      severity: 'suggestion',
      code: 'glob-pattern-unmatched',
      message: "The pattern 'nowhere/**/*.md' of 'audience' matches no file of this docset.",
      fixable: false,
      related: [],
    },
    {
      file: 'articles/includes/note.md',
      line: 2,
      column: 8,
      endLine: 2,
      endColumn: 10,
      severity: 'error',
      code: 'yaml-header-syntax-error',
      message: 'The closing " is missing at the end of the value.',
      fixable: false,
      related: [],
    },
    {
      file: 'articles/wrong.md',
      line: 2,
      column: 1,
      endLine: 2,
      endColumn: 44,
      severity: 'warning',
      code: 'ms-service-missing',
      message:
        "Missing required attribute: 'ms.service'. Add the ID of the service here, or for the whole docset in docfx.json.",
      fixable: false,
      related: [],
    },
    {
      file: 'articles/wrong.md',
      line: 3,
      column: 22,
      endLine: 3,
      endColumn: 42,
      severity: 'warning',
      code: 'include-in-front-matter',
      message: 'An include is not expanded in front matter. Write the text itself.',
      fixable: false,
      related: [],
    },
    {
      file: 'articles/wrong.md',
      line: 6,
      column: 10,
      endLine: 6,
      endColumn: 20,
      severity: 'warning',
      code: 'ms-date-invalid',
      message: "Invalid date format for 'ms.date': '2025-10-29'. Use MM/DD/YYYY, for example 10/29/2025.",
      fixable: true,
      related: [],
    },
    {
      file: 'articles/wrong.md',
      line: 8,
      column: 1,
      endLine: 8,
      endColumn: 11,
      severity: 'suggestion',
      code: 'attribute-shadows-default',
      message: "The empty 'ms.service' hides 'dynamics-365' from docfx.json. Remove the line to inherit it.",
      fixable: false,
      related: [{ file: 'articles/docfx.json', line: 14, column: 21, message: 'The value that is hidden' }],
    },
    {
      file: 'articles/wrong.md',
      line: 9,
      column: 10,
      endLine: 9,
      endColumn: 17,
      severity: 'suggestion',
      code: 'attribute-deprecated',
      message: "Deprecated attribute: 'manager'. Delete the line.",
      fixable: false,
      related: [],
    },
  ],
};

describe('check --format json', () => {
  it('is one document of the shape that is promised, sorted by place', async () => {
    const { code, report, stderr } = await checkJson(folder.path);
    const { durationMs, ...rest } = report;
    assert.deepEqual(rest, expected);
    assert.ok(Number.isInteger(durationMs) && durationMs >= 0);
    assert.deepEqual({ code, stderr }, { code: 1, stderr: '' });
  });

  it('names the same files from any folder of the repository', async () => {
    const { report } = await checkJson(folder.at('articles/includes'), ['../..']);
    assert.equal(report.root, folder.path);
    assert.deepEqual(report.diagnostics, expected.diagnostics);
  });
});

describe('check --format text', () => {
  const lines = expected.diagnostics.map(
    ({ file, line, column, severity, code, message }) => `${file}:${line}:${column}: ${severity} ${code} ${message}\n`,
  );

  it('is one finding a line on standard output, and a summary on standard error', async () => {
    assert.deepEqual(await runCli(folder.path, ['check']), {
      code: 1,
      stdout: lines.join(''),
      stderr: '3 files checked: 1 error, 4 warnings, 3 suggestions, 0 info.\n',
    });
  });

  it('is the same with its name', async () => {
    const { stdout } = await runCli(folder.path, ['check', '.', '--format', 'text']);
    assert.equal(stdout, lines.join(''));
  });

  it('shows paths as the user would type them here', async () => {
    const { stdout } = await runCli(folder.at('articles/includes'), ['check', '..']);
    assert.deepEqual(
      [...new Set(stdout.split('\n').map((line) => line.split(':')[0]))],
      ['../docfx.json', 'note.md', '../wrong.md', ''],
    );
  });

  it('is read whole by the problem matcher', async () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { problemMatchers: [{ pattern: { regexp: string } }] };
    };
    const pattern = new RegExp(manifest.contributes.problemMatchers[0].pattern.regexp);
    const { stdout } = await runCli(folder.path, ['check']);
    const matched = stdout
      .trimEnd()
      .split('\n')
      .map((line) => pattern.exec(line)?.slice(1));
    assert.deepEqual(
      matched,
      expected.diagnostics.map(({ file, line, column, severity, code, message }) => [
        file,
        String(line),
        String(column),
        severity,
        code,
        message,
      ]),
    );
  });

  it('is one line for a value and a name with line breaks', async function () {
    if (process.platform === 'win32') this.skip();
    const odd = createFolder({ ...rootMark, 'a\nb.md': article({ 'ms.topic': String.raw`"a\n\r\n::error::b\L"` }) });
    const { stdout } = await runCli(odd.path, ['check']);
    assert.deepEqual(stdout.split('\n'), [
      "a b.md:7:11: warning ms-topic-invalid Invalid value for 'ms.topic': 'a ::error::b '. Use a content type of Learn, for example how-to, concept-article or troubleshooting-general.",
      '',
    ]);
  });

  it('says nothing on standard output where nothing is wrong', async () => {
    assert.deepEqual(await runCli(folder.path, ['check', 'articles/good.md']), {
      code: 0,
      stdout: '',
      stderr: '1 file checked: 0 errors, 0 warnings, 0 suggestions, 0 info.\n',
    });
  });
});

describe('check --quiet', () => {
  it('reports errors alone', async () => {
    const { report } = await checkJson(folder.path, ['--quiet']);
    assert.deepEqual(
      report.diagnostics,
      expected.diagnostics.filter(({ severity }) => severity === 'error'),
    );
    assert.deepEqual(report.counts, { error: 1, warning: 0, suggestion: 0, info: 0 });
  });

  it('still fails on what it does not show', async () => {
    const { code, stdout } = await runCli(folder.path, [
      'check',
      'articles/wrong.md',
      '--quiet',
      '--fail-on',
      'warning',
    ]);
    assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
  });
});
