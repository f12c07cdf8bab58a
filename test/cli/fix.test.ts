import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import { describe, it } from 'mocha';
import { replaceFile } from '../../src/cli/replaceFile';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';
import { commitAll, git } from '../support/git';
import { checkJson, places, runAsUser, runCli } from '../support/program';

const quietRules =
  '{"rules":{"duplicate-title-within-docset":"off","duplicate-description-within-docset":"off","include-unused":"off"}}';
const wrong = article({ 'ms.date': '2025-10-29' });
const right = article({ 'ms.date': '10/29/2025' });
const nothingFound = '0 errors, 0 warnings, 0 suggestions, 0 info.';

function docset(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  return createFolder({ ...rootMark, '.dynamics-docs.json': quietRules, 'docs/docfx.json': docfx(), ...files });
}

function textOf(folder: Folder, path: string): string {
  return readFileSync(folder.at(path), 'utf8');
}

/** Both a mistake that is certain and one that a writer must decide. */
const mixed = article({ 'ms.date': '2025-10-29', 'ms.topic': 'howtoo' });

describe('check --fix', () => {
  it('puts right what is certain, reports what is left and what it changed', async () => {
    const folder = docset({ 'docs/a.md': mixed, 'docs/b.md': wrong, 'docs/c.md': article() });
    const left = 'docs/a.md:7:11: warning ms-topic-invalid ';
    const { code, stdout, stderr } = await runCli(folder.path, ['check', '--fix']);
    assert.equal(code, 0);
    assert.ok(stdout.startsWith(left) && stdout.trim().split('\n').length === 1, stdout);
    assert.equal(
      stderr,
      'docs/a.md: 1 finding fixed.\ndocs/b.md: 1 finding fixed.\n' +
        '3 files checked: 0 errors, 1 warning, 0 suggestions, 0 info. 2 findings fixed in 2 files.\n',
    );
    assert.deepEqual(
      ['docs/a.md', 'docs/b.md', 'docs/c.md'].map((path) => textOf(folder, path)),
      [mixed.replace('2025-10-29', '10/29/2025'), right, article()],
    );
    assert.deepEqual(readdirSync(folder.at('docs')).sort(), ['a.md', 'b.md', 'c.md', 'docfx.json']);
  });

  it('changes nothing the second time, not even the time of the file', async () => {
    const folder = docset({ 'docs/a.md': wrong });
    await runCli(folder.path, ['check', '--fix']);
    const before = statSync(folder.at('docs/a.md'));
    assert.deepEqual(await runCli(folder.path, ['check', '--fix']), {
      code: 0,
      stdout: '',
      stderr: `1 file checked: ${nothingFound} 0 findings fixed in 0 files.\n`,
    });
    const after = statSync(folder.at('docs/a.md'));
    assert.deepEqual([after.mtimeMs, after.ino, textOf(folder, 'docs/a.md')], [before.mtimeMs, before.ino, right]);
  });

  it('reports the same as a check afterwards', async () => {
    const folder = docset({
      'docs/a.md': `${mixed}\n[!INCLUDE [a](includes/part.md)\n`,
      'docs/includes/part.md': '[!INCLUDE [b](nothing.md)]\n',
      'docs/b.md': article({ 'ms. date': '2025-10-29', 'ms.date': undefined }),
    });
    const fixed = await checkJson(folder.path, ['--fix']);
    const afterwards = await checkJson(folder.path);
    assert.deepEqual(fixed.report.diagnostics, afterwards.report.diagnostics);
    assert.deepEqual([fixed.report.counts, fixed.code], [afterwards.report.counts, afterwards.code]);
    assert.ok(!fixed.report.diagnostics.some(({ fixable }) => fixable));
  });

  it('tells programs what it changed', async () => {
    const folder = docset({ 'docs/a.md': article({ 'ms.date': '2025-10-29', 'ms.topic': 'FAQ' }), 'docs/b.md': right });
    const { code, report, stderr } = await checkJson(folder.path, ['--fix']);
    assert.deepEqual(
      [code, stderr, report.fixed],
      [
        0,
        '',
        {
          files: 1,
          findings: 2,
          changes: [
            {
              file: 'docs/a.md',
              fixes: [
                { code: 'ms-date-invalid', title: "Change '2025-10-29' to '10/29/2025'" },
                { code: 'ms-topic-invalid', title: "Change 'FAQ' to 'faq'" },
              ],
            },
          ],
          skipped: [],
        },
      ],
    );
    assert.equal('fixed' in (await checkJson(folder.path)).report, false);
  });

  it('ends with 1 only for what is left', async () => {
    const folder = docset({ 'docs/a.md': wrong, 'docs/b.md': article({ 'ms.topic': 'howtoo' }) });
    assert.equal((await runCli(folder.path, ['check', '--fail-on', 'warning', 'docs/a.md'])).code, 1);
    assert.equal((await runCli(folder.path, ['check', '--fix', '--fail-on', 'warning', 'docs/a.md'])).code, 0);
    assert.equal((await runCli(folder.path, ['check', '--fix', '--fail-on', 'warning'])).code, 1);
  });

  it('changes only what was named', async () => {
    const folder = docset({ 'docs/a.md': wrong, 'docs/b.md': wrong, 'docs/more/c.md': wrong });
    const { stderr } = await runCli(folder.at('docs'), ['check', '--fix', 'more', 'b.md']);
    assert.match(stderr, /^b\.md: 1 finding fixed\.\nmore\/c\.md: 1 finding fixed\.\n2 files checked/);
    assert.deepEqual(
      ['docs/a.md', 'docs/b.md', 'docs/more/c.md'].map((path) => textOf(folder, path)),
      [wrong, right, right],
    );
  });

  it('leaves every other byte as it is', async () => {
    const lines = [
      '---',
      '# required metadata',
      '',
      "title:   'Record time for Contoso''s projects'   # the title",
      'description: >-',
      '  Shows how a team member records time on a project in Contoso  ',
      '  and submits it for the approval of a manager.\t',
      'author: "contoso-writer"',
      'ms.author: contosowriter',
      'ms.date: 2025-10-29   # when',
      'ms.topic: How-To',
      '# optional metadata',
      '# ms.search.form: ',
      '#',
      'ms.service: dynamics-365  ',
      '---',
      '',
      '# Heading  ',
      '\ttext with \u00e4, \u65e5\u672c and \u{1f600}',
      'no line break at the end',
    ];
    const expected = (text: string): string => text.replace('2025-10-29 ', '10/29/2025 ').replace('How-To', 'how-to');
    for (const lineBreak of ['\n', '\r\n']) {
      for (const mark of ['', '\ufeff']) {
        const text = mark + lines.join(lineBreak);
        const folder = docset({ 'docs/a.md': text });
        const { stderr } = await runCli(folder.path, ['check', '--fix']);
        assert.match(stderr, /2 findings fixed in 1 file\.\n$/);
        assert.equal(textOf(folder, 'docs/a.md'), expected(text));
      }
    }
  });

  it('does not go with standard input', async () => {
    const folder = docset({});
    assert.deepEqual(await runCli(folder.path, ['check', '-', '--stdin-filename', 'docs/a.md', '--fix'], wrong), {
      code: 2,
      stdout: '',
      stderr: "--fix writes files: it does not go with '-'.\n",
    });
  });

  it('changes nothing where the configuration cannot be used', async () => {
    const folder = docset({ 'docs/a.md': wrong, '.dynamics-docs.json': '{"metadataSchema":"nothing.json"}' });
    assert.equal((await runCli(folder.path, ['check', '--fix'])).code, 2);
    assert.equal(textOf(folder, 'docs/a.md'), wrong);
  });

  it('leaves a file alone that is not UTF-8', async () => {
    const [head, tail] = wrong.split('Record') as [string, string];
    const bytes = Buffer.concat([Buffer.from(head), Buffer.from([0xfc]), Buffer.from(tail)]);
    const folder = docset({ 'docs/a.md': bytes, 'docs/b.md': wrong });
    const { code, stderr } = await runCli(folder.path, ['check', '--fix']);
    assert.equal(code, 0);
    assert.match(stderr, /^docs\/a\.md is left as it is: it is not UTF-8, so that writing it would lose text\.\n/);
    assert.deepEqual(readFileSync(folder.at('docs/a.md')), bytes);
    assert.equal(textOf(folder, 'docs/b.md'), right);
  });
});

