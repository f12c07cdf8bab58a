import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { IncludeClosure } from '../../../src/core/docset/includeIndex';
import { expandedText, expandIncludes, type Expansion } from '../../../src/core/includes/expand';
import { renderArticle } from '../../../src/markdown/renderArticle';

type Files = Readonly<Record<string, string>>;

/** A closure in which every path is one of these files, or missing. */
function closureOf(files: Files): IncludeClosure {
  return {
    texts: new Map(Object.entries(files)),
    directives: [],
    text: (path) => files[path],
    resolve: (_from, written) =>
      Object.hasOwn(files, written) ? { status: 'ok', target: written } : { status: 'not-found', target: written },
  };
}

function expand(text: string, files: Files): Expansion {
  return expandIncludes('article.md', text, closureOf(files));
}

/** HTML without what tells a tight list from a loose one, nor one list from the next. */
function structureOf(html: string): string {
  return html
    .replaceAll(/<\/?p>|\s+/g, ' ')
    .replaceAll(/ *(<[^>]*>) */g, '$1')
    .replaceAll(/<\/ul><ul>|<\/ol><ol>/g, '')
    .replaceAll(/ +/g, ' ')
    .trim();
}

describe('expanded Markdown', () => {
  const files: Files = {
    'para.md': 'para\n',
    'two.md': '---\na: b\n---\n\none\n\ntwo\n',
    'list.md': '- i\n- j\n',
    'steps.md': '1. a\n\n   b\n2. c\n',
    'quote.md': '> [!TIP]\n> q\n',
    'heading.md': '# H\n\nunder\n',
    'code.md': '```\ncode\n\nmore\n```\n',
    'table.md': '|x|y|\n|-|-|\n|1|2|\n',
    'html.md': '<div>\n<b>x</b>\n</div>\n',
    'nested.md': 'before\n[!include[x](list.md)]\nafter',
    'inline.md': 'see [!include[x](para.md)] end',
  };

  it('renders to what the includes render to', () => {
    const marks = fc.constantFrom('', '', '', '- ', '> ', '1. ', '- > ', '> - ');
    const inline = (name: string): string[] => [`[!include-[x](${name})] text`, `text [!include-[x](${name})]`];
    const content = fc.oneof(
      fc.constantFrom(...Object.keys(files).map((name) => `[!include[x](${name})]`)),
      fc.constantFrom(...['para.md', 'inline.md', 'heading.md', 'list.md', 'quote.md', 'steps.md'].flatMap(inline)),
      fc.constantFrom('text', '', '# heading', '```\ncode\n```', '***'),
    );
    const line = fc.tuple(marks, content).map((parts) => parts.join(''));
    const article = fc
      .array(line, { maxLength: 6 })
      .map((lines) => lines.join('\n'))
      // An empty quote and an include that begins with one become one quote.
      .filter((text) => !/> *$/m.test(text));
    fc.assert(
      fc.property(article, (text) => {
        const markdown = expandedText(expand(text, files));
        const html = renderArticle('article.md', text, closureOf(files));
        assert.equal(structureOf(renderArticle('article.md', markdown, closureOf({}))), structureOf(html), markdown);
      }),
      { seed: 20261125, numRuns: 1500 },
    );
  });

  const cases: readonly (readonly [name: string, text: string, content: string, expected: string])[] = [
    ['keeps paragraphs apart', 'a\n[!include[x](x.md)]\nb', 'x\n', 'a\n\nx\n\nb'],
    ['adds no blank line where one is', 'a\n\n[!include[x](x.md)]\n\nb', 'x\n', 'a\n\nx\n\nb'],
    ['keeps two includes apart', '[!include[x](x.md)]\n[!include[x](x.md)]', 'x\n', 'x\n\nx'],
    ['keeps paragraphs of a quote apart', '> a\n> [!include[x](x.md)]\n> b', 'x\n\ny', '> a\n> \n> x\n>\n> y\n>\n> b'],
    ['keeps a quote from one that follows', '[!include[x](x.md)]\n> b', '> x', '> x\n\n> b'],
    ['keeps a list tight', '- [!include[x](x.md)]\n- b', 'x', '- x\n- b'],
    ['keeps a list item from HTML', '- [!include[x](x.md)]\n- b', '<p>\nx', '- <p>\n  x\n\n- b'],
    ['ends a list before text', '[!include[x](x.md)]\nb', '- x', '- x\n\nb'],
    ['writes the line breaks of the article', 'a\r\n[!include[x](x.md)]\r\nb', 'x\ny', 'a\r\n\r\nx\r\ny\r\n\r\nb'],
    ['leaves nothing of blank content', 'a\n[!include[x](x.md)]\nb', ' \n\n', 'a\n\nb'],
    [
      'escapes what would begin a block',
      '[!include-[x](x.md)]\n\n- [!include-[x](x.md)]',
      '## x',
      '\\## x\n\n- \\## x',
    ],
    ['escapes the mark of a list', '[!include-[x](x.md)]', '1. x\n2. y', '1\\. x 2. y'],
    ['escapes nothing inside a line', 'a [!include[x](x.md)]', '- x', 'a - x'],
  ];
  for (const [name, text, content, expected] of cases) {
    it(name, () => {
      assert.equal(expandedText(expand(text, { 'x.md': content })), expected);
    });
  }

  it('can be traced to its files, line by line', () => {
    const { pieces } = expand('a\n[!include[x](x.md)]\nb', { 'x.md': '---\nt: u\n---\n\nx\ny\n' });
    assert.deepEqual(pieces, [
      { text: 'a\n', path: 'article.md', line: 0 },
      { text: '\n', path: 'article.md', line: 1 },
      { text: 'x\ny', path: 'x.md', line: 4 },
      { text: '\n', path: 'article.md', line: 1 },
      { text: '\nb', path: 'article.md', line: 1 },
    ]);
  });
});

