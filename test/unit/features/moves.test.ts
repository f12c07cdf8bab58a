import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mentionsAny, moveChanges, type Move } from '../../../src/features/includes/moves';
import { applyChanges } from './applyChanges';

/** The files of a repository, whose docset is `docs`. */
const files = new Set([
  ...['docs/a.md', 'docs/sub/b.md', 'docs/includes/x.md', 'docs/includes/y.md', 'docs/media/p.png', 'docs/toc.yml'],
  ...['docs/sub/über uns.md', 'docs/sub/c (1).md', 'docs/sub/100%.md', 'docs/Case.md', 'top.md'],
]);

function exists(path: string): 'exact' | { readonly actual: string } | undefined {
  if (files.has(path)) return 'exact';
  const actual = [...files].find((file) => file.toLowerCase() === path.toLowerCase());
  return actual === undefined ? undefined : { actual };
}

/** A text after the moves. */
function moved(path: string, text: string, ...moves: readonly (readonly [from: string, to: string])[]): string {
  const list = moves.map(([from, to]): Move => ({ from, to }));
  const docsetFolder = (file: string): string => (file.startsWith('docs/') ? 'docs' : '');
  const changes = moveChanges(path, text, list, (file) => ({ docsetFolder: docsetFolder(file), exists }));
  // What a quick look would leave out must not need a change.
  if (changes.length > 0 && list.every(({ from }) => path !== from && !path.startsWith(`${from}/`)))
    assert.ok(mentionsAny(list)(text), text);
  return applyChanges(text, changes);
}

type Case = readonly [
  name: string,
  path: string,
  before: string,
  after: string,
  ...moves: (readonly [string, string])[],
];

const include = ['docs/includes/x.md', 'docs/includes/z.md'] as const;
const away = ['docs/includes/x.md', 'shared/x.md'] as const;

