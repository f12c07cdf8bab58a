import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { scanCodePaths } from '../../../../src/core/directives/code';
import { learnParser, parsers, renderLearn } from '../../../support/learnMarkdown';

type Node = DefaultTreeAdapterMap['node'];

/** What the plugins and markdown-it make; raw HTML is off. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  a: ['class', 'href', 'title'],
  blockquote: [],
  br: [],
  code: ['class'],
  details: ['class', 'open'],
  div: ['class', 'data-include-file', 'role'],
  em: [],
  h1: [],
  h2: [],
  hr: [],
  img: ['alt', 'role', 'src', 'title'],
  li: [],
  mark: ['class'],
  ol: ['start'],
  p: ['class'],
  pre: [],
  section: ['class', 'data-condition', 'data-tab'],
  span: ['class', 'data-uid', 'title'],
  strong: [],
  summary: ['class'],
  table: [],
  tbody: [],
  td: [],
  th: [],
  thead: [],
  tr: [],
  ul: [],
};

/** What no element of a page may hold: text of the article never becomes markup. */
const evil = [
  '<script>x</script>',
  '"><img onerror=x>',
  "' onload='x",
  '</details></div>',
  '&quot;',
  '`',
  '<!--',
  ']]>',
];

const pieces = [
  ...[
    '> ',
    '>',
    '- ',
    '1. ',
    '    ',
    '\n',
    '\n\n',
    '\n> ',
    '\n  ',
    '\t',
    ' ',
    'a',
    '|',
    '\n|-|\n',
    '```\n',
    '---\n',
    '\\',
  ],
  ...[
    '[!NOTE]',
    '[!tip] ',
    '[!div class="',
    '[!div]',
    '[!VIDEO https://a.b/',
    ' title="',
    '"]',
    ']',
    '[',
    '(',
    ')',
    '](b)',
  ],
  ...[
    ':::',
    '::: ',
    ':::row:::',
    ':::row-end:::',
    '::::row:::',
    ':::column span="',
    ':::column:::',
    ':::column-end:::',
  ],
  ...['::: zone pivot="a"', '::: zone-end', '::: moniker range="', '::: moniker-end', '"', '":::', '='],
  ...[
    ':::image source="',
    '" alt-text="',
    '" lightbox="',
    ' type="complex"',
    ' type="icon"',
    ':::image-end:::',
    ' border="',
  ],
  ...[':::video source="', ':::video-end:::', ':::no-loc text="', '<xref:', '@', '@a.b', '@"', '>'],
  ...['# [', '](#tab/a)', '](#tab/b/a)', '](#tab/', '[!code-cs[', '](a.cs', '?name=a&highlight=1', '#L1-L2', ')]'],
  ...[
    ':::code source="a.cs"',
    ' id="a"',
    ' range="1-',
    '[!include [x](x.md)]',
    'javascript:',
    'https://a.b',
    '*',
    '_',
    '<b>',
  ],
];

const files = {
  'guide/x.md': '> [!NOTE]\n> # [A](#tab/a)\n\n:::row:::\n:::image source="<b>.png" alt-text="\'<i>":::\n',
  'guide/a.cs': '// <a>\n"<script>\'&\n// </a>\nb\n',
};

describe('markdown of Learn, whatever is written', () => {
  const text = fc
    .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, fc.constantFrom(...evil), fc.string()), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''));

  for (const [name, parser] of Object.entries(parsers))
    it(`is shown by what is allowed alone, and the same again, in ${name}`, () => {
      for (const markers of [false, true]) {
        const md = learnParser({ files, markers, parser }).set({ html: false });
        fc.assert(
          fc.property(text, (written) => {
            const html = md.render(written, {});
            assertAllowed(parseFragment(html));
            assert.equal(md.render(written, {}), html);
          }),
          { seed: 20261126, numRuns: 1500 },
        );
      }
    });

  it('nests as its tokens do', () => {
    fc.assert(
      fc.property(text, (written) => {
        const md = learnParser({ files, lines: true });
        let level = 0;
        for (const token of md.parse(written, {})) {
          if (token.nesting === -1) level--;
          assert.equal(token.level, level, `${token.type} of ${JSON.stringify(written)}`);
          if (token.nesting === 1) level++;
        }
        assert.equal(level, 0);
      }),
      { seed: 20261126, numRuns: 1500 },
    );
  });

  it('asks for no code but what was scanned for', () => {
    fc.assert(
      fc.property(text, (written) => {
        const scanned = new Set(scanCodePaths(written));
        const asked = learnParser({})
          .parse(written, {})
          .flatMap(({ type, meta }) =>
            type === 'dynamics_docs_code' ? [(meta as { directive: { path: string } }).directive.path] : [],
          );
        assert.deepEqual(
          asked.filter((path) => !scanned.has(path)),
          [],
        );
      }),
      { seed: 20261126, numRuns: 1500 },
    );
  });

  const long = 20_000;
  for (const piece of [
    ':::row:::\n',
    ':::image a="',
    ':::image a ',
    '[!code[',
    '> [!NOTE]\n',
    '> ',
    '@a.',
    '<xref:',
    ':::no-loc text="',
    '# [a](#tab/a)\n\n',
    '::: zone pivot="a"\n',
    '[!code[a](b"',
    '::: moniker range="a"\n',
  ])
    it(`takes no longer than a long line must: ${JSON.stringify(piece)}`, function () {
      this.timeout(5_000);
      const html = learnParser({ files, markers: true }).render(piece.repeat(long), {});
      assert.ok(html.length > 0);
    });
});

describe('code from files', () => {
  it('is no more than can be shown', () => {
    const big = { 'guide/a.cs': `${'x'.repeat(99)}\n`.repeat(10_000) };
    const html = renderLearn('[!code[a](a.cs)]\n\n'.repeat(100), { files: big, markers: true });
    assert.ok(html.length < 6_000_000);
    assert.match(html, /too long to be shown/);
    const overAndOver = renderLearn(`:::code source="a.cs" range="${'1-,'.repeat(150)}1":::`, { files: big });
    assert.ok(overAndOver.length < 3_000_000);
  });
});

function assertAllowed(node: Node): void {
  if ('tagName' in node) {
    const attributes = allowed[node.tagName];
    assert.ok(attributes !== undefined, `<${node.tagName}>`);
    for (const { name, value } of node.attrs) {
      assert.ok(attributes.includes(name), `<${node.tagName} ${name}>`);
      if (name === 'href' || name === 'src') assert.doesNotMatch(value, /^\s*(?:javascript|vbscript|data|file):/i);
    }
  }
  assert.ok(node.nodeName !== '#comment');
  if ('childNodes' in node) for (const child of node.childNodes) assertAllowed(child);
}