describe('check --fix: permissions and links', function () {
  if (process.platform === 'win32') {
    it.skip('are those of other systems than Windows');
    return;
  }

  it('that forbid writing are told in one sentence a file, and the others are repaired', async function () {
    const folder = docset({ 'docs/a.md': wrong, 'docs/closed/b.md': wrong, 'docs/z.md': wrong });
    for (const path of ['', 'docs', 'docs/z.md']) chmodSync(folder.at(path), 0o777);
    chmodSync(folder.at('docs/a.md'), 0o444);
    chmodSync(folder.at('docs/closed/b.md'), 0o666);
    chmodSync(folder.at('docs/closed'), 0o555);
    try {
      const finished = await runAsUser(folder.path, ['check', '--fix', '--quiet']);
      // Nobody else may run what is built here: there is nothing to test then.
      if (finished === undefined) this.skip();
      assert.deepEqual(finished, {
        code: 2,
        stdout: '',
        stderr:
          'docs/a.md is left as it is: permission is denied.\n' +
          'docs/closed/b.md is left as it is: permission is denied.\n' +
          'docs/z.md: 1 finding fixed.\n' +
          '3 files checked: 0 errors, 0 warnings, 0 suggestions, 0 info. 1 finding fixed in 1 file.\n',
      });
      assert.deepEqual(
        ['docs/a.md', 'docs/closed/b.md', 'docs/z.md'].map((path) => textOf(folder, path)),
        [wrong, wrong, right],
      );
      assert.deepEqual(readdirSync(folder.at('docs')).sort(), ['a.md', 'closed', 'docfx.json', 'z.md']);
      assert.deepEqual(readdirSync(folder.at('docs/closed')), ['b.md']);
    } finally {
      chmodSync(folder.at('docs/closed'), 0o755);
    }
  });

  it('keep the mode of a file', async () => {
    const folder = docset({ 'docs/a.md': wrong, 'docs/b.md': wrong });
    chmodSync(folder.at('docs/a.md'), 0o666);
    chmodSync(folder.at('docs/b.md'), 0o755);
    await runCli(folder.path, ['check', '--fix']);
    const modes = ['docs/a.md', 'docs/b.md'].map((path) => statSync(folder.at(path)).mode & 0o7777);
    assert.deepEqual(modes, [0o666, 0o755]);
  });

  it('stay links, and the file behind two names is repaired once', async () => {
    const folder = docset({ 'docs/m.md': wrong, 'elsewhere/real.md': wrong });
    symlinkSync('m.md', folder.at('docs/a.md'));
    symlinkSync('m.md', folder.at('docs/z.md'));
    symlinkSync('../elsewhere/real.md', folder.at('docs/far.md'));
    const dry = await runCli(folder.path, ['check', '--fix', '--dry-run']);
    assert.deepEqual(
      dry.stdout.split('\n').filter((line) => line.startsWith('--- ')),
      ['--- a/docs/m.md', '--- a/elsewhere/real.md'],
    );
    const { report } = await checkJson(folder.path, ['--fix']);
    assert.deepEqual([report.fixed?.files, places(report)], [2, []]);
    assert.deepEqual(
      ['docs/a.md', 'docs/z.md', 'docs/far.md'].map((path) => [
        lstatSync(folder.at(path)).isSymbolicLink(),
        readlinkSync(folder.at(path)),
      ]),
      [
        [true, 'm.md'],
        [true, 'm.md'],
        [true, '../elsewhere/real.md'],
      ],
    );
    assert.deepEqual([textOf(folder, 'docs/m.md'), textOf(folder, 'elsewhere/real.md')], [right, right]);
  });

  it('keep the owner of a file', async function () {
    if (process.getuid?.() !== 0) this.skip();
    const folder = docset({ 'docs/a.md': wrong });
    const { chownSync } = await import('node:fs');
    chownSync(folder.at('docs/a.md'), 65_534, 65_534);
    await runCli(folder.path, ['check', '--fix']);
    const { uid, gid } = statSync(folder.at('docs/a.md'));
    assert.deepEqual([uid, gid, textOf(folder, 'docs/a.md')], [65_534, 65_534, right]);
  });
});