const cases: readonly Case[] = [
  ['a relative include', 'docs/a.md', '[!INCLUDE [x](includes/x.md)]', '[!INCLUDE [x](includes/z.md)]', include],
  ['an include with `~/`', 'docs/sub/b.md', '[!include[](~/includes/x.md)]', '[!include[](~/includes/z.md)]', include],
  [
    'an include that leaves the docset',
    'docs/a.md',
    '[!include[](~/includes/x.md)]',
    '[!include[](~/../shared/x.md)]',
    away,
  ],
  ['`./`', 'docs/a.md', '[!include[](./includes/x.md)]', '[!include[](./includes/z.md)]', include],
  ['`./` that must climb', 'docs/a.md', '[!include[](./includes/x.md)]', '[!include[](../shared/x.md)]', away],
  [
    'a title behind the path',
    'docs/a.md',
    '[!include[](includes/x.md "T")]',
    '[!include[](includes/z.md "T")]',
    include,
  ],
  ['an escape', 'docs/a.md', '[!include[](includes/\\x.md)]', '[!include[](includes/z.md)]', include],
  ['escaped backslashes', 'docs/a.md', '[!include[](includes\\\\x.md)]', '[!include[](includes\\\\z.md)]', include],
  ['no percent-decoding', 'docs/a.md', '[!include[](includes/%78.md)]', '[!include[](includes/%78.md)]', include],
  [
    'parentheses',
    'docs/a.md',
    '[!include[](includes/x.md)]',
    '[!include[](includes/x\\(1\\).md)]',
    [include[0], 'docs/includes/x(1).md'],
  ],
  [
    'spaces, which no include can name',
    'docs/a.md',
    '[!include[](includes/x.md)]',
    '[!include[](includes/x.md)]',
    [include[0], 'docs/includes/x 1.md'],
  ],
  [
    'an inline include',
    'docs/a.md',
    'See [!INCLUDE [x](includes/x.md)].',
    'See [!INCLUDE [x](includes/z.md)].',
    include,
  ],
  ['another file', 'docs/a.md', '[!INCLUDE [x](includes/y.md)]', '[!INCLUDE [x](includes/y.md)]', include],
  [
    'code',
    'docs/a.md',
    '```\n[!INCLUDE [x](includes/x.md)]\n```\n`[a](includes/x.md)`',
    '```\n[!INCLUDE [x](includes/x.md)]\n```\n`[a](includes/x.md)`',
    include,
  ],
  [
    'a link with query and fragment',
    'top.md',
    '[b](docs/sub/b.md?view=1#part)',
    '[b](docs/b.md?view=1#part)',
    ['docs/sub/b.md', 'docs/b.md'],
  ],
  [
    'an image',
    'docs/sub/b.md',
    '![p](../media/p.png "T")',
    '![p](../media/q.png "T")',
    ['docs/media/p.png', 'docs/media/q.png'],
  ],
  ['a definition', 'docs/a.md', '[x]: sub/b.md\n', '[x]: b.md\n', ['docs/sub/b.md', 'docs/b.md']],
  ['HTML', 'docs/a.md', '<a href="sub/b.md">b</a>', '<a href="b.md">b</a>', ['docs/sub/b.md', 'docs/b.md']],
  [
    '`:::image`',
    'docs/a.md',
    ':::image type="content" source="media/p.png" alt-text="p":::',
    ':::image type="content" source="media/q.png" alt-text="p":::',
    ['docs/media/p.png', 'docs/media/q.png'],
  ],
  ['backslashes', 'docs/a.md', '[b](sub\\b.md)', '[b](new\\b.md)', ['docs/sub/b.md', 'docs/new/b.md']],
  [
    'percent-encoding',
    'docs/a.md',
    '[u](sub/%C3%BCber%20uns.md)',
    '[u](sub/%C3%BCber%20alle.md)',
    ['docs/sub/über uns.md', 'docs/sub/über alle.md'],
  ],
  [
    'words left plain',
    'docs/a.md',
    '[u](sub/über%20uns.md)',
    '[u](sub/über%20alle.md)',
    ['docs/sub/über uns.md', 'docs/sub/über alle.md'],
  ],
  [
    'angle brackets',
    'docs/a.md',
    '[u](<sub/über uns.md>)',
    '[u](<sub/über alle.md>)',
    ['docs/sub/über uns.md', 'docs/sub/über alle.md'],
  ],
  ['new parentheses', 'docs/a.md', '[b](sub/b.md)', '[b](sub/b%20%281%29.md)', ['docs/sub/b.md', 'docs/sub/b (1).md']],
  ['old parentheses', 'docs/a.md', '[c](sub/c%20(1).md)', '[c](c%20(1).md)', ['docs/sub/c (1).md', 'docs/c (1).md']],
  [
    'a percent sign',
    'docs/a.md',
    '[c](sub/100%.md) [c](sub/100%25.md)',
    '[c](100%25.md) [c](100%25.md)',
    ['docs/sub/100%.md', 'docs/100%.md'],
  ],
  [
    'an address',
    'docs/a.md',
    '[b](https://x.y/sub/b.md) [b](/sub/b.md)',
    '[b](https://x.y/sub/b.md) [b](/sub/b.md)',
    ['docs/sub/b.md', 'docs/b.md'],
  ],
  ['another case', 'docs/a.md', '[c](case.md)', '[c](new.md)', ['docs/Case.md', 'docs/new.md']],
  ['a change of case only', 'docs/a.md', '[c](Case.md)', '[c](case.md)', ['docs/Case.md', 'docs/case.md']],
  ['a missing file of the same folder', 'docs/a.md', '[g](sub/gone.md)', '[g](sub/gone.md)', ['docs/sub', 'docs/new']],
  ['a folder', 'docs/a.md', '[b](sub/b.md) [s](sub/)', '[b](new/b.md) [s](new/)', ['docs/sub', 'docs/new']],
  [
    'a moved file',
    'docs/sub/b.md',
    '[!include[](../includes/x.md)]\n\n![p](../media/p.png) [a](#a) [c](<c (1).md>)\n',
    '[!include[](includes/x.md)]\n\n![p](media/p.png) [a](#a) [c](<sub/c (1).md>)\n',
    ['docs/sub/b.md', 'docs/b.md'],
  ],
  [
    'a moved file whose links are broken',
    'docs/sub/b.md',
    '[g](../gone.md)',
    '[g](gone.md)',
    ['docs/sub/b.md', 'docs/b.md'],
  ],
  [
    'a moved file that links to itself',
    'docs/sub/b.md',
    '[me](b.md#x)',
    '[me](d.md#x)',
    ['docs/sub/b.md', 'docs/sub/d.md'],
  ],
  [
    'a file of a moved folder',
    'docs/sub/b.md',
    '[c](./c%20(1).md) [a](../a.md)',
    '[c](./c%20(1).md) [a](../../a.md)',
    ['docs/sub', 'docs/deep/er'],
  ],
  [
    'files that change places',
    'docs/a.md',
    '[!include[](includes/x.md)] [!include[](includes/y.md)]',
    '[!include[](includes/y.md)] [!include[](includes/x.md)]',
    ['docs/includes/x.md', 'docs/includes/y.md'],
    ['docs/includes/y.md', 'docs/includes/x.md'],
  ],
  [
    'a docset that moves',
    'docs/a.md',
    '[!include[](~/includes/x.md)] [t](../top.md)',
    '[!include[](~/includes/x.md)] [t](../../top.md)',
    ['docs', 'new/docs'],
  ],
  [
    'links in front matter, which are none',
    'docs/a.md',
    '---\ntitle: "[b](sub/b.md)"\n---\n[b](sub/b.md)',
    '---\ntitle: "[b](sub/b.md)"\n---\n[b](b.md)',
    ['docs/sub/b.md', 'docs/b.md'],
  ],
  ['CRLF', 'docs/a.md', 'One\r\n\r\n[b](sub/b.md)\r\n', 'One\r\n\r\n[b](b.md)\r\n', ['docs/sub/b.md', 'docs/b.md']],
  [
    'a table of contents',
    'docs/toc.yml',
    '- name: B\n  href: sub/b.md # see\n  items:\n  - {name: b, topicHref: \'sub/b.md\'}\n  - name: sub/b.md\n    tocHref: "sub/"\n',
    '- name: B\n  href: new/b.md # see\n  items:\n  - {name: b, topicHref: \'new/b.md\'}\n  - name: sub/b.md\n    tocHref: "new/"\n',
    ['docs/sub', 'docs/new'],
  ],
  [
    'a table of contents in Markdown',
    'docs/toc.md',
    '# [B](sub/b.md)\n',
    '# [B](b.md)\n',
    ['docs/sub/b.md', 'docs/b.md'],
  ],
  [
    'an include in YAML',
    'docs/faq.yml',
    'answer: |\n  [!INCLUDE [x](includes/x.md)]\n',
    'answer: |\n  [!INCLUDE [x](includes/z.md)]\n',
    include,
  ],
];

describe('moving files', () => {
  for (const [name, path, before, after, ...moves] of cases) {
    it(`updates, or leaves alone: ${name}`, () => {
      assert.equal(moved(path, before, ...moves), after);
    });
  }
});
