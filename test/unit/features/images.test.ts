import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { bodyStart } from '../../../src/core/includes/body';
import { LinkGraph } from '../../../src/core/links/graph';
import { dirname } from '../../../src/core/text/path';
import { isTextAt } from '../../../src/features/completion/bodyPlace';
import { imageFolder, wantedFolder, type ImageWorld } from '../../../src/features/images/folderHabit';
import { imageForm } from '../../../src/features/images/imageForm';
import { imageName } from '../../../src/features/images/imageNames';
import { imageSnippet } from '../../../src/features/images/imageSnippet';

/** The images of each article. Every image is there but those whose names begin with `none`. */
function worldOf(path: string, articles: Readonly<Record<string, string>>, docsetFolder = ''): ImageWorld {
  const graph = new LinkGraph(() => docsetFolder);
  for (const [file, text] of Object.entries(articles)) graph.set(file, graph.read(file, text, bodyStart(text)));
  const docset = Object.keys(articles).filter((file) => file !== path);
  return {
    docsetFolder,
    docset,
    siblings: docset.filter((file) => dirname(file) === dirname(path)),
    pageOf: (file) => graph.pageOf(file),
    actual: (file) => (file.includes('none') ? undefined : file.replace('MEDIA', 'media')),
  };
}

describe('the folder of a new image', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['is named after the article where there are no images', { 'docs/b.md': 'text' }, 'docs/media/a'],
    [
      'is the one with most of its own images, each counted once',
      { 'docs/a.md': '![](../x/1.png) ![](../x/1.png) ![](../x/1.png) ![](y/1.png) ![](y/2.svg)' },
      'docs/y',
    ],
    [
      'is the one that its siblings share',
      { 'docs/b.md': '![](pictures/1.png)', 'docs/c.md': 'text' },
      'docs/pictures',
    ],
    [
      'is that of the article',
      { 'docs/b.md': '![](./media/B/1.png)', 'docs/c.md': '![](media/c/1.png)' },
      'docs/media/a',
    ],
    ['is the one beside the article', { 'docs/b.md': '![](1.png)' }, 'docs'],
    [
      'gives each sibling one voice',
      {
        'docs/b.md': '![](x/1.png) ![](x/2.png) ![](x/3.png)',
        'docs/c.md': '![](y/1.png)',
        'docs/d.md': '![](y/2.png)',
      },
      'docs/y',
    ],
    [
      'is the one of the docset, by the same path',
      { 'b.md': '![](img/b/1.png)', 'x/y/c.md': '![](img/c/1.png)' },
      'docs/img/a',
    ],
    [
      'is the one of the docset, in the same place',
      { 'x/b.md': '![](../media/1.png)', 'x/y/c.md': '![](../../media/2.png)', 'z/d.md': '![](img/1.png)' },
      'media',
    ],
    ['is that of a section of such a place', { 'x/b.md': ':::image source="../media/b/1.png":::' }, 'media/a'],
    [
      'does not follow images that are missing, written in another case, or links to pages',
      { 'docs/a.md': '![](none/1.png) [b](pages/b.md)', 'docs/b.md': '![](MEDIA/1.png)' },
      'docs/media',
    ],
    [
      'is the first by name of equally common ones',
      { 'docs/b.md': '![](y/1.png)', 'docs/c.md': '![](x/1.png)' },
      'docs/x',
    ],
  ];
  for (const [title, articles, folder] of cases)
    it(title, () => {
      assert.equal(imageFolder('docs/a.md', worldOf('docs/a.md', articles)), folder);
    });

  it('lies in the docset, whose articles may show images of others', () => {
    const world = worldOf('docs/a.md', { 'docs/b.md': '![](../shared/1.png)' }, 'docs');
    assert.equal(imageFolder('docs/a.md', world), 'docs/media/a');
  });

  it('is the one that the writer wants', () => {
    const folders = ['media', '../images/{article}', '~/media/{article}', '../../../x'];
    assert.deepEqual(
      folders.map((folder) => wantedFolder('docs/sales/a.md', folder, 'docs')),
      ['docs/sales/media', 'docs/images/a', 'docs/media/a', undefined],
    );
  });
});

