import { describeSyntax } from '../../../support/learnMarkdown';

describeSyntax('images', [
  [
    'shows a border and the text',
    ':::image type="content" source="media/a b.png" alt-text="A <b> &amp; c":::',
    '<p><span class="mx-imgBorder"><img src="media/a%20b.png" alt="A &lt;b&gt; &amp;amp; c"></span></p>\n',
  ],
  [
    'stands in text, lists and tables',
    'a :::image source="a.png" alt-text="b" border="false"::: c\n' +
      '\n' +
      '- :::image source="a.png" alt-text="b":::\n' +
      '\n' +
      '|a|\n' +
      '|-|\n' +
      '| :::image source="a.png" alt-text="b"::: |',
    '<p>a <img src="a.png" alt="b"> c</p>\n' +
      '<ul>\n' +
      '<li><span class="mx-imgBorder"><img src="a.png" alt="b"></span></li>\n' +
      '</ul>\n' +
      '<table>\n' +
      '<thead>\n' +
      '<tr>\n' +
      '<th>a</th>\n' +
      '</tr>\n' +
      '</thead>\n' +
      '<tbody>\n' +
      '<tr>\n' +
      '<td><span class="mx-imgBorder"><img src="a.png" alt="b"></span></td>\n' +
      '</tr>\n' +
      '</tbody>\n' +
      '</table>\n',
  ],
  [
    'needs no text as an icon',
    ':::image type="icon" source="a.svg":::\n' +
      '\n' +
      ':::image type="icon" source="a.svg" alt-text="b" border="true":::',
    '<p><img src="a.svg" alt="" role="presentation"></p>\n' +
      '<p><span class="mx-imgBorder"><img src="a.svg" alt="" role="presentation"></span></p>\n',
  ],
  [
    'leads to a larger picture or another page',
    ':::image source="a.png" alt-text="b" lightbox="c.png":::\n' +
      '\n' +
      ':::image source="a.png" alt-text="b" lightbox="c.png" link="d.md":::',
    '<p><span class="mx-imgBorder"><a href="c.png" class="dynamics-docs-lightbox"><img src="a.png" alt="b"></a></span></p>\n' +
      '<p><span class="mx-imgBorder"><a href="d.md"><img src="a.png" alt="b"></a></span></p>\n',
  ],
  [
    'leads nowhere in a link',
    '[:::image source="a.png" alt-text="b" lightbox="c.png":::](d.md)',
    '<p><a href="d.md"><span class="mx-imgBorder"><img src="a.png" alt="b"></span></a></p>\n',
  ],
  [
    'ignores the scope of translation',
    ':::image source="a.png" alt-text="b" loc-scope="other" border="false":::',
    '<p><img src="a.png" alt="b"></p>\n',
  ],
  [
    'shows the description of a complex one',
    ':::image type="complex" source="a.png" alt-text="b":::\n' +
      '   Long **description**.\n' +
      '\n' +
      '   - c\n' +
      ':::image-end:::\n' +
      '\n' +
      'd',
    '<p><span class="mx-imgBorder"><img src="a.png" alt="b"></span></p>\n' +
      '<details class="dynamics-docs-description">\n' +
      '<summary class="dynamics-docs-badge">Long description</summary>\n' +
      '<p>Long <strong>description</strong>.</p>\n' +
      '<ul>\n' +
      '<li>c</li>\n' +
      '</ul>\n' +
      '</details>\n' +
      '<p>d</p>\n',
  ],
  ['does without its end', ':::image source="a.png" alt-text="b" border="false"', '<p><img src="a.png" alt="b"></p>\n'],
  [
    'is text where the build takes none',
    ':::image source="a.png":::\n' +
      '\n' +
      ':::image alt-text="b":::\n' +
      '\n' +
      ':::image source="a.png" alt-text="b" width="c":::\n' +
      '\n' +
      ':::image source=a.png alt-text="b":::\n' +
      '\n' +
      ':::image source="a.png" source="b.png" alt-text="b":::\n' +
      '\n' +
      '::: image source="a.png" alt-text="b":::',
    '<p>:::image source=&quot;a.png&quot;:::</p>\n' +
      '<p>:::image alt-text=&quot;b&quot;:::</p>\n' +
      '<p>:::image source=&quot;a.png&quot; alt-text=&quot;b&quot; width=&quot;c&quot;:::</p>\n' +
      '<p>:::image source=a.png alt-text=&quot;b&quot;:::</p>\n' +
      '<p>:::image source=&quot;a.png&quot; source=&quot;b.png&quot; alt-text=&quot;b&quot;:::</p>\n' +
      '<p>::: image source=&quot;a.png&quot; alt-text=&quot;b&quot;:::</p>\n',
  ],
  [
    'is text with an address that is not safe',
    ':::image source="javascript:alert(1)" alt-text="b":::\n' +
      '\n' +
      ':::image source="a.png" alt-text="b" link="javascript:alert(1)":::',
    '<p>:::image source=&quot;javascript:alert(1)&quot; alt-text=&quot;b&quot;:::</p>\n' +
      '<p>:::image source=&quot;a.png&quot; alt-text=&quot;b&quot; link=&quot;javascript:alert(1)&quot;:::</p>\n',
  ],
  [
    'is code in code',
    '`:::image source="a.png" alt-text="b":::`',
    '<p><code>:::image source=&quot;a.png&quot; alt-text=&quot;b&quot;:::</code></p>\n',
  ],
  [
    'keeps the lines that the preview scrolls by',
    ':::image type="complex" source="a.png" alt-text="b":::\n' + 'c\n' + ':::image-end:::',
    '<p data-line="0" class="code-line"><span class="mx-imgBorder"><img src="a.png" alt="b"></span></p>\n' +
      '<details class="dynamics-docs-description code-line" data-line="0">\n' +
      '<summary class="dynamics-docs-badge code-line" data-line="0">Long description</summary>\n' +
      '<p data-line="1" class="code-line">c</p>\n' +
      '</details>\n',
    { lines: true },
  ],
  [
    'finds its files from the include that it stands in',
    '[!include [x](../includes/x.md)]',
    '<p><span class="mx-imgBorder"><a href="../includes/media/c.png" class="dynamics-docs-lightbox"><img src="../includes/media/a.png" alt="b"></a></span></p>\n',
    { files: { 'includes/x.md': ':::image source="media/a.png" alt-text="b" lightbox="media/c.png":::' } },
  ],
]);
