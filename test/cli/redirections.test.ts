import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files, type Folder } from '../support/folder';
import { git } from '../support/git';
import { runCli } from '../support/program';

const file = '.openpublishing.redirection.json';

const entry = (source: string, url: string): string => `    { "source_path": "${source}", "redirect_url": "${url}" }`;
const fileOf = (...entries: readonly string[]): string => `{\n  "redirections": [\n${entries.join(',\n')}\n  ]\n}\n`;

const known = ['one', 'two', 'three'].map((name) => entry(`docs/old-${name}.md`, `/contoso/${name}`));

function docset(more: Files = {}): Folder {
  const pages = ['one', 'two', 'three'].map((name): [string, string] => [
    `docs/${name}.md`,
    article({ title: `The page ${name}` }),
  ]);
  return createFolder({ ...rootMark, 'docs/docfx.json': docfx(), ...Object.fromEntries(pages), ...more });
}

const textOf = (folder: Folder): string => readFileSync(folder.at(file), 'utf8');

describe('redirections add', () => {
  it('leads the readers of a page on, and those who came to it by other redirections', async () => {
    const folder = docset({ [file]: fileOf(...known, entry('docs/a.md', '/contoso/gone#x')) });
    assert.deepEqual(await runCli(folder.at('docs'), ['redirections', 'add', 'gone.md', 'one.md']), {
      code: 0,
      stdout: `../${file}\n`,
      stderr: "'docs/gone.md' leads to '/contoso/one'. 1 redirection that led there now leads on.\n",
    });
    assert.equal(
      textOf(folder),
      fileOf(...known, entry('docs/a.md', '/contoso/one#x'), entry('docs/gone.md', '/contoso/one')),
    );
    const again = await runCli(folder.path, ['redirections', 'add', 'docs/gone.md', 'docs/one.md']);
    assert.deepEqual(again, { code: 0, stdout: '', stderr: "'docs/gone.md' leads there already.\n" });
  });

  it('begins the file, and leads to addresses too', async () => {
    const folder = docset();
    const args = ['redirections', 'add', 'docs/one.md', 'https://contoso.com/'];
    const text =
      '{\n  "redirections": [\n    {\n      "source_path": "docs/one.md",\n      "redirect_url": "https://contoso.com/",\n' +
      '      "redirect_document_id": false\n    }\n  ]\n}\n';
    const stderr =
      "'docs/one.md' leads to 'https://contoso.com/'.\n'docs/one.md' is still there: remove it, or nobody is led on.\n";
    assert.deepEqual(await runCli(folder.path, [...args, '--dry-run']), { code: 0, stdout: text, stderr });
    assert.ok(!existsSync(folder.at(file)));
    assert.deepEqual(await runCli(folder.path, args), { code: 0, stdout: `${file}\n`, stderr });
    assert.equal(textOf(folder), text);
  });

  it('shows a diff that git applies', async () => {
    const before = fileOf(...known, entry('docs/x.md', '/x')).replaceAll('\n', '\r\n');
    const folder = docset({ [file]: before });
    git(folder.path, ['init', '--quiet']);
    const args = ['redirections', 'add', 'docs/gone.md', 'docs/two.md'];
    const { code, stdout } = await runCli(folder.path, [...args, '--dry-run']);
    assert.deepEqual([code, textOf(folder)], [0, before]);
    folder.write({ 'change.diff': stdout });
    git(folder.path, ['apply', 'change.diff']);
    assert.equal(
      textOf(folder),
      fileOf(...known, entry('docs/x.md', '/x'), entry('docs/gone.md', '/contoso/two')).replaceAll('\n', '\r\n'),
    );
  });

  const refusals: readonly (readonly [args: readonly string[], reason: string])[] = [
    [['docs/gone.md', 'docs/missing.md'], "There is no file 'docs/missing.md'."],
    [['docs/gone.md', 'docs/gone.md'], 'Lead readers to another page than the one that is gone.'],
    [['docs/gone.png', '/x'], "'docs/gone.png' is no page of a docset."],
    [['docs/includes/a.md', '/x'], "'docs/includes/a.md' is no page of a docset."],
    [['docs/gone.md', 'docs/docfx.json'], "'docs/docfx.json' is no page of a docset."],
  ];
  for (const [args, reason] of refusals) {
    it(`refuses ${args.join(' ')}`, async () => {
      const folder = docset({ [file]: fileOf(...known) });
      const result = await runCli(folder.path, ['redirections', 'add', ...args]);
      assert.deepEqual(result, { code: 2, stdout: '', stderr: `${reason}\n` });
      assert.equal(textOf(folder), fileOf(...known));
    });
  }

  it('refuses a file that cannot be read', async () => {
    const folder = docset({ [file]: '{ "redirections": [' });
    assert.deepEqual(await runCli(folder.path, ['redirections', 'add', 'docs/gone.md', 'docs/one.md']), {
      code: 2,
      stdout: '',
      stderr: `'${file}' cannot be read as JSON. Put it right first.\n`,
    });
  });
});

