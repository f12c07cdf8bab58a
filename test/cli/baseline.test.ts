import assert from 'node:assert/strict';
import { readFileSync, renameSync } from 'node:fs';
import { describe, it } from 'mocha';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';
import { commitAll, git } from '../support/git';
import { checkJson, places, runCli } from '../support/program';

const name = '.dynamics-docs.baseline.json';
const quiet = '{"rules":{"duplicate-title-within-docset":"off","duplicate-description-within-docset":"off"}}';
const wrongDate = { 'ms.date': '2025-10-29' };

function docset(): Folder {
  return createFolder({
    ...rootMark,
    '.dynamics-docs.json': quiet,
    'docs/docfx.json': docfx(),
    'docs/a.md': article({ ...wrongDate, title: 'Approve time on a project' }),
    'docs/b.md': article({ 'ms.topic': 'howto', title: 'Record time on a project' }),
  });
}

async function recorded(): Promise<Folder> {
  const folder = docset();
  const { code, stdout, stderr } = await runCli(folder.path, ['check', '--update-baseline']);
  assert.deepEqual(
    [code, stdout, stderr],
    [
      0,
      '',
      `'${name}' holds 2 findings now; before, 0.\n2 files checked: 0 errors, 0 warnings, 0 suggestions, 0 info. 2 findings more in the baseline.\n`,
    ],
  );
  return folder;
}

function baselineOf(folder: Folder): string {
  return readFileSync(folder.at(name), 'utf8');
}

async function newOnes(folder: Folder, ...args: string[]): Promise<string[]> {
  return places((await checkJson(folder.path, args)).report);
}

describe('check with a baseline', () => {
  it('reports what is new alone, and counts the rest', async () => {
    const folder = await recorded();
    folder.write({ 'docs/c.md': article({ ...wrongDate, title: 'Submit time of a project' }) });
    const { code, report } = await checkJson(folder.path, ['--fail-on', 'warning']);
    assert.deepEqual([code, places(report)], [1, ['docs/c.md:6:10 warning ms-date-invalid']]);
    assert.equal(report.baselined, 2);
    assert.equal(report.counts.warning, 1);
  });

  it('knows the findings again after edits elsewhere, a move and a merge of two branches', async () => {
    const folder = await recorded();
    folder.write({
      'docs/a.md': article({ ...wrongDate, title: 'Approve time on a project', author: 'another' }).replace(
        '# Heading',
        '# Heading\n\nMore text.',
      ),
    });
    renameSync(folder.at('docs/b.md'), folder.at('docs/moved.md'));
    assert.deepEqual(await newOnes(folder), []);

    commitAll(folder.path);
    git(folder.path, ['checkout', '--quiet', '-b', 'side']);
    folder.write({ 'docs/0.md': article({ ...wrongDate, title: 'Return time of a project' }) });
    assert.equal((await runCli(folder.path, ['check', '--update-baseline'])).code, 0);
    git(folder.path, ['add', '--all']);
    git(folder.path, ['commit', '--quiet', '--message', 'side']);
    git(folder.path, ['checkout', '--quiet', '-']);
    folder.write({ 'docs/z.md': article({ ...wrongDate, title: 'Cancel time of a project' }) });
    assert.equal((await runCli(folder.path, ['check', '--update-baseline'])).code, 0);
    git(folder.path, ['add', '--all']);
    git(folder.path, ['commit', '--quiet', '--message', 'main']);
    git(folder.path, ['merge', '--quiet', '--no-edit', 'side']);
    assert.deepEqual(await newOnes(folder), []);
    assert.deepEqual(Object.keys((JSON.parse(baselineOf(folder)) as { files: object }).files), [
      'docs/0.md',
      'docs/a.md',
      'docs/moved.md',
      'docs/z.md',
    ]);
  });

  it('shrinks with what is fixed, and then reports it when it comes back', async () => {
    const folder = await recorded();
    const wrong = readFileSync(folder.at('docs/a.md'), 'utf8');
    const added = { 'docs/c.md': article({ ...wrongDate, title: 'Submit time of a project' }) };
    folder.write({ 'docs/a.md': wrong.replace('2025-10-29', '10/29/2025'), ...added });
    const pruned = await runCli(folder.path, ['check', '--prune-baseline']);
    assert.equal(pruned.stderr.split('\n')[0], `'${name}' holds 1 finding now; before, 2.`);
    folder.write({ 'docs/a.md': wrong });
    assert.deepEqual(await newOnes(folder), [
      'docs/a.md:6:10 warning ms-date-invalid',
      'docs/c.md:6:10 warning ms-date-invalid',
    ]);
  });

  it('records the files alone that are named, in the file that is named', async () => {
    const folder = docset();
    const args = ['check', 'docs/a.md', '--baseline', 'known/mine.json', '--update-baseline'];
    assert.equal((await runCli(folder.path, args)).code, 0);
    assert.deepEqual(await newOnes(folder, '--baseline', 'known/mine.json'), [
      'docs/b.md:7:11 warning ms-topic-invalid',
    ]);
    assert.equal((await newOnes(folder)).length, 2);
  });

  it('writes nothing where nothing changed', async () => {
    const folder = await recorded();
    const { stderr } = await runCli(folder.path, ['check', '--update-baseline']);
    assert.doesNotMatch(stderr, /holds/);
  });

  it('refuses a baseline that is broken, and loses nothing of it', async () => {
    const folder = await recorded();
    const broken = baselineOf(folder).replace('"files": {', '<<<<<<< mine\n  "files": {');
    folder.write({ [name]: broken });
    for (const args of [[], ['--update-baseline'], ['--prune-baseline']]) {
      const { code, stderr } = await runCli(folder.path, ['check', ...args]);
      assert.equal(code, 2);
      assert.match(stderr, /^The baseline \.dynamics-docs\.baseline\.json:3:3 is invalid: [^\n]+\n$/);
      assert.equal(baselineOf(folder), broken);
    }
  });

  const refused: readonly (readonly [readonly string[], string])[] = [
    [
      ['--update-baseline', '--prune-baseline'],
      'Choose one of --update-baseline, which records all findings, and --prune-baseline, which adds none.\n',
    ],
    [
      ['--update-baseline', '--changed-since', 'HEAD'],
      '--update-baseline looks at whole files: it does not go with --changed-since.\n',
    ],
    [['--prune-baseline', '--fix', '--dry-run'], '--prune-baseline writes a file: it does not go with --dry-run.\n'],
    [
      ['-', '--stdin-filename', 'docs/a.md', '--update-baseline'],
      "--update-baseline looks at files: it does not go with '-'.\n",
    ],
    [['--baseline', 'nowhere.json'], "There is no baseline 'nowhere.json'. --update-baseline writes one.\n"],
    [['--baseline', ''], '--baseline takes the name of a file.\n'],
    [
      ['--update-baseline', '--baseline', 'docs/a.md/x.json'],
      "The baseline 'docs/a.md/x.json' cannot be written: a file stands where its folder should be.\n",
    ],
  ];
  for (const [args, message] of refused) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await runCli(docset().path, ['check', ...args]);
      assert.deepEqual([code, stdout, stderr], [2, '', message]);
    });
  }
});
