import { describeSyntax } from '../../../support/learnMarkdown';

describeSyntax('videos', [
  [
    'shows a link, and keeps what is quoted below it',
    '> [!VIDEO https://example.com/embed?a=1&b=2]\n' + '> a',
    '<p><a href="https://example.com/embed?a=1&amp;b=2" class="dynamics-docs-video">https://example.com/embed?a=1&amp;b=2</a></p>\n' +
      '<blockquote>\n' +
      '<p>a</p>\n' +
      '</blockquote>\n',
  ],
  [
    'takes a title',
    '> [!video https://example.com/embed title="How to"]',
    '<p><a href="https://example.com/embed" class="dynamics-docs-video">How to</a></p>\n',
  ],
  [
    'knows the videos of Learn by their number',
    '> [!VIDEO 01234567-89ab-cdef-0123-456789abcdef]',
    '<p><a href="https://learn-video.azurefd.net/vod/player?id=01234567-89ab-cdef-0123-456789abcdef" class="dynamics-docs-video">https://learn-video.azurefd.net/vod/player?id=01234567-89ab-cdef-0123-456789abcdef</a></p>\n',
  ],
  [
    'is a quote for anything else',
    '> [!VIDEO a.mp4]\n' + '\n' + '> [!VIDEO javascript:alert(1)]',
    '<blockquote>\n' +
      '<p>[!VIDEO a.mp4]</p>\n' +
      '</blockquote>\n' +
      '<blockquote>\n' +
      '<p>[!VIDEO javascript:alert(1)]</p>\n' +
      '</blockquote>\n',
  ],
  [
    'reads the other form, in a line and in a paragraph',
    ':::video source="https://example.com/a" title="A <b>":::\n' +
      '\n' +
      'See :::video source="https://example.com/b" max-width="400":::.',
    '<p><a href="https://example.com/a" class="dynamics-docs-video">A &lt;b&gt;</a></p>\n' +
      '<p>See <a href="https://example.com/b" class="dynamics-docs-video">https://example.com/b</a>.</p>\n',
  ],
  [
    'shows the description of a complex one',
    ':::video type="complex" source="https://example.com/a" title="A":::\n' + '- b\n' + ':::video-end:::\n' + 'c',
    '<p><a href="https://example.com/a" class="dynamics-docs-video">A</a></p>\n' +
      '<div class="dynamics-docs-description">\n' +
      '<ul>\n' +
      '<li>b</li>\n' +
      '</ul>\n' +
      '</div>\n' +
      '<p>c</p>\n',
  ],
  [
    'is text with other attributes, without source, and with one that is not safe',
    ':::video source="https://example.com/a" b="c":::\n' +
      '\n' +
      ':::video title="a":::\n' +
      '\n' +
      ':::video source="javascript:alert(1)":::',
    '<p>:::video source=&quot;https://example.com/a&quot; b=&quot;c&quot;:::</p>\n' +
      '<p>:::video title=&quot;a&quot;:::</p>\n' +
      '<p>:::video source=&quot;javascript:alert(1)&quot;:::</p>\n',
  ],
]);