describe('redirections sort', () => {
  const [one = '', two = '', three = ''] = known;

  it('sorts all files, or those that are named', async () => {
    const other = 'docs/.openpublishing.redirection.json';
    const unsorted = fileOf(entry('b.md', '/b'), entry('a.md', '/a'));
    const folder = docset({
      [file]: fileOf(...known),
      [other]: unsorted,
      '.openpublishing.publish.config.json': JSON.stringify({ redirection_files: [other] }),
    });
    const dry = await runCli(folder.path, ['redirections', 'sort', '--dry-run', file]);
    assert.deepEqual([dry.code, dry.stderr], [0, '1 file can be sorted.\n']);
    assert.match(dry.stdout, /^diff --git [^]*\n\+ {4}\{ "source_path": "docs\/old-three\.md"[^]*\n$/);
    assert.deepEqual(await runCli(folder.path, ['redirections', 'sort']), {
      code: 0,
      stdout: `${file}\n${other}\n`,
      stderr: '2 files sorted.\n',
    });
    assert.equal(textOf(folder), fileOf(one, three, two));
    assert.equal(readFileSync(folder.at(other), 'utf8'), fileOf(entry('a.md', '/a'), entry('b.md', '/b')));
    assert.deepEqual(await runCli(folder.path, ['redirections', 'sort']), {
      code: 0,
      stdout: '',
      stderr: '0 files sorted.\n',
    });
  });

  it('shows a diff that git applies of a long file, soon', async () => {
    const entries = Array.from({ length: 3000 }, (_, index) =>
      entry(`docs/${(index * 7919) % 3000}.md`, `/x/${index}`),
    );
    const folder = docset({ [file]: fileOf(...entries).replaceAll('\n', '\r\n') });
    git(folder.path, ['init', '--quiet']);
    const { code, stdout } = await runCli(folder.path, ['redirections', 'sort', '--dry-run']);
    assert.equal(code, 0);
    folder.write({ 'change.diff': stdout });
    git(folder.path, ['apply', 'change.diff']);
    assert.equal(textOf(folder), fileOf(...[...entries].sort()).replaceAll('\n', '\r\n'));
  });

  it('leaves alone what is not plain, and what is no file of redirections', async () => {
    const text = fileOf(`    // which?\n${two}`, one);
    const folder = docset({ [file]: text });
    assert.deepEqual(await runCli(folder.path, ['redirections', 'sort']), {
      code: 2,
      stdout: '',
      stderr:
        `${file} is left as it is: It is not plain which entry the comment in line 3 of '${file}' belongs to. ` +
        'Put it behind that entry, on the same line, and sort again.\n0 files sorted.\n',
    });
    assert.equal(textOf(folder), text);
    assert.deepEqual(await runCli(folder.path, ['redirections', 'sort', 'docs/docfx.json']), {
      code: 2,
      stdout: '',
      stderr: "'docs/docfx.json' is no file of redirections that the build reads.\n",
    });
  });
});

describe('redirections check', () => {
  it('reports what is wrong with redirections alone, and fails as check does', async () => {
    const folder = docset({
      'docs/bad.md': 'No header\n',
      [file]: fileOf(...known, entry('docs/a.md', 'b'), entry('docs/b.md', 'a'), entry('docs/c.md', 'old-one')),
    });
    const stdout =
      `${file}:6:51: warning redirection-loop Build has identified circular redirection: 'docs/a.md' --> 'docs/b.md' --> 'docs/a.md'.\n` +
      `${file}:7:51: warning redirection-loop Build has identified circular redirection: 'docs/b.md' --> 'docs/a.md' --> 'docs/b.md'.\n` +
      `${file}:8:51: suggestion redirection-chain 'old-one' is redirected in turn. Lead readers to '/contoso/one' at once.\n`;
    const stderr = '1 file checked: 0 errors, 2 warnings, 1 suggestion, 0 info.\n';
    assert.deepEqual(await runCli(folder.path, ['redirections', 'check']), { code: 0, stdout, stderr });
    const strict = ['redirections', 'check', '--fail-on', 'warning', file];
    assert.deepEqual(await runCli(folder.path, strict), { code: 1, stdout, stderr });
    const json = await runCli(folder.path, ['redirections', 'check', '--format', 'json']);
    const { files, diagnostics } = JSON.parse(json.stdout) as { files: number; diagnostics: { fixable: boolean }[] };
    assert.deepEqual([json.code, files, diagnostics.map(({ fixable }) => fixable)], [0, 1, [false, false, true]]);
  });

  it('says what it cannot do', async () => {
    const folder = docset();
    assert.equal((await runCli(folder.path, ['redirections'])).code, 2);
    const { code, stderr } = await runCli(folder.path, ['redirections', 'check', '--fail-on', 'x']);
    assert.deepEqual(
      [code, stderr],
      [2, "There is no severity 'x'. Choose one of: error, warning, suggestion, info.\n"],
    );
  });
});

describe('check --fix of redirections', () => {
  it('makes what is certain, and leaves the rest to the writer', async () => {
    const loop = [entry('docs/x.md', 'y'), entry('docs/y.md', 'x')];
    const folder = docset({
      [file]: fileOf(...known, entry('docs/c.md', 'old-one#c'), known[0] ?? '', ...loop),
      '.dynamics-docs.json': '{}',
    });
    const { code, stdout, stderr } = await runCli(folder.path, ['check', '--fix', '--fail-on', 'warning']);
    assert.equal(textOf(folder), fileOf(...known, entry('docs/c.md', 'one#c'), ...loop));
    assert.equal(code, 1);
    assert.equal(stdout.split('\n').filter((line) => line.includes('redirection-')).length, 2);
    assert.ok(stderr.startsWith(`${file}: 2 findings fixed.\n`), stderr);
  });

  it('stays within the paths that are named', async () => {
    const text = fileOf(...known, entry('docs/c.md', 'old-one'));
    const folder = docset({ [file]: text });
    assert.equal((await runCli(folder.path, ['check', '--fix', 'docs'])).code, 0);
    assert.equal(textOf(folder), text);
  });
});
