import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, readdirSync, statSync, symlinkSync, lstatSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'mocha';
import { article, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';
import { runAsUser, runCli } from '../support/program';

const summary = '1 file checked: 0 errors, 1 warning, 0 suggestions, 0 info.\n';
const line =
  "a.md:6:10: warning ms-date-invalid Invalid date format for 'ms.date': '2025-10-29'. Use MM/DD/YYYY, for example 10/29/2025.\n";

function docset(): Folder {
  return createFolder({ ...rootMark, 'a.md': article({ 'ms.date': '2025-10-29' }) });
}

const textOf = (folder: Folder, path: string): string => readFileSync(folder.at(path), 'utf8');

describe('check --output', () => {
  it('writes the results to a file, and the summary to standard error', async () => {
    const folder = docset();
    assert.deepEqual(await runCli(folder.path, ['check', '--output', 'out.txt', '--fail-on', 'warning']), {
      code: 1,
      stdout: '',
      stderr: summary,
    });
    assert.equal(textOf(folder, 'out.txt'), line);
  });

  it('is for the one format without a file', async () => {
    const folder = docset();
    const formats = ['--format', 'sarif=out.sarif', '--format', 'json', '--output', 'out.json'];
    assert.deepEqual(await runCli(folder.path, ['check', ...formats]), { code: 0, stdout: '', stderr: summary });
    const { counts } = JSON.parse(textOf(folder, 'out.json')) as { counts: unknown };
    assert.deepEqual(counts, { error: 0, warning: 1, suggestion: 0, info: 0 });
    assert.match(textOf(folder, 'out.sarif'), /^\{"\$schema"/);
  });

  it("takes '-' for standard output", async () => {
    const folder = docset();
    const expected = { code: 0, stdout: line, stderr: summary };
    for (const options of [
      ['--output', '-'],
      ['--format', 'text=-'],
    ])
      assert.deepEqual(await runCli(folder.path, ['check', ...options]), expected);
  });

  it('starts from where the user stands, makes folders, and leaves nothing else behind', async () => {
    const folder = createFolder({ ...rootMark, 'docs/a.md': article({ 'ms.date': '2025-10-29' }) });
    await runCli(folder.at('docs'), ['check', '--output', '../reports/new/out.txt']);
    assert.deepEqual(readdirSync(folder.at('reports/new')), ['out.txt']);
    assert.equal(textOf(folder, 'reports/new/out.txt'), line);
  });

  it('replaces a file that is there, keeps its mode, and writes through a link', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = docset();
    folder.write({ 'real/out.txt': 'an older and much longer report '.repeat(100) });
    chmodSync(folder.at('real/out.txt'), 0o640);
    symlinkSync('real/out.txt', folder.at('link.txt'));
    assert.equal((await runCli(folder.path, ['check', '--output', 'link.txt'])).code, 0);
    assert.equal(textOf(folder, 'real/out.txt'), line);
    assert.equal(statSync(folder.at('real/out.txt')).mode & 0o777, 0o640);
    assert.ok(lstatSync(folder.at('link.txt')).isSymbolicLink());
    assert.deepEqual(readdirSync(folder.at('real')), ['out.txt']);
  });

  it('writes to a pipe', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = docset();
    execFileSync('mkfifo', [folder.at('pipe')]);
    const [received, finished] = await Promise.all([
      readFile(folder.at('pipe'), 'utf8'),
      runCli(folder.path, ['check', '--output', 'pipe']),
    ]);
    assert.deepEqual([received, finished], [line, { code: 0, stdout: '', stderr: summary }]);
    assert.ok(statSync(folder.at('pipe')).isFIFO());
  });
});

describe('several formats', () => {
  it('go to files and standard output in one run', async () => {
    const folder = docset();
    const formats = ['--format', 'sarif=out.sarif', '--format', 'text', '--format', 'junit=out.xml'];
    assert.deepEqual(await runCli(folder.path, ['check', ...formats, '.']), { code: 0, stdout: line, stderr: summary });
    assert.match(textOf(folder, 'out.sarif'), /^\{"\$schema"/);
    assert.match(textOf(folder, 'out.xml'), /^<\?xml/);
  });

  it('leave standard output to a program that reads it', async () => {
    const folder = docset();
    const { stderr, stdout } = await runCli(folder.path, ['check', '--format', 'text=out.txt', '--format', 'json']);
    assert.deepEqual([stderr, (JSON.parse(stdout) as { version: number }).version], ['', 1]);
    assert.equal(textOf(folder, 'out.txt'), line);
  });

  it('are all of what is left after --fix', async () => {
    const folder = docset();
    assert.deepEqual(await runCli(folder.path, ['check', '--fix', '--format', 'junit=out.xml', '--format', 'github']), {
      code: 0,
      stdout: '',
      stderr:
        'a.md: 1 finding fixed.\n1 file checked: 0 errors, 0 warnings, 0 suggestions, 0 info. 1 finding fixed in 1 file.\n',
    });
    assert.match(textOf(folder, 'out.xml'), / tests="1" failures="0" /);
  });
});

describe('results that cannot be written', () => {
  it('end with 2 and one sentence each, and all others are written', async () => {
    const folder = docset();
    folder.write({ 'folder/x': '', file: '' });
    const formats = ['sarif=folder', 'text', 'junit=file/out.xml', 'json=out.json'].flatMap((name) => [
      '--format',
      name,
    ]);
    assert.deepEqual(await runCli(folder.path, ['check', ...formats]), {
      code: 2,
      stdout: line,
      stderr:
        "The results cannot be written to 'folder': it is a folder.\n" +
        `The results cannot be written to 'file/out.xml': a file stands where its folder should be.\n${summary}`,
    });
    assert.match(textOf(folder, 'out.json'), /^\{"version":1/);
  });

  it('leave the file as it was', async function () {
    const folder = docset();
    folder.write({ 'out.txt': 'mine' });
    chmodSync(folder.path, 0o777);
    chmodSync(folder.at('out.txt'), 0o444);
    const finished = await runAsUser(folder.path, ['check', '--output', 'out.txt']);
    if (finished === undefined) return void this.skip();
    assert.deepEqual(finished, {
      code: 2,
      stdout: '',
      stderr: `The results cannot be written to 'out.txt': permission is denied.\n${summary}`,
    });
    assert.equal(textOf(folder, 'out.txt'), 'mine');
  });

  it('are said also where nothing could be checked', async () => {
    const folder = createFolder({ ...rootMark, '.dynamics-docs.json': '[]', 'folder/x': '' });
    const { code, stderr } = await runCli(folder.path, ['check', '--output', 'folder']);
    assert.deepEqual([code, stderr.split('\n').length], [2, 3]);
    assert.match(stderr, /^The results cannot be written to 'folder': it is a folder\.\nThe configuration /);
  });
});
