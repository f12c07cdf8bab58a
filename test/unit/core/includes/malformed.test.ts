import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { directivesOf, malformedOf } from './showScan';

const mended = '[!INCLUDE [a](../b.md)]';

describe('malformed includes', () => {
  const cases: readonly (readonly [written: string, message: string, replacement?: string])[] = [
    ['[!INCLUDE [a](../b.md)', "The last ']' is missing. Type ')]' at the end."],
    ['[!INCLUDE[a](../b.md "title")', "The last ']' is missing. Type ')]' at the end."],
    ['[!INCLUDE [a](../b.md) ]', "Nothing may stand between ')' and the last ']'. Remove the space."],
    ['[!INCLUDE[a]:(../b.md)]', "Remove the ':' between ']' and '('."],
    ['[!INCLUDE[a] (../b.md)]', "Remove the space between ']' and '('."],
    ['[!INCLUDE[a][../b.md)]', "The path must stand in parentheses. Type '(' before it and ')' behind it."],
    ['[!INCLUDE[a][../b.md]]', "The path must stand in parentheses. Type '(' before it and ')' behind it."],
    ['[!INCLUDE[a](../b.md]', "The ')' behind the path is missing. Type ')]' at the end."],
    ['[!INCLUDE[a(../b.md)]', "The ']' behind the label is missing. Type it before '('."],
    ['[!INCLUDE a](../b.md)]', "The label must stand in brackets. Type '[' before it."],
    ['[!INCLUDEa](../b.md)]', "The label must stand in brackets. Type '[' before it."],
    ['[!INCLUDE\t[a](../b.md)]', 'Only spaces may stand before the label. Type a space instead of the tab.'],
    [
      '[!INCLUDE\u00a0[a](../b.md)]',
      'Only spaces may stand before the label. Type a space instead of this white space.',
    ],
    ['[!INCLUDE\n[a](../b.md)]', 'Only spaces may stand before the label. Type a space instead of the line break.'],
    ['[!INCLUD [a](../b.md)]', "'INCLUD' is no directive. Type 'INCLUDE'."],
    ['[!INCLUDES [a](../b.md)]', "'INCLUDES' is no directive. Type 'INCLUDE'."],
  ];
  for (const [written, message] of cases) {
    it(JSON.stringify(written), () => {
      const expected = [{ written, message, replacement: mended }];
      assert.deepEqual(malformedOf(written), expected);
      assert.deepEqual(malformedOf(`- text ${written} text\n\ntext`), expected);
      assert.deepEqual(directivesOf(mended), ['block a → ../b.md']);
    });
  }

  it('tells that + needs a line of its own', () => {
    assert.deepEqual(malformedOf('text [!INCLUDE+ [a](../b.md)]'), [
      {
        written: '[!INCLUDE+ [a](../b.md)]',
        message: "'+' works only where the include has the line to itself. Remove the '+'.",
        replacement: mended,
      },
    ]);
  });

  it('sees the name of an include that has neither label nor path', () => {
    for (const name of ['prod_short', 'navnow_md', 'banner']) {
      assert.deepEqual(malformedOf(`text [!INCLUDE${name}] text`), [
        {
          written: `[!INCLUDE${name}]`,
          message: `The label and the path are missing. Type '[!INCLUDE [${name}](path/to/${name}.md)]'.`,
          replacement: undefined,
        },
      ]);
    }
  });

  it('goes on behind it', () => {
    const text = '[!INCLUDE [a](a.md) and [!INCLUDE [b](b.md)] and [!INCLUDE [c](c.md) ]';
    assert.deepEqual(directivesOf(text), ['inline b → b.md']);
    assert.deepEqual(
      malformedOf(text).map(({ written }) => written),
      ['[!INCLUDE [a](a.md)', '[!INCLUDE [c](c.md) ]'],
    );
  });

  const silent = [
    'the `[!INCLUDE [a](b.md)` directive',
    '```\n[!INCLUDE [a](b.md)\n```',
    '<!-- [!INCLUDE [a](b.md) -->',
    '\\[!INCLUDE [a](b.md)',
    'type [!INCLUDE] and a label',
    '[!INCLUDE [label](path)',
    '[!include',
    '[!include [',
    '[!included]',
    '[!INCLUDE [a](b.md)]',
    '[!INCREMENT]',
    '[!NOTE]',
    '[!INCLUDE ...]',
    '[!INCLUDE [a][b]]',
  ];
  for (const text of silent) {
    it(`says nothing of ${JSON.stringify(text)}`, () => {
      assert.deepEqual(malformedOf(text), []);
    });
  }
});
