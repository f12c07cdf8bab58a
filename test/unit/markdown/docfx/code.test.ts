import { describeSyntax, type Files } from '../../../support/learnMarkdown';

const files: Files = {
  'guide/code/a.cs':
    'class A\n' +
    '{\n' +
    '    // <snippet_run>\n' +
    '    void Run()\n' +
    '    {\n' +
    '        B();\n' +
    '    }\n' +
    '    // </snippet_run>\n' +
    '\n' +
    '\t#region Other\n' +
    '\tC();\n' +
    '\t#endregion\n' +
    '}\n',
  'guide/b.sql': '-- <all>\n' + "SELECT '<b>';\n" + '-- </all>\n',
  'includes/x.md': '[!code-csharp[x](x.cs)]',
  'includes/x.cs': 'X();\n',
};

describeSyntax('code from files', [
  [
    'shows a whole file',
    '[!code-sql[b](b.sql)]\n' + '\n' + ':::code language="sql" source="b.sql":::',
    '<pre><code class="language-sql">-- &lt;all&gt;\n' +
      "SELECT '&lt;b&gt;';\n" +
      '-- &lt;/all&gt;\n' +
      '</code></pre>\n' +
      '<pre><code class="language-sql">-- &lt;all&gt;\n' +
      "SELECT '&lt;b&gt;';\n" +
      '-- &lt;/all&gt;\n' +
      '</code></pre>\n',
    { files: { 'guide/b.sql': "-- <all>\nSELECT '<b>';\n-- </all>\n" } },
  ],
  [
    'shows lines',
    '[!code-csharp[a](code/a.cs#L4-L5)]\n' +
      '\n' +
      '[!code-csharp[a](code/a.cs?range=1-2,13)]\n' +
      '\n' +
      '[!code-csharp[a](code/a.cs?start=4&end=5 "A title")]\n' +
      '\n' +
      ':::code source="code/a.cs" range="12-":::',
    '<pre><code class="language-csharp">void Run()\n' +
      '{\n' +
      '</code></pre>\n' +
      '<pre><code class="language-csharp">class A\n' +
      '{\n' +
      '}\n' +
      '</code></pre>\n' +
      '<pre><code class="language-csharp">void Run()\n' +
      '{\n' +
      '</code></pre>\n' +
      '<pre><code class="language-cs">    #endregion\n' +
      '}\n' +
      '</code></pre>\n',
    { files },
  ],
  [
    'shows snippets of all kinds of comments',
    '[!code-csharp[a](code/a.cs#snippet_run)]\n' +
      '\n' +
      ':::code source="code/a.cs" id="Other":::\n' +
      '\n' +
      ':::code source="b.sql" id="all":::',
    '<pre><code class="language-csharp">void Run()\n' +
      '{\n' +
      '    B();\n' +
      '}\n' +
      '</code></pre>\n' +
      '<pre><code class="language-cs">C();\n' +
      '</code></pre>\n' +
      '<pre><code class="language-sql">SELECT \'&lt;b&gt;\';\n' +
      '</code></pre>\n',
    { files },
  ],
  [
    'stresses lines',
    '[!code-csharp[a](code/a.cs?name=snippet_run&highlight=1,3)]\n' +
      '\n' +
      ':::code source="b.sql" range="2" highlight="1":::',
    '<pre><code class="language-csharp"><mark class="dynamics-docs-line">void Run()\n' +
      '</mark>{\n' +
      '<mark class="dynamics-docs-line">    B();\n' +
      '</mark>}\n' +
      '</code></pre>\n' +
      '<pre><code class="language-sql"><mark class="dynamics-docs-line">SELECT \'&lt;b&gt;\';\n' +
      '</mark></code></pre>\n',
    { files },
  ],
  [
    'takes columns away',
    '[!code-csharp[a](code/a.cs?range=4,6&dedent=2)]',
    '<pre><code class="language-csharp">  void Run()\n' + '      B();\n' + '</code></pre>\n',
    { files },
  ],
  [
    'stands in lists and interrupts paragraphs',
    '- a\n' + '  [!code-sql[b](b.sql#all)]\n' + '  c',
    '<ul>\n' +
      '<li>a<pre><code class="language-sql">SELECT \'&lt;b&gt;\';\n' +
      '</code></pre>\n' +
      'c</li>\n' +
      '</ul>\n',
    { files },
  ],
  [
    'is found from the include that it stands in',
    '[!include [x](../includes/x.md)]',
    '<pre><code class="language-csharp">X();\n' + '</code></pre>\n',
    { files },
  ],
  [
    'says what is missing',
    '[!code-csharp[a](gone.cs)]\n' +
      '\n' +
      ':::code source="../../a.cs":::\n' +
      '\n' +
      '[!code-csharp[a](code/a.cs#gone)]',
    '<div class="dynamics-docs-include-problem" role="note"><code>[!code-csharp[a](gone.cs)]</code> <span class="dynamics-docs-include-reason">Invalid code snippet link: \'gone.cs\'. There is no file \'guide/gone.cs\'.</span></div>\n' +
      '<div class="dynamics-docs-include-problem" role="note"><code>:::code source=&quot;../../a.cs&quot;:::</code> <span class="dynamics-docs-include-reason">The code \'../../a.cs\' lies outside of the repository. Nothing outside of it is read.</span></div>\n' +
      '<div class="dynamics-docs-include-problem" role="note"><code>[!code-csharp[a](code/a.cs#gone)]</code> <span class="dynamics-docs-include-reason">There is no snippet \'gone\' in \'guide/code/a.cs\'.</span></div>\n',
    { files, markers: true },
  ],
  [
    'stays as written for publishing',
    '[!code-csharp[a](gone.cs)]\n' + '\n' + ':::code source="a<b>.cs":::',
    '<p>[!code-csharp[a](gone.cs)]</p>\n' + '<p>:::code source=&quot;a&lt;b&gt;.cs&quot;:::</p>\n',
    { files },
  ],
  [
    'is text otherwise',
    '[!code-csharp[a](b.cs)\n' +
      '\n' +
      '[!code-csharp(b.cs)]\n' +
      '\n' +
      ':::code range="1":::\n' +
      '\n' +
      ':::code source="b.cs" c="d":::\n' +
      '\n' +
      'a [!code[b](c.cs)]',
    '<p>[!code-csharp<a href="b.cs">a</a></p>\n' +
      '<p>[!code-csharp(b.cs)]</p>\n' +
      '<p>:::code range=&quot;1&quot;:::</p>\n' +
      '<p>:::code source=&quot;b.cs&quot; c=&quot;d&quot;:::</p>\n' +
      '<p>a [!code<a href="c.cs">b</a>]</p>\n',
    { files: {} },
  ],
  [
    'keeps the lines that the preview scrolls by',
    'a\n' + '\n' + '[!code-sql[b](b.sql#all)]\n' + '\n' + '[!code-sql[b](b.sql?highlight=1)]',
    '<p data-line="0" class="code-line">a</p>\n' +
      '<pre><code data-line="2" class="code-line language-sql">SELECT \'&lt;b&gt;\';\n' +
      '</code></pre>\n' +
      '<pre data-line="4" class="code-line"><code class="language-sql"><mark class="dynamics-docs-line">-- &lt;all&gt;\n' +
      "</mark>SELECT '&lt;b&gt;';\n" +
      '-- &lt;/all&gt;\n' +
      '</code></pre>\n',
    { files, lines: true },
  ],
]);
