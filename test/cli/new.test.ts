import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { docfx, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';
import { git } from '../support/git';
import { checkJson, runCli } from '../support/program';

function docset(): Folder {
  return createFolder({ ...rootMark, 'docs/docfx.json': docfx({ globalMetadata: { 'ms.service': 'dynamics-365' } }) });
}

const who = ['--author', 'contoso-writer', '--ms-author', 'contosowriter'];

describe('new', () => {
  it('writes an article that has no finding, named by its title', async () => {
    const folder = docset();
    const title = 'Restore a backup of a sandbox';
    const { code, stdout, stderr } = await runCli(folder.path, ['new', 'docs', '--title', title, ...who]);
    assert.deepEqual([code, stdout, stderr], [0, 'docs/restore-a-backup-of-a-sandbox.md\n', '']);
    const text = readFileSync(folder.at('docs/restore-a-backup-of-a-sandbox.md'), 'utf8');
    assert.match(text, new RegExp(`^---\ntitle: ${title}\n[^]*\n# ${title}\n\n\\*\\*Environment details\\*\\*\n`));
    assert.doesNotMatch(text, /ms\.service/);
    assert.deepEqual((await checkJson(folder.path)).report.diagnostics, []);
  });

  it('takes the title from the file and makes folders that are not there', async () => {
    const folder = docset();
    const args = ['new', 'docs/more/deep/record-time-on-projects', '--template', 'how-to', ...who];
    const { code, stdout } = await runCli(folder.path, args);
    assert.deepEqual([code, stdout], [0, 'docs/more/deep/record-time-on-projects.md\n']);
    assert.match(readFileSync(folder.at(stdout.trim()), 'utf8'), /^title: Record time on projects$/m);
  });

  it('asks git who writes, and says what is left to fill in', async () => {
    const folder = docset();
    git(folder.path, ['init', '--quiet']);
    git(folder.path, ['config', 'user.name', 'contoso-writer']);
    git(folder.path, ['config', 'user.email', 'someone@example.com']);
    const { code, stderr } = await runCli(folder.path, [
      'new',
      'docs/record-time-on-projects.md',
      '--template',
      'concept',
    ]);
    assert.deepEqual(
      [code, stderr],
      [
        0,
        "Line 2: Missing required attribute: 'ms.author'. Add the Microsoft alias of the owner, without @microsoft.com.\n",
      ],
    );
    assert.match(
      readFileSync(folder.at('docs/record-time-on-projects.md'), 'utf8'),
      /^author: contoso-writer\nms\.author:$/m,
    );
  });

  it('never replaces a file', async () => {
    const folder = docset();
    folder.write({ 'docs/a.md': 'mine\n' });
    const { code, stdout, stderr } = await runCli(folder.path, ['new', 'docs/a.md', ...who]);
    assert.deepEqual([code, stdout, stderr], [2, '', "There is a file 'docs/a.md' already. It is left as it is.\n"]);
    assert.equal(readFileSync(folder.at('docs/a.md'), 'utf8'), 'mine\n');
  });

  it('shows the article without writing it', async () => {
    const folder = docset();
    const { code, stdout } = await runCli(folder.path, [
      'new',
      'docs/a.md',
      '--title',
      'Approve time',
      '--dry-run',
      ...who,
    ]);
    assert.equal(code, 0);
    assert.match(stdout, /^---\ntitle: Approve time\n/);
    assert.equal(existsSync(folder.at('docs/a.md')), false);
  });

  it('lists the templates, a team’s own first, and begins with the one of the profile that names the file', async () => {
    const folder = docset();
    folder.write({
      '.dynamics-docs.json': JSON.stringify({
        templates: 'kinds',
        articleProfiles: [{ name: 'symptoms-cause-resolution', files: ['docs/trouble/**'] }],
      }),
      'kinds/release-note.md': '# {{title}}\n',
    });
    const listed = await runCli(folder.path, ['new', 'docs/a.md', '--list']);
    assert.deepEqual(
      listed.stdout.split('\n').map((line) => line.split('  ')[0]),
      ['release-note', 'troubleshooting', 'support', 'how-to', 'concept', 'overview', ''],
    );
    assert.deepEqual(await runCli(folder.path, ['new', 'docs', '--list']), listed);
    const { stdout } = await runCli(folder.path, ['new', 'docs/trouble/a.md', '--dry-run', ...who]);
    assert.match(stdout, /^## Symptoms$/m);
  });

  const refused: readonly (readonly [string, readonly string[], string])[] = [
    [
      'an unknown template',
      ['docs/a.md', '--template', 'x'],
      "There is no template 'x'. Choose one of: support, troubleshooting, how-to, concept, overview.\n",
    ],
    ['a folder without a title', ['docs'], "'docs' is a folder. Name a file, or its title with --title.\n"],
    ['a name that is none', ['docs/a b.md'], 'A file name holds no spaces. Use hyphens.\n'],
    ['an empty title', ['docs/a.md', '--title', ' '], 'The title is empty.\n'],
    [
      'a file below a file',
      ['docs/docfx.json/a.md'],
      "'docs/docfx.json/a.md' cannot be written: a file stands where its folder should be.\n",
    ],
  ];
  for (const [what, args, message] of refused) {
    it(`refuses ${what}`, async () => {
      const { code, stdout, stderr } = await runCli(docset().path, ['new', ...args, ...who]);
      assert.deepEqual([code, stdout, stderr], [2, '', message]);
    });
  }
});
