import { describeSyntax } from '../../../support/learnMarkdown';

describeSyntax('cross references', [
  [
    'names what is referred to',
    '<xref:System.String> <XREF:Contoso.Run%2A?displayProperty=nameWithType&a=b> <xref:"a b">',
    '<p><span class="dynamics-docs-xref" data-uid="System.String" title="A cross reference, which the build resolves.">System.String</span> <span class="dynamics-docs-xref" data-uid="Contoso.Run%2A?displayProperty=nameWithType&amp;a=b" title="A cross reference, which the build resolves.">Contoso.Run*</span> <span class="dynamics-docs-xref" data-uid="a b" title="A cross reference, which the build resolves.">a b</span></p>\n',
  ],
  [
    'is shown as written in the short form',
    '@Contoso.Run, (see @Contoso.Run.) @"a <b>" x@y.z',
    '<p><span class="dynamics-docs-xref" data-uid="Contoso.Run" title="A cross reference, which the build resolves.">@Contoso.Run</span>, (see <span class="dynamics-docs-xref" data-uid="Contoso.Run.)" title="A cross reference, which the build resolves.">@Contoso.Run.)</span> <span class="dynamics-docs-xref" data-uid="a &lt;b&gt;" title="A cross reference, which the build resolves.">@&quot;a &lt;b&gt;&quot;</span> x@y.z</p>\n',
  ],
  [
    'is text otherwise',
    '<xref:> <xref:a @1 @ \\@Contoso.Run `@Contoso.Run` @"" @"a',
    '<p><a href="xref:">xref:</a> &lt;xref:a @1 @ @Contoso.Run <code>@Contoso.Run</code> @&quot;&quot; @&quot;a</p>\n',
  ],
  ['stays an address of a link', '[a](xref:Contoso.Run)', '<p><a href="xref:Contoso.Run">a</a></p>\n'],
]);
