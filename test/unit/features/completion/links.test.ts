import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLineIndex, type Range } from '../../../../src/core/text/position';
import type { Completion, Completions } from '../../../../src/features/completion/completion';
import { completeLink } from '../../../../src/features/completion/links';
import { docfx, open } from '../../core/support/repository';
import type { Files } from '../../core/support/memoryHost';

const page = (title: string, body = '# H'): string => `---\ntitle: ${title}\n---\n${body}\n`;

const files: Files = {
  'docs/docfx.json': docfx({ content: [{ files: ['**/*.md', '**/*.yml'], exclude: ['**/includes/**', 'drafts/**'] }] }),
  'docs/index.yml': '### YamlMime:Landing\n',
  'docs/toc.yml': '- name: A\n  href: a.md\n',
  'docs/a.md': page('Start here'),
  'docs/guide/b.md': page('Record time', '# Record time\n\n[!INCLUDE [s](includes/steps.md)]'),
  'docs/guide/c.md': page("'Plan *projects*'"),
  'docs/guide/no-title.md': '# Only a **heading**\n',
  'docs/guide/toc.yml': '',
  'docs/guide/odd (1) #.md': page('Odd'),
  'docs/guide/sheet.xlsx': '',
  'docs/guide/includes/steps.md': '## Steps with `code`\n\n<a name="deep link"></a>\n\n## Record time\n',
  'docs/guide/media/z.png': '',
  'docs/guide/media/b/chart.svg': '',
  'docs/guide/deep/d.md': page('Deep'),
  'docs/other/e.md': page('Elsewhere'),
  'docs/other/media/e.PNG': '',
  'docs/drafts/f.md': page('Not built'),
  'README.md': '# Not of the docset\n',
};

/** What is offered at the `|` of a text that a file holds. */
async function complete(path: string, marked: string, inFiles = files): Promise<Completions | undefined> {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const { repository } = await open(inFiles, {}, { countsValues: true });
  const found = await completeLink(path, text, createLineIndex(text).positionAt(at), {
    folders: repository.files.namesByFolder(),
    docsetFolder: repository.files.docsetFolderOf(path),
    isPage: (file) => ['article', 'page'].includes(repository.files.infoOf(file).kind),
    titleOf: (file) => repository.titleOf(file),
    bookmarksOf: (file) =>
      Promise.resolve(repository.links.worldOf(path, repository.links.read(path, text)).bookmarksOf(file)?.named()),
  });
  return found === undefined
    ? undefined
    : { ...found, items: [...found.items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1)) };
}

async function offered(path: string, marked: string): Promise<readonly Completion[] | undefined> {
  const found = await complete(path, marked);
  assert.equal(found?.isIncomplete ?? false, false);
  return found?.items;
}

async function written(path: string, marked: string): Promise<string[] | undefined> {
  return (await offered(path, marked))?.map(({ newText }) => newText);
}

const range = (start: number, end: number): Range => ({
  start: { line: 0, character: start },
  end: { line: 0, character: end },
});