describe('Replacing a file', () => {
  it('does not overwrite what was changed since it was read', async () => {
    const folder = createFolder({ 'a.md': 'new text of somebody' });
    await assert.rejects(replaceFile(folder.at('a.md'), 'text as it was read', 'repaired'), {
      name: 'NotReplaced',
      message: 'it was changed meanwhile',
    });
    assert.deepEqual([readdirSync(folder.path), textOf(folder, 'a.md')], [['a.md'], 'new text of somebody']);
  });

  it('says that a file is gone, and writes none', async () => {
    const folder = createFolder();
    await assert.rejects(replaceFile(folder.at('a.md'), 'a', 'b'), { name: 'NotReplaced', message: 'it is gone' });
    assert.deepEqual(readdirSync(folder.path), []);
  });
});

describe('check --fix --dry-run', () => {
  const long = `${wrong}${Array.from({ length: 20 }, (_none, index) => `line ${index}\n`).join('')}`;
  const files = {
    'docs/a.md': wrong,
    'docs/crlf.md': `\ufeff${long}[!INCLUDE [a](includes/i.md)\n`.replaceAll('\n', '\r\n'),
    'docs/end.md': `${long}[!INCLUDE [a](includes/i.md)`,
    'docs/short.md': '---\ntitle: Sync: a guide\n   ---',
    'docs/mit leer und \u00e4.md': wrong,
    'docs/right.md': right,
    'docs/includes/i.md': 'text\n',
    ...(process.platform === 'win32' ? {} : { 'docs/"quoted" \\.md': wrong }),
  };

  it('prints a diff that git applies, from any folder, and writes nothing', async () => {
    const folder = docset(files);
    commitAll(folder.path);
    const { code, stdout, stderr } = await runCli(folder.path, ['check', '--fix', '--dry-run', '--fail-on', 'info']);
    assert.equal(code, 1, 'the short file has findings that are left');
    assert.match(stderr, /^8 files checked: .* findings can be fixed in [56] files\.\n$/);
    assert.equal(git(folder.path, ['status', '--porcelain']), '');
    git(folder.path, ['apply', '--check', '-'], stdout);
    git(folder.at('docs'), ['apply', '-'], stdout);
    const patched = Object.keys(files).map((path) => readFileSync(folder.at(path)));
    git(folder.path, ['reset', '--quiet', '--hard']);
    await runCli(folder.path, ['check', '--fix']);
    assert.deepEqual(
      Object.keys(files).map((path) => readFileSync(folder.at(path))),
      patched,
    );
    assert.equal((await runCli(folder.path, ['check', '--fix', '--dry-run'])).stdout, '');
  });

  it('prints the lines around each change', async () => {
    const folder = docset({ 'docs/a.md': article({ 'ms.date': '2025-10-29' }) });
    const { stdout } = await runCli(folder.path, ['check', '--fix', '--dry-run']);
    assert.deepEqual(
      stdout.split('\n').filter((line) => !line.startsWith(' ')),
      [
        'diff --git a/docs/a.md b/docs/a.md',
        '--- a/docs/a.md',
        '+++ b/docs/a.md',
        '@@ -3,7 +3,7 @@',
        '-ms.date: 2025-10-29',
        '+ms.date: 10/29/2025',
        '',
      ],
    );
  });

  it('needs --fix', async () => {
    assert.deepEqual(await runCli(docset({}).path, ['check', '--dry-run']), {
      code: 2,
      stdout: '',
      stderr: '--dry-run goes with --fix.\n',
    });
  });
});
