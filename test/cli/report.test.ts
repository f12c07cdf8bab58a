import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files, type Folder } from '../support/folder';
import { commitAll, git } from '../support/git';
import { checkJson, runCli } from '../support/program';

const clean = article({ title: 'Approve the time of a project in Contoso' });

function repository(more: Files = {}): Folder {
  return createFolder({
    ...rootMark,
    'docs/docfx.json': docfx(),
    'docs/a.md': article({ 'ms.date': '2025-10-29' }),
    'docs/b.md': article({ 'ms.topic': 'howto', description: undefined }),
    'docs/more/c.md': clean.replace('record', 'approve'),
    ...more,
  });
}

const summary = "3 files checked: 0 errors, 3 warnings, 2 suggestions, 0 info. The report is in 'out.html'.\n";

async function reported(folder: Folder, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(folder.path, ['report', '--output', '-', ...args]);
  assert.equal(code, 0, stderr);
  return stdout;
}

/** The cells of a table, a line a row. */
function rowsOf(html: string, id: string): string[] {
  const body = new RegExp(`<table id="${id}">.*?<tbody>(.*?)</tbody>`, 's').exec(html)?.[1] ?? '';
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, '')).join(' | '),
  );
}

describe('report', () => {
  it('writes one file with the figures of a check, the same each time', async () => {
    const folder = repository();
    const finished = await runCli(folder.path, ['report', '--output', 'out.html']);
    assert.deepEqual(finished, { code: 0, stdout: '', stderr: summary });
    const html = readFileSync(folder.at('out.html'), 'utf8');
    const { report } = await checkJson(folder.path);
    const found = report.diagnostics.map(({ severity, code, file, line }) => `${severity} | ${code} | ${file}:${line}`);
    const listed = rowsOf(html, 'findings-table').map((row) => row.split(' | ').slice(0, 3).join(' | '));
    assert.deepEqual(listed.sort(), found.sort());
    assert.equal(await reported(folder), html);
  });

  it('has a name of its own for the file', async () => {
    const folder = repository();
    const { code, stderr } = await runCli(folder.path, ['report', 'docs/more']);
    assert.equal(code, 0);
    assert.equal(
      stderr,
      "1 file checked: 0 errors, 0 warnings, 0 suggestions, 0 info. The report is in 'dynamics-docs-report.html'.\n",
    );
    assert.match(readFileSync(folder.at('dynamics-docs-report.html'), 'utf8'), /Health report of docs\/more/);
  });

  it('leads to the commit on GitHub, and tells nobody the secret of a remote', async () => {
    const folder = repository();
    commitAll(folder.path);
    git(folder.path, ['remote', 'add', 'origin', 'https://me:secret@github.com/contoso/docs.git']);
    const head = git(folder.path, ['rev-parse', 'HEAD']).trim();
    const html = await reported(folder);
    assert.ok(html.includes(`href="https://github.com/contoso/docs/blob/${head}/docs/a.md?plain=1#L6"`));
    assert.ok(!html.includes('secret'));
    const base = await reported(folder, '--link-base', 'https://docs.contoso.com/files/');
    assert.ok(base.includes('href="https://docs.contoso.com/files/docs/a.md#L6"'));
  });

  it('shows how findings and metadata went over the commits of a branch, and touches no file', async () => {
    const folder = repository();
    commitAll(folder.path);
    const fixed = article({ title: 'Record the time of a project in Contoso', 'ms.date': '10/29/2025' });
    folder.write({ 'docs/a.md': fixed });
    git(folder.path, ['commit', '--all', '--quiet', '--message', 'mend a']);
    folder.write({ 'docs/b.md': clean });
    const rows = rowsOf(await reported(folder, '--history', '2'), 'history-table');
    const short = git(folder.path, ['rev-list', '--reverse', '--abbrev-commit', '--abbrev=10', 'HEAD']).split('\n');
    assert.deepEqual(
      rows.map((row) => row.split(' | ').slice(1).join(' | ')),
      [
        `${short[0] ?? ''} | 3 | 0 | 3 | 2 | 0 | 95.2`,
        `${short[1] ?? ''} | 3 | 0 | 2 | 0 | 0 | 95.2`,
        'now | 3 | 0 | 0 | 4 | 0 | 100',
      ],
    );
    assert.equal(git(folder.path, ['status', '--porcelain']), ' M docs/b.md\n');
    assert.deepEqual(rowsOf(await reported(folder, '--history', '1'), 'history-table').length, 2);
    assert.deepEqual(rowsOf(await reported(folder), 'history-table'), []);
  });

  it('knows where a part of a repository lies, and when it began', async () => {
    const folder = createFolder({ 'x.md': 'x' });
    commitAll(folder.path);
    const files = { ...rootMark, 'docs/docfx.json': docfx(), 'docs/a.md': article({ 'ms.date': '2025-10-29' }) };
    folder.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [`my part/${path}`, text])));
    git(folder.path, ['add', '--all']);
    git(folder.path, ['commit', '--quiet', '--message', 'more']);
    git(folder.path, ['remote', 'add', 'origin', 'git@github.com:contoso/docs.git']);
    const head = git(folder.path, ['rev-parse', 'HEAD']).trim();
    const { code, stdout } = await runCli(folder.at('my part'), ['report', '--output', '-', '--history', '9']);
    assert.equal(code, 0);
    assert.ok(stdout.includes(`href="https://github.com/contoso/docs/blob/${head}/my%20part/docs/a.md?plain=1#L6"`));
    assert.deepEqual(
      rowsOf(stdout, 'history-table').map((row) => row.split(' | ').slice(1).join(' | ')),
      [head.slice(0, 10), 'now'].map((commit) => `${commit} | 1 | 0 | 1 | 0 | 0 | 100`),
    );
  });

  it('speaks the language that was asked for, and English to the console', async () => {
    const folder = repository();
    const { code, stderr } = await runCli(folder.path, ['report', '--output', 'out.html', '--locale', 'de-AT']);
    assert.deepEqual([code, stderr], [0, summary]);
    const html = readFileSync(folder.at('out.html'), 'utf8');
    assert.match(html, /<html lang="de-AT">/);
    assert.match(html, /<title>Zustandsbericht für /);
    const rows = rowsOf(html, 'findings-table');
    assert.deepEqual(
      rows.filter((row) => row.includes('ms-date-invalid')),
      [
        'Warnung | ms-date-invalid | docs/a.md:6 | Ungültiges Datumsformat für „ms.date“: „2025-10-29“. Verwenden Sie MM/DD/YYYY, zum Beispiel 10/29/2025.',
      ],
    );
    assert.equal(await reported(folder, '--locale', 'en-US'), await reported(folder));
  });

  it('says all findings in that language, whichever thread found them', async () => {
    // Twice as many as make up for a second thread.
    const articles: Record<string, string> = {};
    for (let i = 0; i < 800; i++) articles[`docs/${i}.md`] = article({ 'ms.date': '2025-10-29' });
    const folder = createFolder({ ...rootMark, 'docs/docfx.json': docfx(), ...articles });
    const html = await reported(folder, '--locale', 'de');
    assert.equal(html.match(/Ungültiges Datumsformat für/g)?.length, 800);
  });

  for (const [what, args, stderr] of [
    [
      'a language that nobody translated into',
      ['--locale', 'xx'],
      "There is no translation 'xx'. Choose one of: en, de.\n",
    ],
    [
      'a language that is none',
      ['--locale', 'de-ab-cd'],
      "There is no translation 'de-ab-cd'. Choose one of: en, de.\n",
    ],
    ['a number that is none', ['--history', '0'], "--history takes a number of commits from 1 to 9999, not '0'.\n"],
    [
      'an address that is none',
      ['--link-base', 'javascript:x'],
      "--link-base takes an address that begins with https://, not 'javascript:x'.\n",
    ],
    ['a folder that is not there', ['nowhere'], "There is no file or folder 'nowhere'.\n"],
    ['a history where there is no git', ['--history', '3'], undefined],
  ] as const) {
    it(`says what is wrong with ${what}`, async () => {
      const folder = repository();
      const finished = await runCli(folder.path, ['report', '--output', 'out.html', ...args]);
      assert.deepEqual([finished.code, finished.stdout], [2, '']);
      assert.match(
        finished.stderr,
        stderr === undefined ? /^Git cannot tell the history: not a git repository.*\n$/ : /./,
      );
      if (stderr !== undefined) assert.equal(finished.stderr, stderr);
      assert.equal(existsSync(folder.at('out.html')), false);
    });
  }

  it('says what is wrong with a configuration', async () => {
    const folder = repository({ '.dynamics-docs.json': '{' });
    const { code, stdout, stderr } = await runCli(folder.path, ['report']);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^The configuration \.dynamics-docs\.json:1:2 is invalid: .*\n$/);
  });
});
