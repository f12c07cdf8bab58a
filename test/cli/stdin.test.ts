import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { article, docfx, inherited, rawArticle, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { checkJson, places, runCli } from '../support/program';

describe('check -', () => {
  const folder = createFolder({
    ...rootMark,
    '.dynamics-docs.json': '{ "ignore": ["old/**"] }',
    'docs/docfx.json': docfx({
      globalMetadata: { author: 'writer', 'ms.author': 'writer', 'ms.service': 'x', 'ms.topic': 'how-to' },
    }),
    'docs/a.md': article({ ...inherited, 'ms.date': 'on disk' }),
    'docs/b.md': article({
      ...inherited,
      description: 'A description that no other article has, with more than seventy-five letters in it.',
    }),
  });
  const stdin = (name: string, text: string): ReturnType<typeof checkJson> =>
    checkJson(folder.path, ['-', '--stdin-filename', name], text);

  it('checks standard input as the file that it stands for', async () => {
    const { report, code } = await stdin('docs/a.md', article({ ...inherited, 'ms.date': '2025-10-29' }));
    assert.deepEqual(
      report.diagnostics.map(({ file, line, column, code: name }) => `${file}:${line}:${column} ${name}`),
      ['docs/a.md:2:8 duplicate-title-within-docset', 'docs/a.md:4:10 ms-date-invalid'],
    );
    assert.match(report.diagnostics[1]?.message ?? '', /'2025-10-29'/);
    assert.deepEqual([report.files, code], [1, 0]);
  });

  it('takes a file that is not there yet, with what it would inherit', async () => {
    const { report } = await stdin('docs/new/c.md', rawArticle('title: Record time on a quite new project'));
    assert.deepEqual(places(report), [
      'docs/new/c.md:2:1 warning description-missing',
      'docs/new/c.md:2:1 warning ms-date-missing',
    ]);
  });

  it('knows an include file by its folder', async () => {
    const { report } = await stdin('docs/includes/note.md', 'Just a note.\n');
    assert.deepEqual([report.files, report.diagnostics.map(({ code }) => code)], [1, ['include-unused']]);
  });

  it('checks nothing that is ignored', async () => {
    const { report } = await stdin('old/a.md', 'text');
    assert.deepEqual([report.files, report.diagnostics], [0, []]);
  });

  it('takes standard input that is empty', async () => {
    const { report } = await stdin('docs/a.md', '');
    assert.equal(report.diagnostics[1]?.code, 'front-matter-missing');
  });

  it('ends with 1 where standard input has an error', async () => {
    const { code } = await runCli(folder.path, ['check', '-', '--stdin-filename', 'docs/a.md'], rawArticle('title:a'));
    assert.equal(code, 1);
  });
});