describe('the form of a new image', () => {
  const block = ':::image type="content" source="1.png" alt-text="A" lightbox="1.png":::';
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['is that of Markdown where there are no images', {}, 'markdown'],
    [
      'is the one of the article',
      { 'docs/a.md': `${block} text\n\n${block}\n\n![](1.png)`, 'docs/b.md': '![](1.png)' },
      'block',
    ],
    [
      'is the one of its siblings',
      { 'docs/a.md': `![](<1.png>)\n\n${block}`, 'docs/b.md': block, 'c.md': '![](1.png) ![](2.png)' },
      'block',
    ],
    ['is the one of the docset', { 'b.md': block, 'c.md': '![](1.png) ![](2.png)' }, 'markdown'],
    ['does not follow code', { 'docs/b.md': '`![](1.png)`\n\n```\n![](2.png)\n```\n', 'c.md': block }, 'block'],
  ];
  for (const [title, articles, form] of cases)
    it(title, () => {
      assert.equal(imageForm('docs/a.md', worldOf('docs/a.md', articles)), form);
    });
});

describe('the name of a new image', () => {
  const names = (given: string, ...there: readonly string[]): unknown => imageName(given, 'docs/set-up.md', there);

  it('is that of its file, with hyphens', () => {
    assert.deepEqual(names('Approve Time (2).PNG'), { free: 'approve-time-2.png', taken: [] });
    assert.deepEqual(names('Übersicht_Zeit.jpeg', 'some-image.png', 'Other.png'), {
      free: 'ubersicht-zeit.jpeg',
      taken: [],
    });
    assert.deepEqual(names('??.gif'), { free: 'set-up.gif', taken: [] });
  });

  it('has capitals and underscores where most others have some, and nothing that an address cannot have', () => {
    const there = ['Time_Entry.png', 'Approve Time.png', 'x.png', 'page.md'];
    assert.deepEqual(names('My_New Image #2.png', ...there), { free: 'My_New-Image-2.png', taken: [] });
    assert.deepEqual(names('..%.png', ...there), { free: 'set-up.png', taken: [] });
  });

  it('is numbered where there is one, in whatever case', () => {
    assert.deepEqual(names('a.png', 'A.PNG', 'a-2.png', 'a-3.jpg'), { free: 'a-3.png', taken: ['A.PNG', 'a-2.png'] });
  });

  it('is that of the article with a number for what was copied from the screen', () => {
    assert.deepEqual(names('image.png'), { free: 'set-up-1.png', taken: [] });
    assert.deepEqual(names('image.png', 'set-up-1.png'), { free: 'set-up-2.png', taken: ['set-up-1.png'] });
  });
});

describe('the snippet of new images', () => {
  it('leaves the texts for readers who do not see them to the writer', () => {
    assert.equal(imageSnippet('markdown', ['media/a$1.png'], ''), String.raw`![$1](media/a\$1.png)`);
    assert.equal(imageSnippet('block', ['a.png'], ''), ':::image type="content" source="a.png" alt-text="$1":::');
  });

  it('puts several on one line, or blocks on lines of their own outside of tables', () => {
    const block = (path: string, stop: number): string =>
      `:::image type="content" source="${path}" alt-text="$${stop}":::`;
    assert.equal(imageSnippet('markdown', ['a.png', 'b.png'], ''), '![$1](a.png) ![$2](b.png)');
    assert.equal(imageSnippet('block', ['a.png', 'b.png'], '- '), `${block('a.png', 1)}\n${block('b.png', 2)}`);
    assert.equal(imageSnippet('block', ['a.png', 'b.png'], '| x | '), `${block('a.png', 1)} ${block('b.png', 2)}`);
  });
});

describe('a position is one of text', () => {
  const text =
    '---\ntitle: A\n---\n\nText `code` text\n\n```\ncode\n```\n\n| a | |\n|---|---|\n\n    code\n\n- item\n\n  \n<!-- x -->\n';
  const line = (number: number, character = 0): boolean => isTextAt(text, { line: number, character });

  it('in paragraphs, cells, lists and on empty lines', () => {
    assert.deepEqual(
      [line(3), line(4), line(4, 16), line(5), line(9), line(10, 6), line(15, 6), line(17, 2)],
      Array(8).fill(true),
    );
  });

  it('not in front matter, code, comments or behind the end', () => {
    assert.deepEqual(
      [line(0), line(1, 3), line(4, 8), line(7, 2), line(13, 6), line(18, 6), line(40)],
      Array(7).fill(false),
    );
  });
});
