import { describeSyntax } from '../../../support/learnMarkdown';

describeSyntax('text that is not translated', [
  ['shows the text alone', 'a :::no-loc text="B *c* \\"d\\" <e>"::: f', '<p>a B *c* &quot;d&quot; &lt;e&gt; f</p>\n'],
  [
    'is text otherwise',
    ':::no-loc text="a\n' +
      '\n' +
      ':::no-loc text="a"\n' +
      '\n' +
      ':::no-loc text=a:::\n' +
      '\n' +
      ':::No-loc text="a":::',
    '<p>:::no-loc text=&quot;a</p>\n' +
      '<p>:::no-loc text=&quot;a&quot;</p>\n' +
      '<p>:::no-loc text=a:::</p>\n' +
      '<p>:::No-loc text=&quot;a&quot;:::</p>\n',
  ],
  [
    'hides comments, as every parser does',
    '[//]: # (comment)\n' + '\n' + 'a\n' + '\n' + '[comment]: <> (b)',
    '<p>a</p>\n',
  ],
]);
