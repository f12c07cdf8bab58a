import { describeSyntax } from '../../../support/learnMarkdown';

describeSyntax('blocks with classes', [
  [
    'takes the classes',
    '> [!div class="checklist"]\n' +
      '> - a\n' +
      '> - b\n' +
      '\n' +
      '> [!div class="nextstepaction other"]\n' +
      '> [Next](b.md)',
    '<div class="checklist">\n' +
      '<ul>\n' +
      '<li>a</li>\n' +
      '<li>b</li>\n' +
      '</ul>\n' +
      '</div>\n' +
      '<div class="nextstepaction other">\n' +
      '<p><a href="b.md">Next</a></p>\n' +
      '</div>\n',
  ],
  [
    'takes attributes in backquotes',
    '> [!div `class="mx-imgBorder"`]\n' + '> ![a](b.png)',
    '<div class="mx-imgBorder">\n' + '<p><img src="b.png" alt="a"></p>\n' + '</div>\n',
  ],
  [
    'takes no other attribute',
    '> [!DIV class="a" onclick="b" style="c"]\n' + '> d\n' + '\n' + '> [!div]\n' + '> e',
    '<div class="a">\n' + '<p>d</p>\n' + '</div>\n' + '<div>\n' + '<p>e</p>\n' + '</div>\n',
  ],
  [
    'escapes the class',
    '> [!div class="a<b>&\'"]\n' + '> c',
    '<div class="a&lt;b&gt;&amp;\'">\n' + '<p>c</p>\n' + '</div>\n',
  ],
  [
    'is a quote where text follows',
    '> [!div class="a"] b',
    '<blockquote>\n' + '<p>[!div class=&quot;a&quot;] b</p>\n' + '</blockquote>\n',
  ],
]);
