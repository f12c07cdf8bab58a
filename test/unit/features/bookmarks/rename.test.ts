import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { bookmarkAt } from '../../../../src/features/bookmarks/bookmarkAt';
import { Pages } from '../../../../src/features/bookmarks/pages';
import { renameEverywhere } from '../../../../src/features/bookmarks/renameEverywhere';
import { createLineIndex } from '../../../../src/core/text/position';
import { docfx, open, plainConfiguration } from '../../core/support/repository';
import { applyChanges } from '../applyChanges';

type Files = Readonly<Record<string, string>>;

const base = { 'docfx.json': docfx(), '.dynamics-docs.json': plainConfiguration, 'schema.json': '{}' };

/** What stands for the name at the `|` of a file, and that name; `undefined` where nothing can be renamed. */
async function asked(files: Files, path: string): Promise<readonly [shown: string, name: string] | undefined> {
  const { repository, text, position } = await start(files, path);
  const found = await bookmarkAt(repository, new Pages(repository), path, position);
  if (found === undefined) return undefined;
  const lines = createLineIndex(text);
  return [text.slice(lines.offsetAt(found.range.start), lines.offsetAt(found.range.end)), found.name];
}

/** The files that are others once what stands at the `|` of a file is renamed; or why it cannot be. */
async function renamed(files: Files, path: string, newName: string): Promise<Files | string> {
  const { repository, texts, position } = await start(files, path);
  const pages = new Pages(repository);
  const found = await bookmarkAt(repository, pages, path, position);
  assert.ok(found !== undefined, 'nothing to rename');
  const changes = await renameEverywhere(repository, pages, found, newName);
  if ('refused' in changes) return changes.refused;
  const paths = [...new Set(changes.map((change) => change.path))].sort();
  return Object.fromEntries(
    paths.map((changed) => [
      changed,
      applyChanges(
        (texts[changed] ?? '').replace(/^\uFEFF/, ''),
        changes.filter((change) => change.path === changed),
      ),
    ]),
  );
}

async function start(files: Files, path: string) {
  const marked = files[path] ?? '';
  const at = marked.indexOf('|');
  assert.ok(at >= 0, 'no place is marked');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const texts: Files = { ...files, [path]: text };
  const { repository } = await open({ ...base, ...texts });
  return { repository, texts, text, position: createLineIndex(text).positionAt(at) };
}

describe('what can be renamed', () => {
  for (const [name, text, expected] of [
    ['a heading', '# A\n\n## Set |up\n', ['Set up', 'Set up']],
    ['a heading at its marks', '|## Set up\n', ['Set up', 'Set up']],
    ['a heading with closing marks', '## Set up| ##\n', ['Set up', 'Set up']],
    ['an underlined heading', 'Set |up\n======\n', ['Set up', 'Set up']],
    ['an underlined heading of two lines', 'Set\n|up\n---\n', ['Set\nup', 'Set up']],
    ['a heading in a list', '- ## Set |up\n', ['Set up', 'Set up']],
    ['a heading with ids', '## <a name="x"></a> Set |up <a id="y"></a> {#z}\n', ['Set up', 'Set up']],
    ['an id', '## <a name="se|t"></a>Set up\n', ['set', 'set']],
    ['an id in a block of HTML', "<div>\n<p id='se|t'>x</p>\n</div>\n", ['set', 'set']],
    ['the id of a link', '# A\n\n## Set up\n\n[x](#set-|up)\n', ['set-up', 'Set up']],
    ['the id of an image within a link', '# A\n\n## Set up\n\n[![x](x.png)](a.md#|set-up)\n', ['set-up', 'Set up']],
    ['the id of a link in a heading', '# A\n\n## See [x](#|a)\n', ['a', 'A']],
    ['the path of a link', '# A\n\n[x](a.|md#a)\n', undefined],
    ['an id that nothing has', '# A\n\n[x](#no|ne)\n', undefined],
    ['an address', '# A\n\n[x](https://contoso.com/#|a)\n', undefined],
    ['a tab', '# [Win|dows](#tab/windows)\n', undefined],
    ['the id of a tab', '# [Windows](#tab/win|dows)\n', undefined],
    ['a heading without text', '## |\n', undefined],
    ['a text', '# A\n\nText| \n', undefined],
    ['code', '```\n# |A\n```\n', undefined],
    ['front matter', '---\n# |A\ntitle: B\n---\n', undefined],
  ] as const)
    it(`${name}: ${expected === undefined ? 'no' : 'yes'}`, async () => {
      assert.deepEqual(await asked({ 'a.md': text }, 'a.md'), expected);
    });

  it('is named from tables of contents, other articles and include files, through includes', async () => {
    const files = { 'a.md': '# A\n\n[!INCLUDE [x](includes/x.md)]\n', 'includes/x.md': '## Inner part\n\n[up](#a)\n' };
    const name = ['inner-part', 'Inner part'];
    assert.deepEqual(await asked({ ...files, 'toc.yml': '- name: A\n  href: a.md#in|ner-part\n' }, 'toc.yml'), name);
    assert.deepEqual(await asked({ ...files, 'b.md': '[a](a.md#|inner-part)\n' }, 'b.md'), name);
    const up = '## Inner part\n\n[up](#|a)\n';
    assert.deepEqual(await asked({ ...files, 'includes/x.md': up }, 'includes/x.md'), ['a', 'A']);
  });
});

