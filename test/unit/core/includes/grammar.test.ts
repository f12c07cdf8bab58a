import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { scanIncludes } from '../../../../src/core/includes/scan';
import { directivesOf } from './showScan';

type Case = readonly [text: string, ...expected: string[]];

function check(cases: readonly Case[]): void {
  for (const [text, ...expected] of cases) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(directivesOf(text), expected);
    });
  }
}

describe('grammar of an include', () => {
  describe('keyword and marker', () => {
    check([
      ['[!include[a](b.md)]', 'block a → b.md'],
      ['[!INCLUDE [a](b.md)]', 'block a → b.md'],
      ['[!InClUdE   [a](b.md)]', 'block a → b.md'],
      ['[!include+ [a](b.md)]', 'block+ a → b.md'],
      ['[!include-[a](b.md)]', 'inline- a → b.md'],
      ['x [!include-[a](b.md)]', 'inline- a → b.md'],
      ['x [!include+[a](b.md)]'],
      ['[!include +[a](b.md)]'],
      ['[!include\t[a](b.md)]'],
      ['[! include [a](b.md)]'],
      ['[include [a](b.md)]'],
      ['![include [a](b.md)]'],
      ['!\\[!include [a](b.md)]'],
      ['![!include [a](b.md)]', 'inline a → b.md'],
    ]);
  });

  describe('label', () => {
    check([
      ['[!include[](b.md)]', 'block  → b.md'],
      ['[!include[ a b ](b.md)]', 'block  a b  → b.md'],
      ['[!include[a\\]b](b.md)]', 'block a\\]b → b.md'],
      ['[!include[a [b](b.md)]', 'block a [b → b.md'],
      // The first bracket that is not escaped ends the label.
      ['[!include[a [b] c](b.md)]'],
      ['[!include[a] (b.md)]'],
      ['x [!include[a\nb](c.md)]', 'inline a\nb → c.md'],
      ['[!include[a\n\nb](c.md)]'],
      ['[!include[`a`](c.md)]', 'block `a` → c.md'],
    ]);

    it('takes an include inside a label for part of it', () => {
      assert.deepEqual(directivesOf('[!INCLUDE [!INCLUDE [a](x.md)]'), ['block !INCLUDE [a → x.md']);
      assert.deepEqual(directivesOf('[!INCLUDE [!INCLUDE [a](x.md)](y.md)]'), ['inline !INCLUDE [a → x.md']);
    });
  });

  describe('path', () => {
    check([
      ['[!include[a]( \t b.md )]', 'block a → b.md'],
      ['[!include[a](b.md "title")]', 'block a → b.md'],
      ['[!include[a](b.md any words)]', 'block a → b.md'],
      ['[!include[a](b.md "t\\)u")]', 'block a → b.md'],
      ['[!include[a](b.md "t)")]'],
      ['[!include[a](<b.md>)]', 'block a → b.md'],
      ['[!include[a](<b.md)]', 'block a → <b.md'],
      ['[!include[a](b\\).md)]', 'block a → b).md'],
      ['[!include[a](..\\\\b\\_c.md)]', 'block a → ..\\b_c.md'],
      ['[!include[a](b%20c.md)]', 'block a → b%20c.md'],
      ['[!include[a]([b],$.md)]', 'block a → [b],$.md'],
      ['[!include[a]()]', 'block a → '],
      ['[!include[a](b.md) ]'],
      ['[!include[a](b.md)'],
      ['[!include[a](b.md'],
      ['[!include[a](~/b.md)]', 'block a → ~/b.md'],
    ]);
  });

  describe('backslashes before it', () => {
    check([
      ['\\[!include[a](b.md)]'],
      ['x \\[!include[a](b.md)]'],
      ['\\\\[!include[a](b.md)]', 'inline a → b.md'],
      ['x\\\\\\[!include[a](b.md)]'],
      ['wwwroot\\\\[!INCLUDE[x](y.md)]', 'inline x → y.md'],
    ]);
  });

  it('gives the place of each part', () => {
    const text = '---\nt: [!include[no](no.md)]\n---\n> x\r\n> y [!INCLUDE [a\\_b]( c.md "t")] z';
    const [directive] = scanIncludes(text, text.indexOf('> x')).directives;
    const start = text.indexOf('[!INCLUDE');
    assert.deepEqual(directive, {
      span: { start, end: text.length - 2 },
      labelSpan: { start: start + 11, end: start + 15 },
      label: 'a\\_b',
      pathSpan: { start: start + 18, end: start + 22 },
      path: 'c.md',
      form: 'inline',
      marker: '',
    });
  });

  it('finds them in the order of the text', () => {
    const text = 'a [!include[1](1.md)] [!include[2](2.md)]\n[!include[3](3.md)]\n[!include[4](4.md)] b\n';
    assert.deepEqual(directivesOf(text), ['inline 1 → 1.md', 'inline 2 → 2.md', 'block 3 → 3.md', 'inline 4 → 4.md']);
  });
});
