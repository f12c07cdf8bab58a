import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLineIndex, type Range } from '../../../../src/core/text/position';
import type { Completion } from '../../../../src/features/completion/completion';
import { completeInclude } from '../../../../src/features/completion/includes';
import { article, docfx, open } from '../../core/support/repository';
import type { Files } from '../../core/support/memoryHost';

const files: Files = {
  'docs/docfx.json': docfx({ content: [{ files: '**/*.md', exclude: ['**/includes/**', 'snippets/**'] }] }),
  'docs/a.md': `${article('title: a')}[!INCLUDE [name](includes/name.md)]\n`,
  'docs/b.md': `${article('title: b')}[!INCLUDE [name](~/includes/name.md)] [!INCLUDE [s](snippets/s.md)]\n`,
  'docs/guide/c.md': article('title: c'),
  'docs/guide/includes/part.md': '[!INCLUDE [name](../../includes/name.md)]\n',
  'docs/guide/steps/d.md': article('title: d'),
  'docs/includes/name.md': 'Name\n',
  'docs/includes/banner.md': '[!INCLUDE [part](../guide/includes/part.md)]\n',
  'docs/includes/odd(1).md': 'Odd\n',
  'docs/includes/with space.md': 'Space\n',
  'docs/snippets/s.md': 'Snippet\n',
  'docs/snippets/unused.md': 'Snippet\n',
  'other/includes/x.md': 'Elsewhere\n',
};

