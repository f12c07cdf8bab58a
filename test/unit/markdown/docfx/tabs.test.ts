import { describeSyntax } from '../../../support/learnMarkdown';

describeSyntax('tabs', [
  [
    'begin with headings that are links',
    '# [Linux](#tab/linux)\n' +
      '\n' +
      'a\n' +
      '\n' +
      '# [*Windows* or b](#tab/windows+b)\n' +
      '\n' +
      'c\n' +
      '\n' +
      '## d\n' +
      '\n' +
      '---\n' +
      '\n' +
      'e',
    '<div class="dynamics-docs-tabs">\n' +
      '<section class="dynamics-docs-tab" data-tab="linux">\n' +
      '<p class="dynamics-docs-tab-label">Linux</p>\n' +
      '<p>a</p>\n' +
      '</section>\n' +
      '<section class="dynamics-docs-tab" data-tab="windows+b">\n' +
      '<p class="dynamics-docs-tab-label"><em>Windows</em> or b</p>\n' +
      '<p>c</p>\n' +
      '<h2>d</h2>\n' +
      '</section>\n' +
      '</div>\n' +
      '<p>e</p>\n',
  ],
  [
    'may depend on others',
    '### [A](#tab/a)\n' +
      'b\n' +
      '### [C](#tab/c/a)\n' +
      'd\n' +
      '### [E](#tab/c/b)\n' +
      'f\n' +
      '***\n' +
      '### [G](#tab/g)',
    '<div class="dynamics-docs-tabs">\n' +
      '<section class="dynamics-docs-tab" data-tab="a">\n' +
      '<p class="dynamics-docs-tab-label">A</p>\n' +
      '<p>b</p>\n' +
      '</section>\n' +
      '<section class="dynamics-docs-tab" data-tab="c" data-condition="a">\n' +
      '<p class="dynamics-docs-tab-label">C</p>\n' +
      '<p>d</p>\n' +
      '</section>\n' +
      '<section class="dynamics-docs-tab" data-tab="c" data-condition="b">\n' +
      '<p class="dynamics-docs-tab-label">E</p>\n' +
      '<p>f</p>\n' +
      '</section>\n' +
      '</div>\n' +
      '<div class="dynamics-docs-tabs">\n' +
      '<section class="dynamics-docs-tab" data-tab="g">\n' +
      '<p class="dynamics-docs-tab-label">G</p>\n' +
      '</section>\n' +
      '</div>\n',
  ],
  [
    'end with what they stand in',
    '- # [A](#tab/a)\n' + '  b\n' + '- c',
    '<ul>\n' +
      '<li>\n' +
      '<div class="dynamics-docs-tabs">\n' +
      '<section class="dynamics-docs-tab" data-tab="a">\n' +
      '<p class="dynamics-docs-tab-label">A</p>\n' +
      'b</section>\n' +
      '</div>\n' +
      '</li>\n' +
      '<li>c</li>\n' +
      '</ul>\n',
  ],
  [
    'nest',
    '# [A](#tab/a)\n' + '\n' + '> # [B](#tab/b)\n' + '> c\n' + '\n' + '# [D](#tab/d)\n' + '\n' + 'e',
    '<div class="dynamics-docs-tabs">\n' +
      '<section class="dynamics-docs-tab" data-tab="a">\n' +
      '<p class="dynamics-docs-tab-label">A</p>\n' +
      '<blockquote>\n' +
      '<div class="dynamics-docs-tabs">\n' +
      '<section class="dynamics-docs-tab" data-tab="b">\n' +
      '<p class="dynamics-docs-tab-label">B</p>\n' +
      '<p>c</p>\n' +
      '</section>\n' +
      '</div>\n' +
      '</blockquote>\n' +
      '</section>\n' +
      '<section class="dynamics-docs-tab" data-tab="d">\n' +
      '<p class="dynamics-docs-tab-label">D</p>\n' +
      '<p>e</p>\n' +
      '</section>\n' +
      '</div>\n',
  ],
  [
    'are headings otherwise',
    '# A [b](#tab/b)\n' +
      '\n' +
      '# [c](#tab/c) [d](#tab/d)\n' +
      '\n' +
      '# [e](#tab/)\n' +
      '\n' +
      '# [f](#tab/f_g)\n' +
      '\n' +
      '[h](#tab/h)\n' +
      '\n' +
      '---',
    '<h1>A <a href="#tab/b">b</a></h1>\n' +
      '<h1><a href="#tab/c">c</a> <a href="#tab/d">d</a></h1>\n' +
      '<h1><a href="#tab/">e</a></h1>\n' +
      '<h1><a href="#tab/f_g">f</a></h1>\n' +
      '<p><a href="#tab/h">h</a></p>\n' +
      '<hr>\n',
  ],
  [
    'come from an include',
    '[!include [x](x.md)]\n' + '\n' + 'b',
    '<div class="dynamics-docs-tabs">\n' +
      '<section class="dynamics-docs-tab" data-tab="a">\n' +
      '<p class="dynamics-docs-tab-label">A</p>\n' +
      '<p>a</p>\n' +
      '</section>\n' +
      '</div>\n' +
      '<p>b</p>\n',
    { files: { 'guide/x.md': '# [A](#tab/a)\n\na' } },
  ],
  [
    'keep the lines that the preview scrolls by',
    '# [A](#tab/a)\n' + '\n' + 'a\n' + '\n' + '# [B](#tab/b)\n' + '\n' + 'b\n' + '\n' + '---',
    '<div class="dynamics-docs-tabs code-line" data-line="0">\n' +
      '<section class="dynamics-docs-tab code-line" data-tab="a" data-line="0">\n' +
      '<p class="dynamics-docs-tab-label code-line" data-line="0">A</p>\n' +
      '<p data-line="2" class="code-line">a</p>\n' +
      '</section>\n' +
      '<section class="dynamics-docs-tab code-line" data-tab="b" data-line="4">\n' +
      '<p class="dynamics-docs-tab-label code-line" data-line="4">B</p>\n' +
      '<p data-line="6" class="code-line">b</p>\n' +
      '</section>\n' +
      '</div>\n',
    { lines: true },
  ],
]);
