import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { describe, it } from 'mocha';
import { rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { runCli } from '../support/program';

const publishConfig = JSON.stringify({ dependent_repositories: [{ path_to_root: 'shared-content' }] });

const folder = createFolder({
  ...rootMark,
  '.openpublishing.publish.config.json': publishConfig,
  'docs/docfx.json': '{ "build": { "content": [{ "files": "**/*.md", "exclude": "**/includes/**" }] } }',
  'docs/a.md': [
    '---',
    'title: "[!include [x](includes/header.md)]"',
    '---',
    '# A',
    '',
    '[!include [one](includes/one.md)]',
    '',
    'See [!INCLUDE [short](~/includes/Short.md)] and `[!include [no](includes/one.md)]`.',
    '',
    '[!include [x](missing.md)] [!include [x](~/../shared-content/x.md)] [!include [x](../../../etc/passwd.md)] [!include [x](data.txt)]',
  ].join('\n'),
  'docs/b.md': '# B\n\n[!include [two](includes/two.md)]\n',
  'docs/data.txt': '',
  'docs/includes/one.md': 'One [!include [two](two.md)]\n',
  'docs/includes/two.md': '[!include [one](one.md)]\n',
  'docs/includes/short.md': 'Short\n',
});

const node = (
  path: string,
  target: string | null,
  line: number,
  column: number,
  form: string,
  status: string,
  includes: object[] = [],
): object => ({
  path,
  target,
  line,
  column,
  form,
  status,
  includes,
});

describe('includes', () => {
  it('shows the tree of a file with the end of each branch', async () => {
    const { code, stdout, stderr } = await runCli(folder.path, ['includes', 'docs/a.md', '--format', 'json']);
    assert.deepEqual(JSON.parse(stdout), {
      file: 'docs/a.md',
      includes: [
        node('includes/one.md', 'docs/includes/one.md', 6, 1, 'block', 'ok', [
          node('two.md', 'docs/includes/two.md', 1, 5, 'inline', 'ok', [
            node('one.md', 'docs/includes/one.md', 1, 1, 'block', 'circular'),
          ]),
        ]),
        node('~/includes/Short.md', 'docs/includes/short.md', 8, 5, 'inline', 'ok'),
        node('missing.md', 'docs/missing.md', 10, 1, 'inline', 'not-found'),
        node('~/../shared-content/x.md', 'shared-content/x.md', 10, 28, 'inline', 'unavailable'),
        node('../../../etc/passwd.md', null, 10, 69, 'inline', 'outside-root'),
        node('data.txt', 'docs/data.txt', 10, 108, 'inline', 'not-markdown'),
      ],
    });
    assert.deepEqual([code, stderr], [0, '']);
  });

  it('indents the tree for people', async () => {
    const { stdout } = await runCli(folder.path, ['includes', 'docs/includes/two.md']);
    assert.equal(stdout, 'docs/includes/two.md\n  1:1 docs/includes/one.md\n    1:5 docs/includes/two.md  circular\n');
  });

  it('lists who includes a file, directly and through others', async () => {
    const { stdout } = await runCli(folder.path, [
      'includes',
      '--dependents',
      '--format',
      'json',
      'docs/includes/two.md',
    ]);
    assert.deepEqual(JSON.parse(stdout), {
      file: 'docs/includes/two.md',
      dependents: [
        { file: 'docs/a.md', line: 6, column: 1, direct: false },
        { file: 'docs/b.md', line: 3, column: 1, direct: true },
        { file: 'docs/includes/one.md', line: 1, column: 5, direct: true },
      ],
    });
  });

  it('asks for a file', async () => {
    const { code, stderr } = await runCli(folder.path, ['includes', 'docs']);
    assert.deepEqual([code, stderr], [2, "'docs' is a folder. Name a file.\n"]);
  });

  it('never reads what a symbolic link leads out of the repository', async () => {
    const outside = createFolder({ 'secret.md': 'secret\n', 'folder/secret.md': 'secret\n' });
    const inside = createFolder({
      ...rootMark,
      'docs/docfx.json': '{ "build": { "content": [{ "files": "**/*.md" }] } }',
      'docs/a.md':
        '[!include [x](includes/link.md)]\n\n[!include [x](linked/secret.md)]\n\n[!include [x](includes/ok.md)]\n',
      'docs/includes/real.md': 'inside\n',
    });
    symlinkSync(outside.at('secret.md'), inside.at('docs/includes/link.md'));
    symlinkSync(outside.at('folder'), inside.at('docs/linked'));
    symlinkSync('real.md', inside.at('docs/includes/ok.md'));
    for (const format of ['html', 'markdown']) {
      const { code, stdout, stderr } = await runCli(inside.path, ['render', 'docs/a.md', '--format', format]);
      assert.equal(code, 0);
      assert.doesNotMatch(stdout, /secret\n/);
      assert.match(stdout, /inside/);
      assert.match(stderr, /^docs\/a\.md:1:1: include-outside-root .*\n/);
    }
    const { stdout } = await runCli(inside.path, ['includes', 'docs/a.md', '--format', 'json']);
    const { includes } = JSON.parse(stdout) as { includes: { path: string; status: string }[] };
    assert.deepEqual(
      includes.map(({ path, status }) => [path, status]),
      [
        ['includes/link.md', 'outside-root'],
        ['linked/secret.md', 'outside-root'],
        ['includes/ok.md', 'ok'],
      ],
    );
  });
});
