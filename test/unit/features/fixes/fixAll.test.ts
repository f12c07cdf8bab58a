import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixed, header } from './support';

/** Mistakes of real articles (census), each with the text after the certain repair. */
const certain: readonly (readonly [name: string, before: string, after: string])[] = [
  ['an indented closing line', '---\ntitle: A\n    ---\n# H\n', '---\ntitle: A\n---\n# H\n'],
  ['too many hyphens at the end', '---\ntitle: A\n----\n# H\n', '---\ntitle: A\n---\n# H\n'],
  ['two hyphens at the start', '--\ntitle: A\n---\n# H\n', '---\ntitle: A\n---\n# H\n'],
  ['five hyphens at the start', '-----\ntitle: A\n---\n# H\n', '---\ntitle: A\n---\n# H\n'],
  ['white space before the start', ' ---\ntitle: A\n---\n# H\n', '---\ntitle: A\n---\n# H\n'],
  ['blank lines before the start', '\n\n---\ntitle: A\n---\n# H\n', '---\ntitle: A\n---\n# H\n'],
  ['a key glued to the start', '---title: A\nms.topic: faq\n---\n', '---\ntitle: A\nms.topic: faq\n---\n'],
  ['no opening line', 'title: A\nms.topic: faq\n---\n# H\n', '---\ntitle: A\nms.topic: faq\n---\n# H\n'],
  ['no space after a colon', header('ms.date:10/29/2025'), header('ms.date: 10/29/2025')],
  ['a key written twice in its line', header('ms.date: ms.date: 05/09/2026'), header('ms.date: 05/09/2026')],
  [
    'two keys in one line',
    header('ms.date: 04/09/2024ms.topic: article'),
    header('ms.date: 04/09/2024', 'ms.topic: article'),
  ],
  ['a colon in a value', header('title: Sync: a guide'), header('title: "Sync: a guide"')],
  ['a colon and quotes in a value', header('title: Say "a": b'), header(`title: 'Say "a": b'`)],
  ['a star at the start of a value', header('title: **New** forms'), header('title: "**New** forms"')],
  ['a backtick at the start of a value', header('title: `code` here'), header('title: "`code` here"')],
  ['an escape that is none', header('title: "C:\\Docs"'), header('title: "C:\\\\Docs"')],
  ['an indented key', header('title: A', '  ms.topic: faq'), header('title: A', 'ms.topic: faq')],
  ['the same key and value twice', header('author: a', 'author: a'), header('author: a')],
  ['a space in a key', header('ms. search.keywords: a'), header('ms.search.keywords: a')],
  ['another separator in a key', header('ms-custom: a'), header('ms.custom: a')],
  ['a key in lower case', header('ai.usage: ai-assisted'), header('ai-usage: ai-assisted')],
  ['an empty retired key', header('title: A', 'ms.assetid:', 'author: a'), header('title: A', 'author: a')],
  ['an empty item of a list', header('ms.custom:', '  - a', '  -', '  - b'), header('ms.custom:', '  - a', '  - b')],
  ['a date with the year first', header('ms.date: 2025-10-29'), header('ms.date: 10/29/2025')],
  ['a date with the day first', header('ms.date: 24-03-2026'), header('ms.date: 03/24/2026')],
  ['a date with a time', header('ms.date: 2024-05-13T00:00:00Z'), header('ms.date: 05/13/2024')],
  ['a topic in other letters', header('ms.topic: How-To'), header('ms.topic: how-to')],
  ['a retired topic', header('ms.topic: conceptual'), header('ms.topic: concept-article')],
  ['an address for an alias', header('ms.author: jane@microsoft.com'), header('ms.author: jane')],
  ['a list of one on its line', header('ms.author: [jane]'), header('ms.author: jane')],
  ['a retired key among others in braces', header('{x: a, ms.assetid: , y: b}'), header('{x: a, y: b}')],
  ['a retired key without a colon', header('? ms.assetid', 'x: y'), header('x: y')],
  [
    'a value of another key that it refers to',
    header('x: &a jane@microsoft.com', 'ms.author: *a'),
    header('x: &a jane@microsoft.com', 'ms.author: jane'),
  ],
  ['text on the line of an alert that begins the file', '> [!TIP] Text\n', '> [!TIP]\n> Text\n'],
  [
    'an include that lacks its end',
    '---\ntitle: A\n---\n[!INCLUDE [a](i.md)\n',
    '---\ntitle: A\n---\n[!INCLUDE [a](i.md)]\n',
  ],
];

