import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { article, docfx, rawArticle, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { checkJson } from '../support/program';

/** One finding at ms.date, so that each file that is checked shows up. */
const wrong = article({ 'ms.date': '2025-10-29' });
/** An include file owes the schema nothing: only a header that cannot be read is wrong. */
const wrongInclude = rawArticle('a:b');
const numbered = (n: number): string =>
  article({ 'ms.date': '2025-10-29', title: `Record time on project number ${n}`, description: longText(n) });
const longText = (n: number): string =>
  `Shows in detail and at some length how a team member records time on project ${n}.`;

/** The files that have findings, each once. */
async function checked(cwd: string, ...args: string[]): Promise<string[]> {
  const { report } = await checkJson(cwd, args);
  return [...new Set(report.diagnostics.map(({ file }) => file))];
}

describe('check: what a walk takes', () => {
  const folder = createFolder({
    ...rootMark,
    '.gitignore': 'drafts/\n*.tmp.md\n!kept.tmp.md\n',
    'README.md': wrong,
    'docs/docfx.json': docfx({ content: [{ files: '**/*.md', exclude: ['**/includes/**', 'archive/**'] }] }),
    'docs/a.md': numbered(1),
    'docs/deep/er/b.md': numbered(2),
    'docs/TOC.md': wrong,
    'docs/archive/old.md': numbered(3),
    'docs/drafts/d.md': wrong,
    'docs/x.tmp.md': wrong,
    'docs/kept.tmp.md': numbered(4),
    'docs/local/.gitignore': '/secret.md\n',
    'docs/local/secret.md': wrong,
    'docs/local/open.md': numbered(5),
    'docs/includes/note.md': wrongInclude,
    'docs/.hidden/h.md': wrong,
    'docs/node_modules/x/y.md': wrong,
    'docs/_site/s.md': wrong,
    'docs/nested/docfx.json': docfx(),
    'docs/nested/n.md': `${numbered(6)}\n[!INCLUDE [note](includes/note.md)]\n`,
    'docs/nested/includes/note.md': wrongInclude,
  });
  const everything = [
    'docs/a.md',
    'docs/deep/er/b.md',
    'docs/includes/note.md',
    'docs/kept.tmp.md',
    'docs/local/open.md',
    'docs/nested/includes/note.md',
    'docs/nested/n.md',
  ];

  it('takes articles and include files of every docset, but nothing excluded or ignored by git', async () => {
    const { report } = await checkJson(folder.path);
    assert.deepEqual([...new Set(report.diagnostics.map(({ file }) => file))], everything);
    assert.equal(report.files, everything.length);
  });

  it('takes what lies in the folders that are named', async () => {
    assert.deepEqual(await checked(folder.path, 'docs/nested'), ['docs/nested/includes/note.md', 'docs/nested/n.md']);
    assert.deepEqual(await checked(folder.at('docs'), 'deep', 'local'), ['docs/deep/er/b.md', 'docs/local/open.md']);
    assert.deepEqual(await checked(folder.at('docs/local'), '.'), ['docs/local/open.md']);
  });

  it('takes files and folders together, each file once', async () => {
    const { report } = await checkJson(folder.at('docs'), ['a.md', './deep/../a.md', folder.at('docs/a.md'), 'nested']);
    assert.deepEqual(
      report.diagnostics.map(({ file, code }) => `${file} ${code}`),
      [
        'docs/a.md ms-date-invalid',
        'docs/nested/includes/note.md yaml-header-syntax-error',
        'docs/nested/n.md ms-date-invalid',
      ],
    );
    assert.equal(report.files, 3);
  });

  for (const [what, path] of [
    ['is no content', 'docs/archive/old.md'],
    ['git ignores', 'docs/drafts/d.md'],
    ['lies in a folder that is never walked', 'docs/.hidden/h.md'],
    ['is about the repository', 'README.md'],
    ['is a table of contents', 'docs/TOC.md'],
    ['is an include file', 'docs/includes/note.md'],
  ] as const) {
    it(`takes Markdown that ${what} when it is named`, async () => {
      const { report } = await checkJson(folder.path, [path]);
      assert.deepEqual([...new Set(report.diagnostics.map(({ file }) => file))], [path]);
      assert.equal(report.files, 1);
    });
  }

  it('leaves such Markdown out where only its folder is named', async () => {
    for (const path of ['docs/archive', 'docs/drafts', 'docs/.hidden']) {
      const { report, code } = await checkJson(folder.path, [path]);
      assert.deepEqual([report.files, report.diagnostics, code], [0, [], 0]);
    }
  });

  it('takes no file of another kind', async () => {
    const { report, code } = await checkJson(folder.path, ['.gitignore']);
    assert.deepEqual([report.files, report.diagnostics, code], [0, [], 0]);
  });
});

describe('check: files outside every docset', () => {
  const folder = createFolder({
    ...rootMark,
    'docs/docfx.json': docfx({ content: [{ files: '**/*.md' }, { src: '../shared', files: '**/*.md' }] }),
    'docs/a.md': numbered(1),
    'shared/b.md': numbered(2),
    'archive/c.md': numbered(3),
  });

  it('are no articles where the repository has a docset, unless its content reaches out to them', async () => {
    assert.deepEqual(await checked(folder.path), ['docs/a.md', 'shared/b.md']);
  });

  it('are checked when they are named', async () => {
    assert.deepEqual(await checked(folder.path, 'archive/c.md'), ['archive/c.md']);
  });
});

describe('check: ignore', () => {
  const folder = createFolder({
    ...rootMark,
    '.dynamics-docs.json': '{ "ignore": ["archive/**", "**/draft-*.md"] }',
    'docfx.json': docfx(),
    'a.md': numbered(1),
    'archive/b.md': wrong,
    'deep/draft-c.md': wrong,
    'team/.dynamics-docs.json': '{ "ignore": ["old/**"] }',
    'team/old/d.md': wrong,
    'team/archive/e.md': numbered(2),
  });

  it('keeps files out, by patterns that start from the folder of the configuration', async () => {
    assert.deepEqual(await checked(folder.path), ['a.md', 'team/archive/e.md']);
  });

  it('keeps files out that are named, too', async () => {
    const { report, code } = await checkJson(folder.path, ['archive/b.md', 'deep/draft-c.md']);
    assert.deepEqual([report.files, report.diagnostics, code], [0, [], 0]);
  });
});

describe('check: without docfx.json', () => {
  const folder = createFolder({
    ...rootMark,
    'a.md': numbered(1),
    'deep/b.md': numbered(2),
    'README.md': wrong,
    'CONTRIBUTING.md': wrong,
    'deep/toc.md': wrong,
    'includes/note.md': wrongInclude,
    'deep/includes/article.md': wrong,
    'deep/page.yml': 'sections:\n- text: "[!INCLUDE [a](includes/article.md)]"\n',
  });

  it('takes every Markdown file but those of the repository itself', async () => {
    const { report } = await checkJson(folder.path);
    assert.deepEqual(
      [...new Set(report.diagnostics.map(({ file }) => file))],
      ['a.md', 'deep/b.md', 'includes/note.md'],
    );
    assert.equal(report.files, 4);
  });
});

describe('check: the root', () => {
  const folder = createFolder({
    'with/.openpublishing.publish.config.json': '{}',
    'with/docs/docfx.json': docfx({ globalMetadata: { 'ms.date': 'x' } }),
    'with/docs/a.md': article({ 'ms.date': undefined }),
    'without/.dynamics-docs.json': '{}',
    'without/docs/docfx.json': docfx(),
    'without/docs/a.md': wrong,
    'lone/a.md': wrong,
  });
  const rootOf = async (cwd: string, ...args: string[]): Promise<string> => (await checkJson(cwd, args)).report.root;

  it('is the nearest folder upward with .openpublishing.publish.config.json', async () => {
    assert.equal(await rootOf(folder.at('with/docs')), folder.at('with'));
    assert.equal(await rootOf(folder.path, 'with/docs/a.md'), folder.at('with'));
  });

  it('is without one the topmost folder with .dynamics-docs.json or docfx.json', async () => {
    assert.equal(await rootOf(folder.at('without/docs')), folder.at('without'));
  });

  it('is the folder given where there is no mark at all', async () => {
    assert.equal(await rootOf(folder.at('lone')), folder.at('lone'));
    assert.equal(await rootOf(folder.path, 'lone/a.md'), folder.at('lone'));
  });
});

describe('check: docfx.json', () => {
  const folder = createFolder({
    ...rootMark,
    'docfx.json': docfx({ globalMetadata: { 'ms.date': '2025-10-29' } }),
    'a.md': article({ 'ms.date': undefined, title: 'Record time on a first project' }),
    'b.md': article({ 'ms.date': undefined, title: 'Record time on a second project', description: longText(2) }),
  });
  it('has the findings on what it supplies, once', async () => {
    const { report } = await checkJson(folder.path);
    assert.deepEqual(
      report.diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`),
      ['docfx.json:14:18 ms-date-invalid'],
    );
  });

  it('is checked when it is named, with all that inherits from it', async () => {
    const { report } = await checkJson(folder.path, ['docfx.json']);
    assert.deepEqual([report.files, report.diagnostics.length], [0, 1]);
  });

  it('is left alone when an article is named', async () => {
    assert.deepEqual(await checked(folder.path, 'a.md'), []);
  });
});

describe('check: duplicates', () => {
  const folder = createFolder({
    ...rootMark,
    'docfx.json': docfx(),
    'a.md': article({ description: longText(1) }),
    'b.md': article({ description: longText(2) }),
    'nested/docfx.json': docfx(),
    'nested/c.md': article({ description: longText(1) }),
  });

  it('are found across the docset although one file is named, and not across docsets', async () => {
    const { report } = await checkJson(folder.path, ['b.md', 'nested']);
    assert.deepEqual(report.diagnostics, [
      {
        file: 'b.md',
        line: 2,
        column: 8,
        endLine: 2,
        endColumn: 43,
        severity: 'suggestion',
        code: 'duplicate-title-within-docset',
        message:
          "Attribute 'title' with value 'Record time on a project in Contoso' is duplicated in 'a.md(2,8)'. Give each article its own title.",
        fixable: false,
        related: [{ file: 'a.md', line: 2, column: 8, message: 'The same title' }],
      },
    ]);
  });
});
