import { describeSyntax } from '../../../support/learnMarkdown';

describeSyntax('alerts', [
  [
    'knows five kinds in any case',
    '> [!NOTE]\n' +
      '> A **b**\n' +
      '\n' +
      '> [!Tip]\n' +
      '> c\n' +
      '\n' +
      '> [!important]\n' +
      '> d\n' +
      '\n' +
      '> [!WARNING]\n' +
      '> e\n' +
      '\n' +
      '> [!CAUTION]\n' +
      '> f',
    '<div class="dynamics-docs-alert dynamics-docs-alert-note">\n' +
      '<p class="dynamics-docs-alert-title">Note</p>\n' +
      '<p>A <strong>b</strong></p>\n' +
      '</div>\n' +
      '<div class="dynamics-docs-alert dynamics-docs-alert-tip">\n' +
      '<p class="dynamics-docs-alert-title">Tip</p>\n' +
      '<p>c</p>\n' +
      '</div>\n' +
      '<div class="dynamics-docs-alert dynamics-docs-alert-important">\n' +
      '<p class="dynamics-docs-alert-title">Important</p>\n' +
      '<p>d</p>\n' +
      '</div>\n' +
      '<div class="dynamics-docs-alert dynamics-docs-alert-warning">\n' +
      '<p class="dynamics-docs-alert-title">Warning</p>\n' +
      '<p>e</p>\n' +
      '</div>\n' +
      '<div class="dynamics-docs-alert dynamics-docs-alert-caution">\n' +
      '<p class="dynamics-docs-alert-title">Caution</p>\n' +
      '<p>f</p>\n' +
      '</div>\n',
  ],
  [
    'needs no space behind the mark of the quote',
    '>[!NOTE]\n' + '>a',
    '<div class="dynamics-docs-alert dynamics-docs-alert-note">\n' +
      '<p class="dynamics-docs-alert-title">Note</p>\n' +
      '<p>a</p>\n' +
      '</div>\n',
  ],
  [
    'stands in lists',
    '1. a\n' + '   > [!NOTE]\n' + '   > b\n' + '   >\n' + '   > c\n' + '2. d',
    '<ol>\n' +
      '<li>a\n' +
      '<div class="dynamics-docs-alert dynamics-docs-alert-note">\n' +
      '<p class="dynamics-docs-alert-title">Note</p>\n' +
      '<p>b</p>\n' +
      '<p>c</p>\n' +
      '</div>\n' +
      '</li>\n' +
      '<li>d</li>\n' +
      '</ol>\n',
  ],
  [
    'holds blocks that cannot interrupt a paragraph',
    '> [!NOTE]\n' + '> 2. a\n' + '> 3. b',
    '<div class="dynamics-docs-alert dynamics-docs-alert-note">\n' +
      '<p class="dynamics-docs-alert-title">Note</p>\n' +
      '<ol start="2">\n' +
      '<li>a</li>\n' +
      '<li>b</li>\n' +
      '</ol>\n' +
      '</div>\n',
  ],
  [
    'takes text on the line of the mark',
    '> [!NOTE] a\n' + '> b',
    '<div class="dynamics-docs-alert dynamics-docs-alert-note">\n' +
      '<p class="dynamics-docs-alert-title">Note</p>\n' +
      '<p>a\n' +
      'b</p>\n' +
      '</div>\n',
  ],
  [
    'tells a writer that the build does not',
    '> [!NOTE] a\n' + '> b',
    '<div class="dynamics-docs-alert dynamics-docs-alert-note">\n' +
      '<p class="dynamics-docs-alert-title">Note</p>\n' +
      '<p class="dynamics-docs-include-problem">The build shows a quote here: begin the text on a line below the mark.</p>\n' +
      '<p>a\n' +
      'b</p>\n' +
      '</div>\n',
    { markers: true },
  ],
  [
    'ends a quote and another alert before it',
    '> a\n' + '> [!TIP]\n' + '> b\n' + '> [!CAUTION]\n' + '> c',
    '<blockquote>\n' +
      '<p>a</p>\n' +
      '</blockquote>\n' +
      '<div class="dynamics-docs-alert dynamics-docs-alert-tip">\n' +
      '<p class="dynamics-docs-alert-title">Tip</p>\n' +
      '<p>b</p>\n' +
      '</div>\n' +
      '<div class="dynamics-docs-alert dynamics-docs-alert-caution">\n' +
      '<p class="dynamics-docs-alert-title">Caution</p>\n' +
      '<p>c</p>\n' +
      '</div>\n',
  ],
  [
    'ends a list before it',
    '> - a\n' + '> [!TIP]\n' + '> b',
    '<blockquote>\n' +
      '<ul>\n' +
      '<li>a</li>\n' +
      '</ul>\n' +
      '</blockquote>\n' +
      '<div class="dynamics-docs-alert dynamics-docs-alert-tip">\n' +
      '<p class="dynamics-docs-alert-title">Tip</p>\n' +
      '<p>b</p>\n' +
      '</div>\n',
  ],
  [
    'ends a quote in a quote before it',
    '> > a\n' + '> [!TIP]\n' + '> b',
    '<blockquote>\n' +
      '<blockquote>\n' +
      '<p>a</p>\n' +
      '</blockquote>\n' +
      '</blockquote>\n' +
      '<div class="dynamics-docs-alert dynamics-docs-alert-tip">\n' +
      '<p class="dynamics-docs-alert-title">Tip</p>\n' +
      '<p>b</p>\n' +
      '</div>\n',
  ],
  [
    'stands in a quote',
    '> a\n' + '> > [!NOTE]\n' + '> > b\n' + '>\n' + '> c',
    '<blockquote>\n' +
      '<p>a</p>\n' +
      '<div class="dynamics-docs-alert dynamics-docs-alert-note">\n' +
      '<p class="dynamics-docs-alert-title">Note</p>\n' +
      '<p>b</p>\n' +
      '</div>\n' +
      '<p>c</p>\n' +
      '</blockquote>\n',
  ],
  [
    'may be empty, and does not go on without the mark of the quote',
    '> [!NOTE]\n' + 'a',
    '<div class="dynamics-docs-alert dynamics-docs-alert-note">\n' +
      '<p class="dynamics-docs-alert-title">Note</p>\n' +
      '</div>\n' +
      '<p>a</p>\n',
  ],
  [
    'is none with two spaces, another name or no mark of a quote',
    '>  [!NOTE]\n' + '> a\n' + '\n' + '> [!HINT]\n' + '> b\n' + '\n' + '[!NOTE]\n' + 'c',
    '<blockquote>\n' +
      '<p>[!NOTE]\n' +
      'a</p>\n' +
      '</blockquote>\n' +
      '<blockquote>\n' +
      '<p>[!HINT]\n' +
      'b</p>\n' +
      '</blockquote>\n' +
      '<p>[!NOTE]\n' +
      'c</p>\n',
  ],
  [
    'is none in code',
    '```\n' + '> [!NOTE]\n' + '```\n' + '\n' + '    > [!NOTE]',
    '<pre><code>&gt; [!NOTE]\n' + '</code></pre>\n' + '<pre><code>&gt; [!NOTE]\n' + '</code></pre>\n',
  ],
  [
    'leaves other quotes alone',
    '> a\n' + '\n' + '>',
    '<blockquote>\n' + '<p>a</p>\n' + '</blockquote>\n' + '<blockquote></blockquote>\n',
  ],
  [
    'keeps the lines that the preview scrolls by',
    'a\n' + '\n' + '> [!NOTE]\n' + '> b\n' + '\n' + 'c',
    '<p data-line="0" class="code-line">a</p>\n' +
      '<div class="dynamics-docs-alert dynamics-docs-alert-note code-line" data-line="2">\n' +
      '<p class="dynamics-docs-alert-title">Note</p>\n' +
      '<p data-line="3" class="code-line">b</p>\n' +
      '</div>\n' +
      '<p data-line="5" class="code-line">c</p>\n',
    { lines: true },
  ],
]);
