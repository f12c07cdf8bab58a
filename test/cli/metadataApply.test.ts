import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { describe, it } from 'mocha';
import { docfx, rawArticle, rootMark } from '../support/docset';
import { createFolder, type Files, type Folder } from '../support/folder';
import { commitAll, git } from '../support/git';
import { runAsUser, runCli } from '../support/program';

const a =
  "---\r\n# required\r\ntitle: 'A' # the first\r\nms.custom:\r\n  - x\r\nms.topic: concept\r\n---\r\n\r\n# A\r\n";
const b = rawArticle('title: B', 'zone: "=1"');

function docset(more: Files = {}): Folder {
  return createFolder({
    ...rootMark,
    'docs/docfx.json': docfx({ globalMetadata: { 'ms.service': 'dynamics-365' } }),
    'docs/a.md': a,
    'docs/b.md': b,
    ...more,
  });
}

const textsOf = (folder: Folder, ...paths: readonly string[]): string[] =>
  paths.map((path) => readFileSync(folder.at(path), 'utf8'));

const apply = (folder: Folder, ...args: readonly string[]): ReturnType<typeof runCli> =>
  runCli(folder.path, ['metadata', '--apply', 'm.csv', ...args]);

describe('metadata --apply', () => {
  it('changes nothing with a table as it was exported', async () => {
    const folder = docset();
    await runCli(folder.path, ['metadata', '--all', '--with-source', '--output', 'm.csv']);
    const before = statSync(folder.at('docs/a.md'));
    assert.deepEqual(await apply(folder), { code: 0, stdout: '', stderr: '0 keys changed in 0 files.\n' });
    assert.deepEqual(textsOf(folder, 'docs/a.md', 'docs/b.md'), [a, b]);
    assert.equal(statSync(folder.at('docs/a.md')).mtimeMs, before.mtimeMs);
  });

  it('changes, adds and takes away the keys whose cells were edited, and no other byte', async () => {
    const folder = docset({
      'm.csv':
        '\ufefffile;zone;title;ms.service;ms.topic;ms.custom\r\n' +
        'docs/b.md;\'=1;"B; ""quoted""";finance;;\r\n' +
        ';;;;;\r\n' +
        'docs/a.md;;A;dynamics-365;;[x, ü]\r\n',
    });
    assert.deepEqual(await apply(folder), { code: 0, stdout: '', stderr: '4 keys changed in 2 files.\n' });
    assert.deepEqual(textsOf(folder, 'docs/a.md', 'docs/b.md'), [
      a.replace('\r\n  - x', ' [x, ü]').replace('ms.topic: concept\r\n', ''),
      b.replace('title: B', 'title: B; "quoted"\nms.service: finance'),
    ]);
    assert.equal((await apply(folder)).stderr, '0 keys changed in 0 files.\n');
  });

  it('shows with --dry-run what git can apply, and writes nothing', async () => {
    const folder = docset({ 'm.csv': 'file,title\ndocs/a.md,A\ndocs/b.md,New\n' });
    const { code, stdout, stderr } = await apply(folder, '--dry-run');
    assert.deepEqual([code, stderr], [0, '1 key would change in 1 file.\n']);
    assert.deepEqual(textsOf(folder, 'docs/a.md', 'docs/b.md'), [a, b]);
    git(folder.path, ['init', '--quiet']);
    commitAll(folder.path);
    folder.write({ 'patch.diff': stdout });
    git(folder.path, ['apply', 'patch.diff']);
    assert.deepEqual(textsOf(folder, 'docs/a.md', 'docs/b.md'), [a, b.replace('title: B', 'title: New')]);
  });

  it('writes nothing where one row makes no sense', async () => {
    const folder = docset({
      '.dynamics-docs.json': '{ "ignore": ["docs/old/**"] }',
      'docs/old/c.md': rawArticle('title: C'),
      'docs/latin.md': Buffer.from('---\ntitle: Größe\n---\n', 'latin1'),
      'm.csv':
        'file,title,ms.service\ndocs/a.md,New,\n../x.md,X,\ndocs/old/c.md,X,\ndocs/latin.md,X,dynamics-365\ndocs/b.md,"two\nlines",finance\n',
    });
    assert.deepEqual(await apply(folder), {
      code: 2,
      stdout: '',
      stderr: [
        "m.csv, row 2, column 'ms.service': This value comes from docs/docfx.json, line 14. An article can give another one, but not take it away.",
        "m.csv, row 3, column 'file': '../x.md' is no path from the root of the repository, such as 'docs/a.md'.",
        "m.csv, row 4, column 'file': The configuration ignores 'docs/old/c.md'.",
        'm.csv, row 5: Byte 14 is not UTF-8. Save the file as UTF-8.',
        String.raw`m.csv, row 6, column 'title': A cell is one line. Write "…\n…" for a line break.`,
        'Nothing is written.',
        '',
      ].join('\n'),
    });
    assert.deepEqual(textsOf(folder, 'docs/a.md', 'docs/b.md'), [a, b]);
  });

  it('shows the first of many problems', async () => {
    const rows = Array.from({ length: 25 }, (_none, index) => `docs/${index}.md,X\n`);
    const { code, stderr } = await apply(docset({ 'm.csv': `file,title\n${rows.join('')}` }));
    const lines = stderr.trimEnd().split('\n');
    assert.deepEqual([code, lines.length], [2, 22]);
    assert.deepEqual(lines.slice(-2), ['5 problems more.', 'Nothing is written.']);
  });

  it('refuses what is no CSV in UTF-8', async () => {
    const broken = docset({ 'm.csv': 'file,title\ndocs/a.md,"A\n' });
    assert.deepEqual(await apply(broken), {
      code: 2,
      stdout: '',
      stderr: 'm.csv, row 2: A cell begins with a quotation mark and does not end with one.\n',
    });
    const latin = docset({ 'm.csv': Buffer.from('file,title\ndocs/a.md,Größe\n', 'latin1') });
    assert.equal((await apply(latin)).stderr, '\'m.csv\' is not UTF-8. Save it as "CSV UTF-8".\n');
    assert.equal((await apply(docset())).stderr, "'m.csv' cannot be read: there is no such file.\n");
    assert.equal(
      (await apply(docset({ 'm.csv': '' }))).stderr,
      "m.csv, row 1: The first column must be 'file'.\nNothing is written.\n",
    );
  });

  it('refuses to work without the schemas that are configured', async () => {
    const folder = docset({
      'm.csv': 'file,title\ndocs/a.md,X\n',
      '.dynamics-docs.json': '{ "metadataSchema": "gone.json" }',
    });
    const { code, stderr } = await apply(folder);
    assert.equal(code, 2);
    assert.match(stderr, /gone\.json/);
    assert.deepEqual(textsOf(folder, 'docs/a.md'), [a]);
  });

  it('refuses two rows for one file', async () => {
    const folder = docset({ 'm.csv': 'file,title\ndocs/b.md,X\ndocs/link.md,Y\n' });
    symlinkSync('b.md', folder.at('docs/link.md'));
    assert.deepEqual(await apply(folder), {
      code: 2,
      stdout: '',
      stderr:
        "m.csv, row 3, column 'file': This is the same file as that of row 2. Change one of them.\nNothing is written.\n",
    });
  });

  it('says which file cannot be written, and writes the others', async function () {
    const folder = docset({ 'm.csv': 'file,title\ndocs/a.md,X\ndocs/b.md,Y\n' });
    chmodSync(folder.path, 0o755);
    chmodSync(folder.at('docs'), 0o777);
    chmodSync(folder.at('docs/a.md'), 0o444);
    chmodSync(folder.at('docs/b.md'), 0o666);
    const finished = await runAsUser(folder.path, ['metadata', '--apply', 'm.csv']);
    if (finished === undefined) this.skip();
    assert.deepEqual(finished, {
      code: 2,
      stdout: '',
      stderr: 'docs/a.md is left as it is: permission is denied.\n1 key changed in 1 file.\n',
    });
    assert.deepEqual(textsOf(folder, 'docs/a.md', 'docs/b.md'), [a, b.replace('title: B', 'title: Y')]);
  });

  it('takes no path and no format', async () => {
    const folder = docset({ 'm.csv': 'file,title\n' });
    assert.equal((await apply(folder, 'docs')).stderr, '--apply takes no path: the CSV names the files.\n');
    assert.equal(
      (await apply(folder, '--format', 'csv')).stderr,
      '--format does not go with --apply, which reads CSV.\n',
    );
  });
});
