import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLineIndex } from '../../../../src/core/text/position';
import { linkPlaceAt } from '../../../../src/features/completion/linkPlace';

/** What is being written at the `|` of a text: what is wanted, what was typed, and the line with the whole destination in `‹›`. */
function placeOf(marked: string, path: string): string {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const place = linkPlaceAt(path, text, createLineIndex(text).positionAt(at));
  if (place === undefined) return 'nothing';
  const { wants, typed, rest, span, emptyText, line } = place;
  assert.equal(text.slice(span.start, span.end), typed + rest);
  const own = text.slice(line.start).split(/[\r\n]/, 1)[0] ?? '';
  const [start, end] = [span.start - line.start, span.end - line.start];
  const shown = `${own.slice(0, start)}‹${own.slice(start, end)}›${own.slice(end)}`;
  return `${wants} '${typed}' ${shown}${emptyText === undefined ? '' : ` text at ${emptyText}`}`;
}

function check(cases: Readonly<Record<string, string>>, path = 'a.md'): void {
  for (const [marked, expected] of Object.entries(cases)) {
    it(JSON.stringify(marked), () => {
      assert.equal(placeOf(marked, path), expected);
    });
  }
}

describe('the destination of a link that is being written', () => {
  describe('stands in parentheses', () => {
    check({
      '[text](|)': "page '' [text](‹›)",
      'See [text](|': "page '' See [text](‹›",
      '[text](../gu|ide/b.md) more': "page '../gu' [text](‹../guide/b.md›) more",
      '[text](b.md#he|ading "title")': 'page \'b.md#he\' [text](‹b.md#heading› "title")',
      '[text]( <my fi|le.md>)': "page 'my fi' [text]( <‹my file.md›>)",
      '[text](<my fi|': "page 'my fi' [text](<‹my fi›",
      '[text](a(b|)c.md)': "page 'a(b' [text](‹a(b)c.md›)",
      '[text](a\\)b|.md)': "page 'a\\)b' [text](‹a\\)b.md›)",
      '- > **[a [b] c](|)**': "page '' - > **[a [b] c](‹›)**",
      '[a\nb](x|)': "page 'x' b](‹x›)",
      '\r\ntext\r\n\r\n[b](x|)\r\n': "page 'x' [b](‹x›)",
      '---\ntitle: x\n---\n[b](|)': "page '' [b](‹›)",
    });
  });

  describe('takes no text for a part of it', () => {
    check({
      '[text](gu| and more': "page 'gu' [text](‹gu› and more",
      '[text](|and more': "page '' [text](‹›and more",
      '[text](|and more) there': "page '' [text](‹›and more) there",
      '[text](<|and more': "page '' [text](<‹›and more",
      '[text](a(|': "page 'a(' [text](‹a(›",
    });
  });

  describe('belongs to an image', () => {
    check({
      '![alt](|)': "image '' ![alt](‹›)",
      '![](media/|)': "image 'media/' ![](‹media/›)",
      '[![alt](media/|)](b.md)': "image 'media/' [![alt](‹media/›)](b.md)",
      '[![alt](media/a.png)](|)': "page '' [![alt](media/a.png)](‹›)",
      '\\![alt](|)': "page '' \\![alt](‹›)",
      ':::image type="content" source="|" alt-text="x":::': `image '' :::image type="content" source="‹›" alt-text="x":::`,
      ':::image source="a.png" lightbox="med|': `image 'med' :::image source="a.png" lightbox="‹med›`,
      '<img alt="" src="|">': `image '' <img alt="" src="‹›">`,
      "<img src='med|": `image 'med' <img src='‹med›`,
      '<div>\n<img\n  src="|">': `image ''   src="‹›">`,
    });
  });

  describe('stands in a definition or a tag', () => {
    check({
      '[ref]: |': "page '' [ref]: ‹›",
      '> [ref]: b|.md "title"': 'page \'b\' > [ref]: ‹b.md› "title"',
      '[ref]: <my |file.md>': "page 'my ' [ref]: <‹my file.md›>",
      'Text\n\n[ref]: x|': "page 'x' [ref]: ‹x›",
      'Text <a href="|">b</a>': `page '' Text <a href="‹›">b</a>`,
      'Text <a class="x" href="b|': `page 'b' Text <a class="x" href="‹b›`,
      'Text <a href="b|" and more': `page 'b' Text <a href="‹b›" and more`,
    });
  });

  describe('may be the text of which is lacking', () => {
    check({
      '[](|)': "page '' [](‹›) text at 1",
      'See [](b|.md).': "page 'b' See [](‹b.md›). text at 5",
      '![](|)': "image '' ![](‹›)",
      '[ ](|)': "page '' [ ](‹›)",
    });
  });

  describe('stands in a table of contents', () => {
    check(
      {
        '- name: A\n  href: |': "contents ''   href: ‹›",
        '- name: A\n  href: gu|ide/b.md # old': "contents 'gu'   href: ‹guide/b.md› # old",
        '- href: "gu|ide/b.md"': `contents 'gu' - href: "‹guide/b.md›"`,
        "- 'href': 'gu|": `contents 'gu' - 'href': '‹gu›`,
        '- { name: A, href: gu|ide/b.md, items: [] }': "contents 'gu' - { name: A, href: ‹guide/b.md›, items: [] }",
        '  tocHref: |': "table ''   tocHref: ‹›",
        '  topicHref: |': "page ''   topicHref: ‹›",
        '  href:|': 'nothing',
        '  name: href: |': 'nothing',
        '  # href: |': 'nothing',
        '  href: a.md # |': 'nothing',
        '  href: https://|': 'nothing',
        '  xhref: |': 'nothing',
      },
      'guide/TOC.yml',
    );
    check({ '# [Text](|)': "contents '' # [Text](‹›)", '![alt](|)': "image '' ![alt](‹›)" }, 'toc.md');
    check({ '- href: |': 'nothing' }, 'index.yml');
  });

  describe('is none', () => {
    check({
      'text|': 'nothing',
      '(|)': 'nothing',
      '[text] (|)': 'nothing',
      '[text](b.md)|': 'nothing',
      '[text](b.md |': 'nothing',
      '[text](b.md "ti|tle")': 'nothing',
      '[text](https://|)': 'nothing',
      '[text](mailto:|)': 'nothing',
      '[text](/azure|)': 'nothing',
      '[text](xref:|)': 'nothing',
      '\\[text](|)': 'nothing',
      '`[text](|)`': 'nothing',
      '```\n[text](|)\n```': 'nothing',
      '~~~yaml\n[ref]: |': 'nothing',
      '    [text](|)': 'nothing',
      '<!-- [text](|) -->': 'nothing',
      '<!--\n[text](|)': 'nothing',
      '<div>\n[text](|)': 'nothing',
      '---\ntitle: [text](|)\n---\n': 'nothing',
      '[!INCLUDE [a](|)]': 'nothing',
      '[!INCLUDE [a](inc|': 'nothing',
      '[!code-csharp[Main](|)]': 'nothing',
      '[^note]: |': 'nothing',
      'text [ref]: |': 'nothing',
      'Text <img src="|" in `<code>`': `image '' Text <img src="‹›" in \`<code>\``,
      '<video src="|">': 'nothing',
      ':::video source="|":::': 'nothing',
      ':::code source="|":::': 'nothing',
      '`<img src="|">`': 'nothing',
      'text src="|"': 'nothing',
    });

    it('outside of the text', () => {
      assert.equal(linkPlaceAt('a.md', '[a](', { line: 4, character: 0 }), undefined);
      assert.equal(linkPlaceAt('a.md', '[a](', { line: 0, character: 99 })?.typed, '');
    });
  });

  it('is found at once in a long text and in long lines', () => {
    const lines = ['[a](', '](', '[', '<img src="', '(', '> - [x]: ', '{ href: ', '\\', "a href='"].map((part) =>
      part.repeat(20_000),
    );
    const text = lines.join('\n');
    for (const [path, line] of lines.flatMap((_, index) => ['a.md', 'toc.yml'].map((path) => [path, index] as const))) {
      const started = performance.now();
      linkPlaceAt(path, text, { line, character: lines[line]?.length ?? 0 });
      assert.ok(performance.now() - started < 1000, `${path}, line ${line}`);
    }
  });
});
