import { describeSyntax } from '../../../support/learnMarkdown';

describeSyntax('zones and versions', [
  [
    'names the pivots and the target',
    '::: zone pivot="one, two"\n' +
      'a\n' +
      '::: zone-end\n' +
      '\n' +
      ':::zone target="docs"\n' +
      'b\n' +
      ':::zone-end\n' +
      '\n' +
      '::: zone target="docs" pivot="one"\n' +
      'c\n' +
      '::: zone-end',
    '<details class="dynamics-docs-zone" open="">\n' +
      '<summary class="dynamics-docs-badge">Zone: pivot one, two</summary>\n' +
      '<p>a</p>\n' +
      '</details>\n' +
      '<details class="dynamics-docs-zone" open="">\n' +
      '<summary class="dynamics-docs-badge">Zone: target docs</summary>\n' +
      '<p>b</p>\n' +
      '</details>\n' +
      '<details class="dynamics-docs-zone" open="">\n' +
      '<summary class="dynamics-docs-badge">Zone: target docs, pivot one</summary>\n' +
      '<p>c</p>\n' +
      '</details>\n',
  ],
  [
    'names the versions',
    '::: moniker range=">= a-1 || <b"\n' + '## A\n' + '::: moniker-end\n' + '\n' + 'b',
    '<details class="dynamics-docs-moniker" open="">\n' +
      '<summary class="dynamics-docs-badge">Version: &gt;= a-1 || &lt;b</summary>\n' +
      '<h2>A</h2>\n' +
      '</details>\n' +
      '<p>b</p>\n',
  ],
  [
    'goes on without its end',
    '::: zone pivot="a"\n' + 'b\n' + '\n' + 'c',
    '<details class="dynamics-docs-zone" open="">\n' +
      '<summary class="dynamics-docs-badge">Zone: pivot a</summary>\n' +
      '<p>b</p>\n' +
      '<p>c</p>\n' +
      '</details>\n',
  ],
  [
    'keeps code in it',
    '::: zone pivot="a"\n' + '\n' + '    b\n' + '\n' + '::: zone-end',
    '<details class="dynamics-docs-zone" open="">\n' +
      '<summary class="dynamics-docs-badge">Zone: pivot a</summary>\n' +
      '<pre><code>b\n' +
      '</code></pre>\n' +
      '</details>\n',
  ],
  [
    'does not nest zones',
    '::: zone pivot="a"\n' + '- b\n' + '  ::: zone pivot="c"\n' + '::: zone-end',
    '<details class="dynamics-docs-zone" open="">\n' +
      '<summary class="dynamics-docs-badge">Zone: pivot a</summary>\n' +
      '<ul>\n' +
      '<li>b\n' +
      '::: zone pivot=&quot;c&quot;</li>\n' +
      '</ul>\n' +
      '</details>\n',
  ],
  [
    'is text where the build takes none',
    '::: zone pivot="A"\n' +
      '\n' +
      '::: zone\n' +
      '\n' +
      '::: zone pivot="a" :::\n' +
      '\n' +
      '::: zone target="other"\n' +
      '\n' +
      '::: zone target="pdf" pivot="a"\n' +
      '\n' +
      '::: moniker range=a',
    '<p>::: zone pivot=&quot;A&quot;</p>\n' +
      '<p>::: zone</p>\n' +
      '<p>::: zone pivot=&quot;a&quot; :::</p>\n' +
      '<p>::: zone target=&quot;other&quot;</p>\n' +
      '<p>::: zone target=&quot;pdf&quot; pivot=&quot;a&quot;</p>\n' +
      '<p>::: moniker range=a</p>\n',
  ],
  [
    'keeps the lines that the preview scrolls by',
    '::: moniker range="a"\n' + 'b\n' + '::: moniker-end',
    '<details class="dynamics-docs-moniker code-line" open="" data-line="0">\n' +
      '<summary class="dynamics-docs-badge code-line" data-line="0">Version: a</summary>\n' +
      '<p data-line="1" class="code-line">b</p>\n' +
      '</details>\n',
    { lines: true },
  ],
]);
