import assert from 'node:assert/strict';
import { basename, dirname } from 'node:path';
import { describe, it } from 'mocha';
import { main } from '../../src/cli/main';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { runCli } from '../support/program';

const folder = createFolder({
  ...rootMark,
  'docs/docfx.json': docfx({ globalMetadata: { 'ms.author': ['one', 'two'] } }),
  'docs/100%, a:b.md': article({ 'ms.author': undefined, 'ms.topic': '50%' }) + '\n[!INCLUDE [x](y,:%.md)]\n',
  'docs/c.md': article({ title: 'Short', description: undefined }),
});

describe('check --format github', () => {
  it('is a workflow command for each finding, and a summary on standard error', async () => {
    const name = 'docs/100%25%2C a%3Ab.md';
    const lines = [
      `::warning file=${name},line=6,col=11,endLine=6,endColumn=14,title=ms-topic-invalid::Invalid value for 'ms.topic': '50%25'. Use a content type of Learn, for example how-to, concept-article or troubleshooting-general.`,
      `::error file=${name},line=12,col=15,endLine=12,endColumn=22,title=include-not-found::Invalid include link: 'y,:%25.md'. There is no file 'docs/y,:%25.md'.`,
      "::warning file=docs/c.md,line=2,col=1,endLine=2,endColumn=13,title=description-missing::Missing required attribute: 'description'. Add one or two sentences, 75 to 300 characters, that say what the article answers.",
      "::notice file=docs/c.md,line=2,col=8,endLine=2,endColumn=13,title=title-bad-length::String 'title' is too short: 5 characters. Length should be >= 19. Search engines cut longer titles off, and shorter ones say too little.",
      "::warning file=docs/docfx.json,line=14,endLine=17,title=multiple-values::'ms.author' takes one value, not a list.",
    ];
    assert.deepEqual(await runCli(folder.path, ['check', '--format', 'github']), {
      code: 1,
      stdout: `${lines.join('\n')}\n`,
      stderr: '2 files checked: 1 error, 3 warnings, 1 suggestion, 0 info.\n',
    });
  });

  it('says nothing on standard output where nothing is wrong', async () => {
    const { code, stdout } = await runCli(createFolder({ ...rootMark, 'a.md': article() }).path, [
      'check',
      '--format',
      'github',
    ]);
    assert.deepEqual([code, stdout], [0, '']);
  });

  const checkouts: readonly (readonly [string, string | undefined, string])[] = [
    ['nobody names', undefined, 'docs/c.md'],
    ['has no name', '', 'docs/c.md'],
    ['is the repository', folder.path, 'docs/c.md'],
    ['holds the repository', dirname(folder.path), `${basename(folder.path)}/docs/c.md`],
    ['lies elsewhere', folder.at('elsewhere'), 'docs/c.md'],
  ];
  for (const [what, githubWorkspace, expected] of checkouts) {
    it(`names files from the checkout, where that ${what}`, async () => {
      const written = { stdout: '', stderr: '' };
      await main(['check', 'c.md', '--format', 'github'], {
        cwd: folder.at('docs'),
        stdout: (text) => (written.stdout += text),
        stderr: (text) => (written.stderr += text),
        stderrIsTerminal: false,
        readStdin: () => Promise.resolve(''),
        env: { GITHUB_WORKSPACE: githubWorkspace },
      });
      const names = [...written.stdout.matchAll(/ file=([^,]*),/g)].map(([, name]) => name);
      assert.deepEqual(names, [expected, expected]);
    });
  }
});