describe('completion of links', () => {
  it('offers the pages of the docset with their titles, the nearest first', async () => {
    const found = await offered('docs/guide/c.md', '[text](|old.md#part) more');
    assert.deepEqual(found?.[0], {
      label: 'b.md',
      description: 'Record time',
      kind: 'file',
      detail: 'Record time',
      range: range(7, 13),
      newText: 'b.md',
      filterText: 'b.md Record time',
      sortText: '000000',
      page: 'docs/guide/b.md',
    });
    assert.deepEqual(
      found.map(({ newText, description }) => [newText, description]),
      [
        ['b.md', 'Record time'],
        ['no-title.md', 'Only a heading'],
        ['odd%20%281%29%20%23.md', 'Odd'],
        ['deep/d.md', 'Deep'],
        ['../a.md', 'Start here'],
        ['../index.yml', undefined],
        ['../other/e.md', 'Elsewhere'],
        ['deep/', undefined],
        ['../', undefined],
        ['~/', undefined],
        ['sheet.xlsx', undefined],
      ],
    );
  });

  it('goes on as the path was begun', async () => {
    assert.deepEqual(await written('docs/guide/b.md', '[x](~/o|)'), [
      '~/a.md',
      '~/index.yml',
      '~/guide/c.md',
      '~/guide/no-title.md',
      '~/guide/odd%20%281%29%20%23.md',
      '~/other/e.md',
      '~/guide/deep/d.md',
      '~/guide/',
      '~/other/',
    ]);
    assert.deepEqual((await written('docs/guide/b.md', '[x](./|)'))?.slice(0, 2), ['./c.md', './no-title.md']);
    assert.deepEqual(await written('docs/guide/b.md', '[x](../other/|)'), ['../other/e.md']);
    // What lies outside of the docset is none of its pages.
    assert.deepEqual(await written('docs/guide/b.md', '[x](../../|)'), [
      '../a.md',
      '../index.yml',
      'c.md',
      'no-title.md',
      'odd%20%281%29%20%23.md',
      '../other/e.md',
      'deep/d.md',
      '../../docs/',
    ]);
    for (const nowhere of ['[x](../../../|)', '[x](nowhere/|)', '[x](a.md?|)'])
      assert.deepEqual((await written('docs/guide/b.md', nowhere)) ?? [], [], nowhere);
  });

  it('compares what was typed as it stands with paths and titles', async () => {
    const found = await offered('docs/guide/b.md', '[x](../guide/|)');
    assert.deepEqual(
      found?.map(({ label, filterText, newText }) => [label, filterText, newText]),
      [
        ['c.md', '../guide/c.md Plan *projects*', 'c.md'],
        ['no-title.md', '../guide/no-title.md Only a heading', 'no-title.md'],
        ['odd (1) #.md', '../guide/odd (1) #.md Odd', 'odd%20%281%29%20%23.md'],
        ['deep/d.md', '../guide/deep/d.md Deep', 'deep/d.md'],
        ['deep/', '../guide/deep/', '../guide/deep/'],
        ['sheet.xlsx', '../guide/sheet.xlsx', 'sheet.xlsx'],
      ],
    );
  });

  it('writes a path as its place needs it', async () => {
    const odd = async (path: string, marked: string): Promise<string | undefined> =>
      (await offered(path, marked))?.find(({ label }) => label === 'odd (1) #.md')?.newText;
    assert.equal(await odd('docs/guide/b.md', '[x](<|>)'), 'odd (1) %23.md');
    assert.equal(await odd('docs/guide/b.md', '<a href="|">'), 'odd%20(1)%20%23.md');
    assert.equal(await odd('docs/guide/b.md', '[ref]: |'), 'odd%20%281%29%20%23.md');
    assert.equal(await odd('docs/guide/toc.yml', '- href: |'), 'odd%20%281%29%20%23.md');
  });

  it('offers pictures alone where one is shown', async () => {
    const found = await offered('docs/guide/b.md', '![x](|)');
    assert.deepEqual(
      found?.map(({ newText }) => newText),
      // A folder that is called like the article holds its pictures.
      ['media/b/chart.svg', 'media/z.png', '../other/media/e.PNG', 'media/', '../', '~/'],
    );
    assert.deepEqual(found[0], {
      label: 'media/b/chart.svg',
      kind: 'file',
      detail: 'docs/guide/media/b/chart.svg',
      range: range(5, 5),
      newText: 'media/b/chart.svg',
      filterText: 'media/b/chart.svg',
      sortText: '000000',
      image: 'docs/guide/media/b/chart.svg',
    });
    for (const marked of [':::image type="content" source="media/|":::', '<img src="media/|">'])
      assert.deepEqual(
        await written('docs/guide/b.md', marked),
        ['media/b/chart.svg', 'media/z.png', 'media/b/'],
        marked,
      );
    assert.equal(await offered('docs/guide/b.md', '![x](a.png#|)'), undefined);
  });

  it('offers pages and tables of contents in tables of contents', async () => {
    const all = ['no-title.md', 'odd%20%281%29%20%23.md', 'deep/d.md', '../a.md', '../index.yml'];
    const steps = ['deep/', '../', '~/'];
    assert.deepEqual(await written('docs/guide/toc.yml', '- href: |'), [
      ...['b.md', 'c.md', ...all, '../toc.yml', '../other/e.md'],
      ...['deep/', '../', '~/'],
    ]);
    assert.deepEqual(await written('docs/guide/toc.yml', '- topicHref: |'), [
      ...['b.md', 'c.md', ...all, '../other/e.md', ...steps, 'sheet.xlsx'],
    ]);
    assert.deepEqual(await written('docs/toc.yml', '- tocHref: |'), ['guide/toc.yml', 'guide/', '../', '~/']);
  });

  it('gives a link without a text the title, where that means nothing to Markdown', async () => {
    const also = async (marked: string): Promise<unknown> =>
      (await offered('docs/guide/no-title.md', marked))?.map(({ label, also: more }) => [label, more]).slice(0, 2);
    const title = { range: range(5, 5), newText: 'Record time' };
    assert.deepEqual(await also('See [](|)'), [
      ['b.md', title],
      ['c.md', undefined],
    ]);
    assert.deepEqual(await also('See [](c.md#|)'), [['h', { range: range(5, 5), newText: 'H' }]]);
    assert.deepEqual(await also('See [x](|)'), [
      ['b.md', undefined],
      ['c.md', undefined],
    ]);
  });

  it('offers the bookmarks of the page that is named, those of its includes too', async () => {
    const found = await offered('docs/a.md', '[x](guide/b.md#st|eps) more');
    assert.deepEqual(found, [
      {
        label: 'record-time',
        description: 'Record time',
        kind: 'section',
        detail: 'Record time',
        range: range(15, 20),
        newText: 'record-time',
        filterText: 'record-time Record time',
        sortText: '00000',
      },
      {
        label: 'steps-with-code',
        description: 'Steps with code',
        kind: 'section',
        detail: 'Steps with code',
        range: range(15, 20),
        newText: 'steps-with-code',
        filterText: 'steps-with-code Steps with code',
        sortText: '00001',
      },
      {
        label: 'deep link',
        kind: 'section',
        range: range(15, 20),
        newText: 'deep%20link',
        filterText: 'deep link',
        sortText: '00002',
      },
    ]);
    assert.deepEqual(await written('docs/toc.yml', '- href: guide/no-title.md#|'), ['only-a-heading']);
    assert.equal(await offered('docs/a.md', '[x](guide/nowhere.md#|)'), undefined);
    assert.equal(await offered('docs/a.md', '[x](guide/b.md?view=x#|)'), undefined);
  });

  it('offers the bookmarks of the text as it stands', async () => {
    const text =
      '[x](#|)\n\n# New\n\n## Same\n\n## Same\n\n## Own {#mine}\n\n## [!INCLUDE [a](a.md)] more\n\n<p id="p">';
    assert.deepEqual(
      (await offered('docs/guide/c.md', text))?.map(({ newText, description }) => [newText, description]),
      [
        ['new', 'New'],
        ['same', 'Same'],
        ['same-1', 'Same'],
        ['mine', 'Own'],
        ['p', undefined],
      ],
    );
    assert.deepEqual(await written('docs/guide/includes/steps.md', '[x](#|)\n\n# New'), ['new']);
  });

  it('searches paths and titles where there are more files than a list shows', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [`n${n}.md`, page(`Title ${n}${n === 290 ? ' of Contoso' : ''}`)]),
    );
    const all = await complete('n0.md', '[x](|)', { 'docfx.json': docfx(), ...many });
    assert.deepEqual([all?.items.length, all?.isIncomplete], [201, true]);
    for (const [typed, expected] of Object.entries({ N299: ['n299.md'], contoso: ['n290.md'], fabrikam: [] })) {
      const found = await complete('n0.md', `[x](${typed}|)`, { 'docfx.json': docfx(), ...many });
      assert.deepEqual(
        found?.items.flatMap(({ kind, newText }) => (kind === 'file' ? [newText] : [])),
        expected,
      );
      assert.equal(found.isIncomplete, true);
    }
  });

  it('knows files that came and went', async () => {
    const { repository } = await open(files, {}, { countsValues: true });
    repository.remove('docs/guide/b.md');
    repository.add('docs/guide/new/g.md');
    assert.deepEqual(repository.files.namesByFolder().get('docs/guide/new'), ['g.md']);
    assert.equal(repository.titleOf('docs/guide/b.md'), undefined);
    repository.validateText('docs/guide/new/g.md', page('New'));
    assert.equal(repository.titleOf('docs/guide/new/g.md'), 'New');
  });
});
