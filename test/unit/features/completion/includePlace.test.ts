import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLineIndex } from '../../../../src/core/text/position';
import { includePlaceAt } from '../../../../src/features/completion/includePlace';

/**
 * What is being written at the `|` of a text: the kind, what was typed, the text with what is replaced in `‹›`, and what
 * closes the directive.
 */
function placeOf(marked: string): string {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const place = includePlaceAt(text, createLineIndex(text).positionAt(at));
  if (place === undefined) return 'nothing';
  const { kind, typed, range, closing, overwrites } = place;
  assert.equal(range.start.line, range.end.line);
  const line = text.split(/\r\n?|\n/)[range.start.line] ?? '';
  const { start, end } = { start: range.start.character, end: range.end.character };
  const shown = `${line.slice(0, start)}‹${line.slice(start, end)}›${line.slice(end)}`;
  return `${kind} '${typed}' ${shown}${closing === '' ? '' : ` ${closing}${overwrites}`}`;
}

function check(cases: Readonly<Record<string, string>>): void {
  for (const [marked, expected] of Object.entries(cases)) {
    it(JSON.stringify(marked), () => {
      assert.equal(placeOf(marked), expected);
    });
  }
}

describe('the place of an include that is being written', () => {
  describe('is the beginning of a directive', () => {
    check({
      '[!|': "directive '[!' ‹[!›",
      '[!|]': "directive '[!' ‹[!]›",
      '[!inc|': "directive '[!inc' ‹[!inc›",
      'See [!INCLU|] there': "directive '[!INCLU' See ‹[!INCLU]› there",
      '[!include- |': "directive '[!include- ' ‹[!include- ›",
      '- > # [!|': "directive '[!' - > # ‹[!›",
    });
  });

  describe('is a word alone on its line', () => {
    check({
      'i|': "word 'i' ‹i›",
      'Text\n\n  INCLude|  ': "word 'INCLude'   ‹INCLude›  ",
      'banner|': "word 'banner' ‹banner›",
      'An include|': 'nothing',
      'include| that': 'nothing',
      'included|': 'nothing',
      'issue|': 'nothing',
      '    include|': 'nothing',
      '```\nbanner|\n```': 'nothing',
      '<!--\nbanner|\n-->': 'nothing',
      '---\ntitle: T\nbanner|\n---\n': 'nothing',
    });
  });

  describe('is the label', () => {
    check({
      '[!INCLUDE [|': "label '' [!INCLUDE [‹›",
      '[!include[|': "label '' [!include[‹›",
      '[!Include+ [ba|': "label 'ba' [!Include+ [‹ba›",
      '[!INCLUDE [|]]': "label '' [!INCLUDE [‹]]›",
      '[!INCLUDE [ba|] more': "label 'ba' [!INCLUDE [‹ba]› more",
      '[!INCLUDE [ba|nner](includes/banner.md)] more': "label 'ba' [!INCLUDE [‹banner](includes/banner.md)]› more",
      '[!INCLUDE [|]()]': "label '' [!INCLUDE [‹]()]›",
      '[!INCLUDE [a \\] b|': "label 'a \\] b' [!INCLUDE [‹a \\] b›",
      '[!INCLUDE [ba| more text.': "label 'ba' [!INCLUDE [‹ba› more text.",
      '[text [!INCLUDE [|](url.md)': "label '' [text [!INCLUDE [‹›](url.md)",
      '[text [!INCLUDE [|]]](url.md)': "label '' [text [!INCLUDE [‹]]›](url.md)",
      '[!INCLUDE [a](b.md)] and [!INCLUDE [c|': "label 'c' [!INCLUDE [a](b.md)] and [!INCLUDE [‹c›",
      '[!INCLUDE [|] and [!INCLUDE [a](b.md)]': "label '' [!INCLUDE [‹]› and [!INCLUDE [a](b.md)]",
    });
  });

  describe('is the path', () => {
    check({
      '[!INCLUDE [a](|': "path '' [!INCLUDE [a](‹› )]0",
      '[!INCLUDE [a](|)]': "path '' [!INCLUDE [a](‹›)]",
      '[!INCLUDE [a](|)': "path '' [!INCLUDE [a](‹›) )]1",
      '[!INCLUDE [a](inc|]': "path 'inc' [!INCLUDE [a](‹inc›] )]1",
      '[!INCLUDE [a](inc|ludes/b.md)] more': "path 'inc' [!INCLUDE [a](‹includes/b.md›)] more",
      '[!INCLUDE [](~/inc|': "path '~/inc' [!INCLUDE [](‹~/inc› )]0",
      '[!INCLUDE [a](../|includes/b.md "title")]': 'path \'../\' [!INCLUDE [a](‹../includes/b.md› "title")]',
      '[!INCLUDE [a]( <inc|.md>)]': "path 'inc' [!INCLUDE [a]( <‹inc.md›>)]",
      '[!INCLUDE [a](b\\)c|': "path 'b)c' [!INCLUDE [a](‹b\\)c› )]0",
      '[!INCLUDE [a](inc| more text.': "path 'inc' [!INCLUDE [a](‹inc› more text. )]0",
      '[!INCLUDE [!INCLUDE [a](inc|)]': "path 'inc' [!INCLUDE [!INCLUDE [a](‹inc›)]",
      'x\r\n> - **[!include [a](inc|)]** y\r\nz': "path 'inc' > - **[!include [a](‹inc›)]** y",
    });
  });

  describe('is none', () => {
    check({
      'text|': 'nothing',
      '[|': 'nothing',
      '[!NOTE|': 'nothing',
      '[text](inc|': 'nothing',
      '[!INCLUDE [a](b.md)]|': 'nothing',
      '[!INCLUDE [a](b.md)|]': 'nothing',
      '[!INCLUDE [a](b.md |': 'nothing',
      '[!INCLUDE [a] (|': 'nothing',
      '[!INCLUDE [a|\n](b.md)]': "label 'a' [!INCLUDE [‹a›",
      '\\[!INCLUDE [|': 'nothing',
      '`[!INCLUDE [|': "label '' `[!INCLUDE [‹›",
      '`[!INCLUDE [|`': 'nothing',
      '`code\n[!INCLUDE [|\n`': "label '' [!INCLUDE [‹›",
      '`code\ntext [!INCLUDE [|\n`': 'nothing',
      '<!-- [!INCLUDE [| -->': 'nothing',
      '<!--\n\n[!INCLUDE [|': 'nothing',
      '<div>\n[!INCLUDE [|': 'nothing',
      '```\n[!INCLUDE [|': 'nothing',
      '```\n```\n[!INCLUDE [|': "label '' [!INCLUDE [‹›",
      '- ```\n  [!INCLUDE [|': 'nothing',
      '    [!INCLUDE [|': 'nothing',
      '---\ntitle: [!INCLUDE [|\n---\n': 'nothing',
      '---\ntitle: x\n---\n[!INCLUDE [|': "label '' [!INCLUDE [‹›",
    });

    it('outside of the text', () => {
      assert.equal(includePlaceAt('[!', { line: 4, character: 0 }), undefined);
      assert.equal(includePlaceAt('[!', { line: 0, character: 99 })?.kind, 'directive');
    });
  });

  it('is found at once in a long text and in a long line', () => {
    const text = `${'[!include [ '.repeat(20_000)}\n${'[!include [a]('.repeat(20_000)}`;
    const started = performance.now();
    includePlaceAt(text, { line: 1, character: 20_000 * 14 });
    includePlaceAt(text, { line: 0, character: 20_000 * 12 });
    assert.ok(performance.now() - started < 1000);
  });
});
