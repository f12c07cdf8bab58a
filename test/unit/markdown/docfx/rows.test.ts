import { describeSyntax } from '../../../support/learnMarkdown';

describeSyntax('rows', [
  [
    'has columns, however they are indented',
    ':::row:::\n' +
      '    :::column:::\n' +
      '        #### A\n' +
      '        - b\n' +
      '          - c\n' +
      '    :::column-end:::\n' +
      '    :::column span="2":::\n' +
      '        d\n' +
      '    :::column-end:::\n' +
      ':::row-end:::\n' +
      '\n' +
      'e',
    '<div class="dynamics-docs-row">\n' +
      '<div class="dynamics-docs-column">\n' +
      '<h4>A</h4>\n' +
      '<ul>\n' +
      '<li>b\n' +
      '<ul>\n' +
      '<li>c</li>\n' +
      '</ul>\n' +
      '</li>\n' +
      '</ul>\n' +
      '</div>\n' +
      '<div class="dynamics-docs-column dynamics-docs-span-2">\n' +
      '<p>d</p>\n' +
      '</div>\n' +
      '</div>\n' +
      '<p>e</p>\n',
  ],
  [
    'takes any case, more colons and spaces',
    '::::ROW:::\n' + '::: Column span="3" :::\n' + 'a\n' + '::: column-end:::\n' + ':::: row-end:::',
    '<div class="dynamics-docs-row">\n' +
      '<div class="dynamics-docs-column dynamics-docs-span-3">\n' +
      '<p>a</p>\n' +
      '</div>\n' +
      '</div>\n',
  ],
  [
    'limits what a column spans',
    ':::row:::\n' +
      ':::column span="99":::\n' +
      'a\n' +
      ':::column-end:::\n' +
      ':::column span="x\\"><b":::\n' +
      'b\n' +
      ':::column-end:::\n' +
      ':::row-end:::',
    '<div class="dynamics-docs-row">\n' +
      '<div class="dynamics-docs-column dynamics-docs-span-12">\n' +
      '<p>a</p>\n' +
      '</div>\n' +
      '<p>:::column span=&quot;x&quot;&gt;&lt;b&quot;:::\n' +
      'b\n' +
      ':::column-end:::</p>\n' +
      '</div>\n',
  ],
  [
    'goes on to the end of what it stands in',
    '- :::row:::\n' + '  a\n' + '\n' + 'b',
    '<ul>\n' +
      '<li>\n' +
      '<div class="dynamics-docs-row">\n' +
      '<p>a</p>\n' +
      '</div>\n' +
      '</li>\n' +
      '</ul>\n' +
      '<p>b</p>\n',
  ],
  [
    'interrupts a paragraph',
    'a\n' + ':::row:::\n' + 'b\n' + ':::row-end:::\n' + 'c',
    '<p>a</p>\n' + '<div class="dynamics-docs-row">\n' + '<p>b</p>\n' + '</div>\n' + '<p>c</p>\n',
  ],
  [
    'is text otherwise',
    ':::row\n' + '\n' + ':::row-end:::\n' + '\n' + ':::column span=2:::\n' + '\n' + '::row:::',
    '<p>:::row</p>\n' + '<p>:::row-end:::</p>\n' + '<p>:::column span=2:::</p>\n' + '<p>::row:::</p>\n',
  ],
  [
    'keeps the lines that the preview scrolls by',
    ':::row:::\n' + ':::column:::\n' + 'a\n' + ':::column-end:::\n' + ':::row-end:::',
    '<div class="dynamics-docs-row code-line" data-line="0">\n' +
      '<div class="dynamics-docs-column code-line" data-line="1">\n' +
      '<p data-line="2" class="code-line">a</p>\n' +
      '</div>\n' +
      '</div>\n',
    { lines: true },
  ],
]);
