import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { describe, it } from 'mocha';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files, type Folder } from '../support/folder';
import { commitAll, git } from '../support/git';
import { checkJson, places, runCli } from '../support/program';

/** Every article has a wrong date, so that whatever is checked has a finding. */
function wrong(title: string, body = ''): string {
  const text = article({
    title,
    description: `${title}, which shows at some length what a team member does with the time of a project.`,
    'ms.date': '2025-10-29',
  });
  return `${text}${body}`;
}

/** A repository with everything committed. */
function repository(more: Files = {}): Folder {
  const folder = createFolder({
    ...rootMark,
    'docs/docfx.json': docfx(),
    'docs/a.md': wrong('Approve time on a project'),
    'docs/b.md': wrong('Record time on a project', '\n[!INCLUDE [part](includes/part.md)]\n'),
    'docs/includes/part.md': '[!INCLUDE [inner](inner.md)]\n',
    'docs/includes/inner.md': 'Words.\n',
    'other/docfx.json': docfx(),
    'other/c.md': wrong('Submit time of a project'),
    ...more,
  });
  commitAll(folder.path);
  return folder;
}

async function checked(folder: Folder, ref = 'HEAD', ...args: string[]): Promise<string[]> {
  const { report } = await checkJson(folder.path, ['--changed-since', ref, ...args]);
  return [...new Set(places(report).map((place) => place.split(':')[0] ?? ''))];
}

function commit(folder: Folder): void {
  git(folder.path, ['add', '--all']);
  git(folder.path, ['commit', '--quiet', '--message', 'more']);
}

describe('check --changed-since', () => {
  it('reports nothing where nothing changed', async () => {
    const folder = repository();
    const { code, report } = await checkJson(folder.path, ['--changed-since', 'HEAD']);
    assert.deepEqual([code, report.files, report.diagnostics], [0, 0, []]);
  });

  it('takes what is edited, staged, committed, renamed and new', async () => {
    const folder = repository({
      'docs/d.md': wrong('Return time of a project'),
      'docs/e.md': wrong('Cancel it all, always'),
    });
    folder.write({ 'docs/a.md': wrong('Approve time on all projects') });
    assert.deepEqual(await checked(folder), ['docs/a.md']);
    commit(folder);
    folder.write({ 'other/c.md': wrong('Submit time of all projects') });
    git(folder.path, ['add', '--all']);
    renameSync(folder.at('docs/d.md'), folder.at('docs/d2.md'));
    folder.write({ 'docs/ü new.md': wrong('Begin a new project') });
    assert.deepEqual(await checked(folder, 'HEAD~1'), ['docs/a.md', 'docs/d2.md', 'docs/ü new.md', 'other/c.md']);
    assert.deepEqual(await checked(folder), ['docs/d2.md', 'docs/ü new.md', 'other/c.md']);
    assert.deepEqual(await checked(folder, 'HEAD', 'other'), ['other/c.md']);
  });

  it('compares with where the branch began, not with what others did since', async () => {
    const folder = repository();
    git(folder.path, ['checkout', '--quiet', '-b', 'mine']);
    folder.write({ 'docs/a.md': wrong('Approve time on all projects') });
    commit(folder);
    git(folder.path, ['checkout', '--quiet', '-b', 'theirs', 'HEAD~1']);
    folder.write({ 'other/c.md': wrong('Submit time of all projects') });
    commit(folder);
    git(folder.path, ['checkout', '--quiet', 'mine']);
    assert.deepEqual(await checked(folder, 'theirs'), ['docs/a.md']);
  });

  it('takes the articles that use an include which changed or is gone, through others too', async () => {
    const folder = repository();
    folder.write({ 'docs/includes/inner.md': 'Other words.\n' });
    assert.deepEqual(await checked(folder), ['docs/b.md']);
    folder.remove('docs/includes/inner.md');
    assert.deepEqual(await checked(folder), ['docs/b.md', 'docs/includes/part.md']);
  });

  it('takes all that a docfx.json, a schema or a configuration governs', async () => {
    const folder = repository({
      'other/.dynamics-docs.json': '{"metadataSchema":["dynamics","own.json"]}',
      'other/own.json': '{"properties":{"ms.topic":{"enum":["how-to"]}}}',
    });
    folder.write({ 'docs/docfx.json': docfx({ globalMetadata: { a: 1 } }) });
    assert.deepEqual(await checked(folder), ['docs/a.md', 'docs/b.md']);
    commit(folder);
    folder.write({ 'other/own.json': '{"properties":{"ms.topic":{"enum":["how-to","x"]}}}' });
    assert.deepEqual(await checked(folder), ['other/c.md']);
    commit(folder);
    folder.write({ 'other/.dynamics-docs.json': '{"metadataSchema":["dynamics"]}' });
    assert.deepEqual(await checked(folder), ['other/c.md']);
    commit(folder);
    folder.remove('other/docfx.json');
    folder.remove('docs/docfx.json');
    assert.deepEqual(await checked(folder, 'HEAD', 'docs'), ['docs/a.md', 'docs/b.md']);
  });

  it('takes an article that was not changed but shares its title with one that was', async () => {
    const folder = repository();
    folder.write({ 'docs/new.md': wrong('Approve time on a project') });
    const { report } = await checkJson(folder.path, ['--changed-since', 'HEAD']);
    assert.deepEqual(places(report), [
      'docs/a.md:2:8 suggestion duplicate-title-within-docset',
      'docs/a.md:3:14 suggestion duplicate-description-within-docset',
      'docs/new.md:2:8 suggestion duplicate-title-within-docset',
      'docs/new.md:3:14 suggestion duplicate-description-within-docset',
      'docs/new.md:6:10 warning ms-date-invalid',
    ]);
  });

  it('looks at a part of a repository as at a whole one', async () => {
    const folder = createFolder({
      'part/docs/docfx.json': docfx(),
      'part/docs/a.md': wrong('Approve time on a project'),
    });
    folder.write({ 'part/.openpublishing.publish.config.json': '{}', 'x.md': 'x' });
    commitAll(folder.path);
    folder.write({ 'part/docs/a.md': wrong('Approve time on all projects'), 'x.md': 'y' });
    const { report } = await checkJson(folder.at('part'), ['--changed-since', 'HEAD']);
    assert.deepEqual(places(report), ['docs/a.md:6:10 warning ms-date-invalid']);
  });

  it('repairs only what changed', async () => {
    const folder = repository();
    folder.write({ 'docs/a.md': wrong('Approve time on all projects') });
    const { report } = await checkJson(folder.path, ['--changed-since', 'HEAD', '--fix']);
    assert.deepEqual(
      report.fixed?.changes.map(({ file }) => file),
      ['docs/a.md'],
    );
  });

  it('says what is wrong with a commit, with git or with the folder', async () => {
    const folder = repository();
    for (const ref of ['nowhere', '--output=x', 'HEAD:docs', '']) {
      const { code, stdout, stderr } = await runCli(folder.path, ['check', `--changed-since=${ref}`]);
      assert.deepEqual(
        [code, stdout, stderr],
        [
          2,
          '',
          `Git knows no commit '${ref}'. Name a branch, a tag or a commit; in a pull request it may need to be fetched first.\n`,
        ],
      );
    }
    const plain = createFolder({ ...rootMark, 'docs/docfx.json': docfx(), 'docs/a.md': wrong('Approve time') });
    const { code, stderr } = await runCli(plain.path, ['check', '--changed-since', 'HEAD']);
    assert.equal(code, 2);
    assert.match(stderr, /^Git cannot tell what changed since 'HEAD': not a git repository [^\n]+\.\n$/);
  });
});