/** What is offered at the `|` of a text that a file holds. */
async function offered(path: string, marked: string): Promise<readonly Completion[] | undefined> {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const { repository } = await open(files);
  repository.sources.setBuffer(path, text);
  repository.validateText(path, text);
  const world = {
    graph: repository.includes.graph,
    files: repository.files.markdown(),
    folders: repository.files.namesByFolder(),
    docsetFolder: repository.files.docsetFolderOf(path),
  };
  const found = completeInclude(path, text, createLineIndex(text).positionAt(at), world);
  assert.equal(found?.isIncomplete ?? false, false);
  return found === undefined ? undefined : [...found.items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

async function written(path: string, marked: string): Promise<string[] | undefined> {
  return (await offered(path, marked))?.map(({ newText }) => newText);
}

const range = (start: number, end: number): Range => ({
  start: { line: 0, character: start },
  end: { line: 0, character: end },
});

describe('completion of includes', () => {
  it('offers the directive, in the case that was begun', async () => {
    const expected = {
      label: '[!INCLUDE]',
      kind: 'snippet',
      detail: '[!INCLUDE [label](path)]',
      range: range(0, 2),
      newText: '[!INCLUDE [label](path.md)]',
      snippet: '[!INCLUDE [$1]($2)]$0',
      filterText: '[!INCLUDE [',
      sortText: '0',
      goesOn: true,
    };
    assert.deepEqual(await offered('docs/a.md', '[!|'), [expected]);
    assert.deepEqual(await written('docs/a.md', '[!Inc|'), ['[!INCLUDE [label](path.md)]']);
    assert.deepEqual(await written('docs/a.md', '[!inc|'), ['[!include [label](path.md)]']);
    assert.deepEqual(await written('docs/a.md', 'x [!include-|'), ['[!include- [label](path.md)]']);
  });

  it('offers whole includes for a word that stands for them, all or those of banners', async () => {
    assert.deepEqual(await offered('docs/guide/c.md', 'ban|'), [
      {
        label: 'banner',
        description: 'docs/includes',
        kind: 'file',
        detail: 'docs/includes/banner.md',
        range: range(0, 3),
        newText: '[!INCLUDE [banner](../includes/banner.md)]',
        filterText: 'banner banner docs/includes/banner.md',
        sortText: '000000',
        preview: 'docs/includes/banner.md',
      },
    ]);
    assert.deepEqual(await written('docs/guide/c.md', 'include|'), [
      '[!INCLUDE [name](../includes/name.md)]',
      '[!INCLUDE [part](includes/part.md)]',
      '[!INCLUDE [s](../snippets/s.md)]',
      '[!INCLUDE [banner](../includes/banner.md)]',
      '[!INCLUDE [odd(1)](../includes/odd(1\\).md)]',
    ]);
  });

  it('offers whole includes where a label is written, the most used first', async () => {
    const found = await offered('docs/guide/c.md', '[!INCLUDE [|] text');
    assert.deepEqual(found?.[0], {
      label: 'name',
      description: 'docs/includes',
      kind: 'file',
      detail: 'docs/includes/name.md',
      range: range(11, 12),
      newText: 'name](../includes/name.md)]',
      filterText: 'name docs/includes/name.md',
      sortText: '000000',
      preview: 'docs/includes/name.md',
    });
    assert.deepEqual(
      found.map(({ newText }) => newText),
      [
        'name](../includes/name.md)]',
        'part](includes/part.md)]',
        's](../snippets/s.md)]',
        'banner](../includes/banner.md)]',
        'odd(1)](../includes/odd(1\\).md)]',
      ],
    );
  });

  it('offers paths, then folders, then other files of the folder that was typed', async () => {
    const found = await offered('docs/guide/c.md', '[!INCLUDE [x](|ab)');
    assert.deepEqual(found?.[0], {
      label: 'name.md',
      description: 'docs/includes',
      kind: 'file',
      detail: 'docs/includes/name.md',
      range: range(14, 17),
      newText: '../includes/name.md)]',
      filterText: '../includes/name.md docs/includes/name.md',
      sortText: '000000',
      preview: 'docs/includes/name.md',
    });
    assert.deepEqual(
      found.find(({ label }) => label === 'steps/'),
      {
        label: 'steps/',
        kind: 'folder',
        detail: 'docs/guide/steps/',
        range: range(14, 16),
        newText: 'steps/',
        filterText: 'steps/',
        sortText: '1steps/',
        goesOn: true,
      },
    );
    assert.deepEqual(
      found.map(({ newText }) => newText),
      [
        '../includes/name.md)]',
        'includes/part.md)]',
        '../snippets/s.md)]',
        '../includes/banner.md)]',
        '../includes/odd(1\\).md)]',
        'includes/',
        'steps/',
        '../',
        '~/',
      ],
    );
  });

  for (const [marked, expected] of Object.entries({
    '[!include [x](../snip|)]': ['../guide/', '../includes/', '../snippets/', '../../', '../a.md', '../b.md'],
    '[!include [x](../snippets/|)]': ['../snippets/unused.md'],
    '[!include [x](../../|)]': ['../../docs/', '../../other/'],
    '[!include [x](../../other/includes/|)]': ['../../other/includes/x.md'],
    '[!include [x](../../../|)]': [],
    '[!include [x](/|)]': [],
    '[!include [x](nowhere/|)]': [],
  })) {
    it(`goes step by step: ${marked}`, async () => {
      assert.deepEqual((await written('docs/guide/c.md', marked))?.slice(5), expected);
    });
  }

  it('writes paths from the docset where `~/` was typed', async () => {
    assert.deepEqual(await written('docs/guide/c.md', '[!INCLUDE [x](~/inc|)]'), [
      '~/includes/name.md',
      '~/guide/includes/part.md',
      '~/snippets/s.md',
      '~/includes/banner.md',
      '~/includes/odd(1\\).md',
      '~/guide/',
      '~/includes/',
      '~/snippets/',
      '~/a.md',
      '~/b.md',
    ]);
  });

  it('keeps a `./`', async () => {
    assert.deepEqual((await written('docs/a.md', '[!INCLUDE [x](./|)]'))?.slice(0, 2), [
      './includes/name.md',
      './guide/includes/part.md',
    ]);
  });

  it('offers neither the file itself nor what leads back to it', async () => {
    const found = await written('docs/includes/name.md', '[!INCLUDE [x](|)]');
    // banner.md includes part.md, which includes name.md; a.md and b.md include it too.
    assert.deepEqual(found, ['../snippets/s.md', 'odd(1\\).md', '../', '~/']);
    assert.deepEqual((await written('docs/includes/name.md', '[!INCLUDE [x](../|)]'))?.slice(2), [
      '../guide/',
      '../includes/',
      '../snippets/',
      '../../',
    ]);
  });

  it('offers nothing where no include is written', async () => {
    assert.equal(await offered('docs/a.md', 'text (|'), undefined);
    assert.equal(await offered('docs/a.md', '```\n[!INCLUDE [|'), undefined);
  });

  it('asks again where there are more files than are sent at once', async () => {
    const many = Object.fromEntries(Array.from({ length: 2500 }, (_, n) => [`includes/n${n}.md`, '']));
    const { repository } = await open({ ...many, 'a.md': '' });
    const { graph } = repository.includes;
    const complete = (text: string): ReturnType<typeof completeInclude> =>
      completeInclude(
        'a.md',
        text,
        { line: 0, character: text.length },
        { graph, files: repository.files.markdown(), folders: repository.files.namesByFolder(), docsetFolder: '' },
      );
    const all = complete('[!include [');
    assert.deepEqual([all?.items.length, all?.isIncomplete], [2000, true]);
    assert.deepEqual(
      complete('[!include [N2499')?.items.map(({ label }) => label),
      ['n2499'],
    );
  });
});