describe('renaming a heading', () => {
  it('changes every link to it, as each is written', async () => {
    const files = {
      'a.md':
        '\uFEFF---\ntitle: A\n---\n\r\n# A\r\n\r\n## Set up|\r\n\r\n[own](#set-up) [also](a.md#set-up "title") ![x](x.png#set-up)\r\n\r\n[r]: <#set-up>\r\n',
      'b.md':
        '[a](a.md#set-up) <a href="./a.md?view=x#set-up">a</a> [other](c.md#set-up) [no](a.md#setup) `[a](a.md#set-up)`\n',
      'c.md': '# C\n\n## Set up\n',
      'deep/toc.md': '# [A](../a.md#set-up)\n',
      'toc.yml': '- name: A\n  href: a.md#set-up\n- name: B\n  href: "~/a.md#set-up" # a.md#set-up\n',
      'index.yml':
        '### YamlMime:Landing\nlandingContent:\n  - linkLists:\n      - links:\n          - url: a.md#set-up\n',
      'CaseOf.md': '[a](A.md#set-up)\n',
    };
    assert.deepEqual(await renamed(files, 'a.md', ' Über uns '), {
      'CaseOf.md': '[a](A.md#über-uns)\n',
      'a.md':
        '---\ntitle: A\n---\n\r\n# A\r\n\r\n## Über uns\r\n\r\n[own](#über-uns) [also](a.md#über-uns "title") ![x](x.png#set-up)\r\n\r\n[r]: <#über-uns>\r\n',
      'b.md':
        '[a](a.md#über-uns) <a href="./a.md?view=x#über-uns">a</a> [other](c.md#set-up) [no](a.md#setup) `[a](a.md#set-up)`\n',
      'deep/toc.md': '# [A](../a.md#über-uns)\n',
      'index.yml':
        '### YamlMime:Landing\nlandingContent:\n  - linkLists:\n      - links:\n          - url: a.md#über-uns\n',
      'toc.yml': '- name: A\n  href: a.md#über-uns\n- name: B\n  href: "~/a.md#über-uns" # a.md#set-up\n',
    });
  });

  it('keeps the encoding of links', async () => {
    const files = { 'a.md': '# |Über\n', 'b.md': '[a](a.md#%C3%BCber) [b](a.md#über)\n' };
    assert.deepEqual(await renamed(files, 'a.md', 'Für alle'), {
      'a.md': '# Für alle\n',
      'b.md': '[a](a.md#f%C3%BCr-alle) [b](a.md#für-alle)\n',
    });
  });

  it('works from a link to it', async () => {
    const files = { 'a.md': '# A\n', 'b.md': '# B\n\n[a](a.md#|a)\n', 'c.md': '[a](a.md#a) [b](b.md#a)\n' };
    assert.deepEqual(await renamed(files, 'b.md', 'The first'), {
      'a.md': '# The first\n',
      'b.md': '# B\n\n[a](a.md#the-first)\n',
      'c.md': '[a](a.md#the-first) [b](b.md#a)\n',
    });
  });

  it('leaves links alone whose id stays', async () => {
    const files = {
      'a.md': '# A\n\n## <a name="set-up"></a>Set |up\n\n## Other {#own}\n',
      'b.md': '[x](a.md#set-up) [y](a.md#own)\n',
    };
    assert.deepEqual(await renamed(files, 'a.md', 'Install'), {
      'a.md': '# A\n\n## <a name="set-up"></a>Install\n\n## Other {#own}\n',
    });
    assert.deepEqual(await renamed({ 'a.md': '# |Set up\n\n[x](#set-up)\n' }, 'a.md', 'Set: up!'), {
      'a.md': '# Set: up!\n\n[x](#set-up)\n',
    });
  });

  it('numbers equal headings anew', async () => {
    const text = (first: string, second: string, third: string, links: string): string =>
      `# A\n\n## ${first}\n\n## ${second}\n\n## ${third}\n\n${links}\n`;
    const before = text('Step|', 'Step', 'Step', '[1](#step) [2](#step-1) [3](#step-2)');
    assert.deepEqual(await renamed({ 'a.md': before }, 'a.md', 'Start'), {
      'a.md': text('Start', 'Step', 'Step', '[1](#start) [2](#step) [3](#step-1)'),
    });
    const apart = text('Start|', 'Step', 'Step', '[1](#start) [2](#step) [3](#step-1)');
    assert.deepEqual(await renamed({ 'a.md': apart }, 'a.md', 'Step'), {
      'a.md': text('Step', 'Step', 'Step', '[1](#step) [2](#step-1) [3](#step-2)'),
    });
  });

  it('numbers the headings of each file by themselves', async () => {
    const files = {
      'a.md': '# A\n\n[!INCLUDE [x](includes/x.md)]\n\n## Notes\n\n## Step\n\n[1](#notes) [2](#notes-1) [3](#step)\n',
      'includes/x.md': '## Step|\n\n## Notes\n',
    };
    // The first heading of a page is the one that a link leads to.
    assert.deepEqual(await renamed(files, 'includes/x.md', 'Notes'), {
      'a.md':
        '# A\n\n[!INCLUDE [x](includes/x.md)]\n\n## Notes\n\n## Step\n\n[1](#notes-1) [2](#notes-1) [3](#notes)\n',
      'includes/x.md': '## Notes\n\n## Notes\n',
    });
  });

  it('reaches whoever links to an article that includes it', async () => {
    const files = {
      'a.md': '# A\n\n[!INCLUDE [x](includes/x.md)]\n\n[own](#part)\n',
      'b.md': '# B\n\n> [!INCLUDE [y](includes/y.md)]\n\n## Part\n\n[own](#part)\n',
      'c.md': '[a](a.md#part) [b](b.md#part) [none](c.md#part)\n',
      'includes/x.md': '[!INCLUDE [y](y.md)]\n\n[inner](#part)\n',
      'includes/y.md': '## Part|\n',
    };
    assert.deepEqual(await renamed(files, 'includes/y.md', 'Piece'), {
      'a.md': '# A\n\n[!INCLUDE [x](includes/x.md)]\n\n[own](#piece)\n',
      'b.md': '# B\n\n> [!INCLUDE [y](includes/y.md)]\n\n## Part\n\n[own](#piece)\n',
      'c.md': '[a](a.md#piece) [b](b.md#piece) [none](c.md#part)\n',
      'includes/x.md': '[!INCLUDE [y](y.md)]\n\n[inner](#piece)\n',
      'includes/y.md': '## Piece\n',
    });
  });

  it('changes an include file that links to its page only where every page means the same', async () => {
    const include = (id: string): string => `[up](#${id})\n`;
    const a = (title: string): string => `# ${title}\n\n[!INCLUDE [x](includes/x.md)]\n`;
    const files = { 'a.md': a('|Top'), 'includes/x.md': include('top') };
    assert.deepEqual(await renamed(files, 'a.md', 'Head'), { 'a.md': a('Head'), 'includes/x.md': include('head') });
    const both = { ...files, 'b.md': a('Top') };
    assert.deepEqual(await renamed(both, 'a.md', 'Head'), { 'a.md': a('Head') });
    const apart = { ...files, 'b.md': a('Bottom') };
    assert.deepEqual(await renamed(apart, 'a.md', 'Head'), { 'a.md': a('Head'), 'includes/x.md': include('head') });
  });

  it('reads files of the repository that the build does not take', async () => {
    const files = {
      'docs/docfx.json': docfx(),
      'docs/a.md': '# |A\n',
      'README.md': '[a](docs/a.md#a)\n',
      'docfx.json': '',
    };
    assert.deepEqual(await renamed(files, 'docs/a.md', 'B'), {
      'README.md': '[a](docs/a.md#b)\n',
      'docs/a.md': '# B\n',
    });
  });

  it('knows headings with an include, whose text the build adds later', async () => {
    const heading = (before: string): string => `## ${before} [!INCLUDE [product](includes/product.md)] today\n`;
    const files = { 'a.md': heading('|Use'), 'includes/product.md': 'Contoso', 'b.md': '[a](a.md#use--today)\n' };
    assert.deepEqual(await asked(files, 'a.md'), [heading('Use').slice(3, -1), heading('Use').slice(3, -1)]);
    assert.deepEqual(await renamed(files, 'a.md', 'Set up [!INCLUDE [product](includes/product.md)] today'), {
      'a.md': heading('Set up'),
      'b.md': '[a](a.md#set-up--today)\n',
    });
  });

  for (const [name, before, newName, after] of [
    ['keeps closing marks', '## A| ##\n', 'B', '## B ##\n'],
    ['keeps marks at the end of a text', '## |A\n', 'B #', '## B \\#\n'],
    ['keeps marks that end a word', '## |A\n', 'C#', '## C#\n'],
    ['writes an underlined heading', 'A|\n=\n\n[x](#a)\n', 'B #', 'B #\n=\n\n[x](#b-)\n'],
    ['makes one line of two', '> A|\n> b\n> ---\n', 'B', '> B\n> ---\n'],
    ['leaves a link within the heading as it is typed', '## |A [x](#a-x)\n', 'B [x](#a-x)', '## B [x](#a-x)\n'],
    ['takes the likeliest id', '## A|\n\n[x](#a)\n', '_B_ `c_d`', '## _B_ `c_d`\n\n[x](#b-c_d)\n'],
  ] as const)
    it(name, async () => {
      assert.deepEqual(await renamed({ 'a.md': before }, 'a.md', newName), { 'a.md': after });
    });

  for (const [name, before, newName, refused] of [
    ['nothing', '## |A\n', ' ', 'A heading needs a text.'],
    ['two lines', '## |A\n', 'B\nC', "'B\nC' cannot stand there."],
    ['a list item with a line below', 'A|\n---\n', '- B', "'- B' cannot stand there."],
    ['an id of its own', '## |A\n', '<a name="b"></a>B', `'<a name="b"></a>B' cannot stand there.`],
  ] as const)
    it(`refuses ${name}`, async () => {
      assert.equal(await renamed({ 'a.md': before }, 'a.md', newName), refused);
    });
});

describe('renaming an id in HTML', () => {
  it('changes the links to it', async () => {
    const files = { 'a.md': '# A\n\n<a name="x|" id="x"></a>\n\n[own](#x)\n', 'b.md': '[a](a.md#x) [b](#x)\n' };
    assert.deepEqual(await renamed(files, 'a.md', 'y'), {
      'a.md': '# A\n\n<a name="y" id="y"></a>\n\n[own](#y)\n',
      'b.md': '[a](a.md#y) [b](#x)\n',
    });
  });

  it('refuses what is no id, or another one of the file', async () => {
    const files = { 'a.md': '# A\n\n<a name="x|"></a>\n' };
    const noId = 'An id is one word, without quotation marks and angle brackets.';
    assert.equal(await renamed(files, 'a.md', 'two words'), noId);
    assert.equal(await renamed(files, 'a.md', 'a"b'), noId);
    assert.equal(await renamed(files, 'a.md', 'a'), "There is already a bookmark '#a' in this file.");
  });
});