describe('Fix all', () => {
  for (const [name, before, after] of certain) {
    it(`repairs ${name}`, async () => {
      const { text, fixed: done } = await fixed(before, { 'i.md': 'text' });
      assert.equal(text, after);
      assert.equal(done.length, 1);
    });

    it(`repairs ${name} with other line breaks and a byte order mark, all else as it is`, async () => {
      const windows = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
      assert.equal((await fixed(windows(before), { 'i.md': 'text' })).text, windows(after));
    });
  }

  it('keeps comments, quotes, order and blank lines', async () => {
    const before = header(
      '# required metadata',
      '',
      "title:   'It''s ours' # the title",
      'ms.topic: FAQ   # kind',
      '',
      '# optional metadata',
      '# ms.search.form: ',
      'ms.prod:',
      '#',
      'audience: "IT Pro"',
    );
    assert.equal(
      (await fixed(before)).text,
      before.replace('ms.topic: FAQ ', 'ms.topic: faq ').replace('ms.prod:\n', ''),
    );
  });

  it('goes on with what a repair brings to light', async () => {
    const { text, fixed: done } = await fixed('\n---\nms.topic: FAQ\nms.date:2025-10-29\n  ---\n# H\n');
    assert.equal(text, '---\nms.topic: faq\nms.date: 10/29/2025\n---\n# H\n');
    assert.deepEqual(done.map(({ code }) => code).sort(), [
      'front-matter-not-first',
      'front-matter-unclosed',
      'ms-date-invalid',
      'ms-topic-invalid',
      'yaml-header-syntax-error',
    ]);
  });

  it('leaves an indented line alone that would go on with the value above it', async () => {
    for (const text of [
      header('  title: A', '  ms.date:10/29/2025', 'author: b'),
      header('  title: A', '  ms.date:10/29/2025'),
    ])
      assert.deepEqual((await fixed(text)).text, text);
  });

  it('keeps the lines of a list that cannot be read', async () => {
    const list = ['ms.custom:', '  - a', '  - b', '  indented: x'];
    for (const text of [header('ms-custom: a', ...list), header(...list, 'ms-custom:')]) {
      const { text: after } = await fixed(text);
      assert.ok(after.includes(list.slice(0, 3).join('\n')), after);
    }
  });

  it('leaves alone what a writer must decide', async () => {
    for (const text of [
      header('ms.date: 03/04/26'),
      header('ms.date: 03-04-2026'),
      header('ms.topic: howtoo'),
      header('decription: a'),
      header('author: a', 'author: b'),
      header('ms.prod: dynamics'),
      header('author:'),
      header('title: "a" b'),
      '---\ntitle: A\n\n# H\n\ntext\n',
      header('<<<<<<< HEAD', 'title: A', '=======', 'title: B', '>>>>>>> other'),
      header('ms-custom: a', 'ms.Custom: b'),
      header('ms.custom:', '  -'),
      header('ms.custom:', '  -', '  - '),
      header('x: {', '  y: z', 'title: A'),
      header('x: &a [b, b]', 'ms.topic: *a'),
      header('ms.author: # who', '  - jane'),
      header('ms.topic: &a FAQ', 'x: *a'),
      header('ms.author: &a [jane]', 'x: *a'),
      header('ms.author: [&a jane]', 'x: *a'),
      '---word\ntitle: A\n---\n# H\n',
    ])
      assert.deepEqual(await fixed(text), { text, fixed: [] });
  });
});