describe('expanding any files that include each other', () => {
  const names = ['a.md', 'b.md', 'c.md', 'd.md', 'e.md'];
  const directive = fc.constantFrom(...names, 'gone.md').map((name) => `[!include [x](${name})]`);
  const line = fc.oneof(
    directive,
    directive.map((one) => `> - ${one}`),
    fc.tuple(directive, directive).map(([one, other]) => `text ${one} and ${other}`),
    fc.constantFrom('text', '# heading', '| a |\n|---|\n', '```', '', '<div>', '[r]: r.md'),
  );
  const file = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
  const graph = fc
    .tuple(...names.map(() => file))
    .map((texts) => Object.fromEntries(texts.map((text, index) => [names[index] ?? '', text])));
  /** What the budget allows, with room for tags. */
  const most = 10_000_000;

  it('ends, within bounds', () => {
    fc.assert(
      fc.property(graph, (files) => {
        const article = files['a.md'] ?? '';
        const expansion = expandIncludes('a.md', article, closureOf(files));
        assert.ok(expandedText(expansion).length < most);
        assert.ok(renderArticle('a.md', article, closureOf(files)).length < most);
        for (const { path } of expansion.pieces) assert.ok(path in files);
      }),
      { seed: 20261125, numRuns: 100, interruptAfterTimeLimit: 10_000, markInterruptAsFailure: false },
    );
  });

  it('ends for files that double with each level', () => {
    const levels = Array.from({ length: 26 }, (_, level): [string, string] => [
      `${level}.md`,
      `text\n\n[!include [x](${level + 1}.md)]\n\n[!include [x](${level + 1}.md)]\n`,
    ]);
    const files = { ...Object.fromEntries(levels), '26.md': 'end' };
    const expansion = expand('[!include [x](0.md)]', files);
    assert.ok(expansion.problems.some(({ message }) => message.includes('more includes than can be shown')));
    assert.ok(expandedText(expansion).length < most);
    assert.ok(renderArticle('article.md', '[!include [x](0.md)]', closureOf(files)).length < most);
  });

  it('ends for a long file that is included many times', () => {
    const files = { 'x.md': 'words and words\n\n'.repeat(4000) };
    const text = `${'> '.repeat(50)}[!include [x](x.md)]\n\n`.repeat(300);
    const expansion = expand(text, files);
    assert.ok(expansion.problems.some(({ message }) => message.includes('too long to be shown')));
    assert.ok(expandedText(expansion).length < most);
    assert.ok(renderArticle('article.md', text, closureOf(files)).length < most);
  });

  it('cuts a chain that is deeper than anyone writes', () => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, level): [string, string] => [`${level}.md`, `[!include [x](${level + 1}.md)]`]),
    );
    const { problems } = expand('[!include [x](0.md)]', files);
    assert.deepEqual(
      problems.map(({ path, message }) => [path, message]),
      [['29.md', 'These includes nest more than 30 deep: 27.md → 28.md → 29.md → 30.md.']],
    );
  });
});

describe('expanding hostile text', () => {
  const token = '[!include [a](a.md)]';
  const texts: Readonly<Record<string, string>> = {
    openings: '[!include [',
    'openings with paths': '[!include [](a',
    'openings with titles': '[!include[a](b "',
    'openings on lines': '[!include [\n',
    brackets: '[',
    images: '![',
    backticks: '` ',
    quotes: '> ',
    lists: '- ',
    links: '[a](',
    'link ends': '](',
    comments: '<!--',
    tags: '<a b="',
    'closed specials': '<?',
    includes: token,
    'includes on lines': `${token}\n`,
    'includes in lists': `- ${token}\n`,
    'includes in brackets': `[${token}`,
    cells: `| ${token} `,
    definitions: '[a]: b\n',
  };
  const files: Files = { 'a.md': 'text\n' };
  const faces: Readonly<Record<string, (text: string) => unknown>> = {
    Markdown: (text) => expand(text, files),
    HTML: (text) => renderArticle('article.md', text, closureOf(files)),
  };
  const timeOf = (action: () => unknown): number => {
    const start = performance.now();
    action();
    return performance.now() - start;
  };
  for (const [face, render] of Object.entries(faces)) {
    for (const [name, piece] of Object.entries(texts)) {
      it(`takes no longer than its length for ${name} as ${face}`, () => {
        const [short, long] = [50_000, 200_000].map((length) => piece.repeat(length / piece.length));
        render(short ?? '');
        const once = timeOf(() => render(short ?? ''));
        const fourfold = timeOf(() => render(long ?? ''));
        // A quadratic one takes sixteen times as long; a busy machine may lose half a second.
        assert.ok(fourfold < 10 * once + 500, `${once.toFixed()} ms, then ${fourfold.toFixed()} ms`);
      });
    }
  }
});
