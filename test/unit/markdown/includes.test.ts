import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, it } from 'mocha';
import type { IncludeSource } from '../../../src/core/includes/follow';
import { scanIncludes } from '../../../src/core/includes/scan';
import { includePlugin } from '../../../src/markdown/includes/plugin';
import { addLines, sourceOf, type Files } from '../../support/learnMarkdown';

function render(files: Files, { markers = false, lines = false } = {}): string {
  const md = new MarkdownIt({ html: true });
  if (lines) md.use(addLines);
  includePlugin(md, { pathOf: () => 'guide/a.md', sourceOf: () => sourceOf(files), markers });
  return md.render(files['guide/a.md'] ?? '', {});
}

const name = { 'includes/name.md': 'Contoso **Projects**\n' };

describe('includes in rendered Markdown', () => {
  const cases: readonly (readonly [string, Files, string])[] = [
    [
      'expands a block with front matter dropped',
      {
        'guide/a.md': 'Before\n[!include [x](../includes/x.md)]\nAfter',
        'includes/x.md': '---\na: b\n---\n\n# Title\n',
      },
      '<p>Before</p>\n<h1>Title</h1>\n<p>After</p>\n',
    ],
    [
      'expands in lists and quotes',
      { 'guide/a.md': '- [!INCLUDE [n](../includes/name.md)]\n\n> [!INCLUDE[n](~/includes/name.md)]', ...name },
      '<ul>\n<li>\n<p>Contoso <strong>Projects</strong></p>\n</li>\n</ul>\n<blockquote>\n<p>Contoso <strong>Projects</strong></p>\n</blockquote>\n',
    ],
    [
      'expands in headings, emphasis, link text and the text of images',
      {
        'guide/a.md':
          '# Use [!include [n](../includes/name.md)]\n\n*[!include [n](../includes/name.md)]* [[!include [n](../includes/name.md)]](b.md) ![[!include [n](../includes/name.md)]](c.png)',
        ...name,
      },
      '<h1>Use Contoso <strong>Projects</strong></h1>\n<p><em>Contoso <strong>Projects</strong></em> <a href="b.md">Contoso <strong>Projects</strong></a> <img src="c.png" alt="Contoso Projects"></p>\n',
    ],
    [
      'reads inline syntax alone in the middle of a line, and joins paragraphs',
      { 'guide/a.md': 'See [!include [x](x.md)].', 'guide/x.md': '## Two\n\nparagraphs' },
      '<p>See ## Two\nparagraphs.</p>\n',
    ],
    [
      'reads blocks in a cell of its own',
      { 'guide/a.md': '|a|\n|-|\n|[!include [x](x.md)]|', 'guide/x.md': '- One' },
      '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><ul>\n<li>One</li>\n</ul>\n</td>\n</tr>\n</tbody>\n</table>\n',
    ],
    [
      'leaves code and escaped directives alone',
      { 'guide/a.md': '`[!include [x](x.md)]` \\[!include [x](x.md)]\n\n    [!include [x](x.md)]', 'guide/x.md': 'X' },
      '<p><code>[!include [x](x.md)]</code> [!include <a href="x.md">x</a>]</p>\n<pre><code>[!include [x](x.md)]\n</code></pre>\n',
    ],
    [
      'rebases links and images of nested files, from their own folder, and keeps anchors',
      {
        'guide/a.md': '[!include [x](../includes/x.md)]',
        'includes/x.md': '[!include [y](deep/y.md)]\n[x](x2.md#p) [top](#top)',
        'includes/deep/y.md': '![y](media/y.png) <img src="z.png"> [r]\n\n[r]: ../r.md',
      },
      '<p><img src="../includes/deep/media/y.png" alt="y"> <img src="../includes/deep/z.png"> <a href="../includes/r.md">r</a></p>\n<p><a href="../includes/x2.md#p">x</a> <a href="#top">top</a></p>\n',
    ],
    [
      'keeps reference definitions to their own file',
      { 'guide/a.md': '[r]\n\n[!include [x](x.md)]\n\n[s]: s.md', 'guide/x.md': '[r] [s]\n\n[r]: r.md' },
      '<p>[r]</p>\n<p><a href="r.md">r</a> [s]</p>\n',
    ],
    [
      'shows what leads nowhere or in a circle as it is written',
      { 'guide/a.md': '[!include [x](x.md)]\n\n[!include [gone](gone.md)]', 'guide/x.md': 'X\n\n[!include [a](a.md)]' },
      '<p>X</p>\n<p>[!include [a](a.md)]</p>\n<p>[!include [gone](gone.md)]</p>\n',
    ],
  ];
  for (const [what, files, html] of cases)
    it(what, () => {
      assert.equal(render(files), html);
    });

  it('marks the edges of a block with its file and keeps its lines out of the way of scrolling', () => {
    const files = { 'guide/a.md': 'A\n\n[!include [x](../includes/x.md)]\n', 'includes/x.md': '---\na: b\n---\n# X\n' };
    assert.equal(
      render(files, { markers: true, lines: true }),
      '<p data-line="0" class="code-line">A</p>\n' +
        '<div class="dynamics-docs-include code-line" data-line="2" data-include-file="includes/x.md">' +
        '<a class="dynamics-docs-include-source" href="../includes/x.md" title="includes/x.md">x.md</a>\n' +
        '<h1 data-include-line="3">X</h1>\n' +
        '<div class="dynamics-docs-include-end code-line" data-line="2"></div></div>\n',
    );
  });

  it('says in a box why an include is not there, without trusting its text', () => {
    assert.equal(
      render({ 'guide/a.md': '[!include [<b>](<gone"&.md)]' }, { markers: true }),
      '<div class="dynamics-docs-include-problem" role="note"><code>[!include [&lt;b&gt;](&lt;gone&quot;&amp;.md)]</code> ' +
        "<span class=\"dynamics-docs-include-reason\">Invalid include link: '&lt;gone&quot;&amp;.md'. There is no file 'guide/&lt;gone&quot;&amp;.md'.</span></div>\n",
    );
    const circle = { 'guide/a.md': '[!include [x](x.md)]', 'guide/x.md': 'See [!include [a](a.md)]' };
    assert.match(
      render(circle, { markers: true }),
      /<span class="dynamics-docs-include-problem" role="note">.*'guide\/a\.md' --&gt; 'guide\/x\.md' --&gt; 'guide\/a\.md'\./,
    );
  });

  it('renders the same a second time, whatever a renderer does to the tokens', () => {
    const md = new MarkdownIt();
    const files = { 'guide/a.md': '[!include [x](../includes/x.md)]', 'includes/x.md': '![x](x.png)' };
    includePlugin(md, { pathOf: () => 'guide/a.md', sourceOf: () => sourceOf(files), markers: false });
    const { image } = md.renderer.rules;
    md.renderer.rules.image = (tokens, index, options, env, self) => {
      tokens[index]?.attrSet('src', `seen:${tokens[index].attrGet('src') ?? ''}`);
      return image?.(tokens, index, options, env, self) ?? '';
    };
    const html = '<p><img src="seen:../includes/x.png" alt="x"></p>\n';
    assert.deepEqual([md.render(files['guide/a.md']), md.render(files['guide/a.md'])], [html, html]);
  });

  it('is part of one document for a renderer that adds to each', () => {
    const md = new MarkdownIt();
    const files = { 'guide/a.md': '[!include [x](x.md)]', 'guide/x.md': 'X' };
    const render = md.renderer.render.bind(md.renderer);
    md.renderer.render = (tokens, options, env: unknown) => `<once>${render(tokens, options, env)}`;
    includePlugin(md, { pathOf: () => 'guide/a.md', sourceOf: () => sourceOf(files), markers: false });
    assert.equal(md.render(files['guide/a.md']), '<once><p>X</p>\n');
  });

  it('ends for any files that include each other', () => {
    const names = ['a', 'b', 'c', 'd'];
    const line = fc.oneof(
      fc.constantFrom(...names).map((target) => `[!include [x](${target}.md)]`),
      fc.constantFrom(...names).map((target) => `- text [!include [x](${target}.md)] | text`),
      fc.constantFrom('text', '# heading', '|a|b|', '|-|-|', '```', ''),
    );
    const file = fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n'));
    const graph = fc.tuple(file, file, file, file);
    fc.assert(
      fc.property(graph, (texts) => {
        const files = Object.fromEntries(texts.map((text, index) => [`guide/${names[index] ?? ''}.md`, text]));
        assert.equal(typeof render(files, { markers: true, lines: true }), 'string');
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });

  it('finds the directives that the scanner finds', () => {
    const piece = fc.constantFrom(
      ...[
        '[!include [a](b.md)]',
        '[!INCLUDE[a](c.md)]',
        '\\',
        '`',
        '```\n',
        '> ',
        '- ',
        '1. ',
        '# ',
        '|',
        '|-|\n',
        '\n',
      ],
      ...['\n\n', '    ', 'text ', '*', '<!-- ', ' -->', '[', '](d.md)', '+', '\\['],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const found: string[] = [];
        const md = new MarkdownIt({ html: true });
        const resolve: IncludeSource['resolve'] = (_from, written) => {
          found.push(written);
          return { status: 'not-found', target: undefined };
        };
        includePlugin(md, {
          pathOf: () => 'a.md',
          sourceOf: () => ({ resolve, text: () => undefined }),
          markers: true,
        });
        md.render(text);
        assert.deepEqual(
          found,
          scanIncludes(text, 0).directives.map(({ path }) => path),
        );
      }),
      { seed: 20261124, numRuns: 2000 },
    );
  });
});
