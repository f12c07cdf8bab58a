import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readCodeDirective, scanCodePaths, type CodeDirective } from '../../../../src/core/directives/code';
import { selectCodeLines } from '../../../../src/core/directives/codeLines';

const plain: CodeDirective = { path: 'a.cs', language: '', id: '', ranges: [], highlight: [], dedent: undefined };
const rest = Number.MAX_SAFE_INTEGER;

describe('code directives', () => {
  const cases: readonly (readonly [string, CodeDirective | undefined])[] = [
    ['[!code[a](a.cs)]', plain],
    ['[!CODE-csharp [a] ( a.cs ) ]', { ...plain, language: 'csharp' }],
    ['[!code-c[a \\] b](\\(a\\).cs "t )")]', { ...plain, language: 'c', path: '(a).cs' }],
    [
      '[!code-c[](a.cs?name=b&highlight=1,3-&dedent=4)]',
      {
        ...plain,
        language: 'c',
        id: 'b',
        highlight: [
          { start: 1, end: 1 },
          { start: 3, end: rest },
        ],
        dedent: 4,
      },
    ],
    ['[!code-c[](a.cs?start=2&end=3)]', { ...plain, language: 'c', ranges: [{ start: 2, end: 3 }] }],
    ['[!code-c[](a.cs?range=2#L7)]', { ...plain, language: 'c', ranges: [{ start: 7, end: 7 }] }],
    ['[!code-c[](a.cs#b c)]', { ...plain, language: 'c', id: 'b c' }],
    ['[!code-c[](a.cs?range=x)]', { ...plain, language: 'c' }],
    [':::code source="a.cs":::', plain],
    [
      '::: CODE language="csharp" source="a.cs" range="1-2,-3" id="b" interactive="c"',
      {
        ...plain,
        language: 'csharp',
        id: 'b',
        ranges: [
          { start: 1, end: 2 },
          { start: 1, end: 3 },
        ],
      },
    ],
    ['[!code-c[]()]', undefined],
    ['[!code-c[a](a.cs)', undefined],
    ['[!codes[a](a.cs)]', undefined],
    [':::code:::', undefined],
    [':::codes source="a.cs":::', undefined],
  ];
  for (const [line, expected] of cases)
    it(`reads ${line}`, () => {
      assert.deepEqual(readCodeDirective(line), expected);
    });

  it('are scanned for wherever they may stand', () => {
    const text = '> - [!code[a](a.cs)] \r\n\n    :::code source="b.cs":::\n[!code[c](c.cs)\ntext [!Code[a](a.cs)]';
    assert.deepEqual(scanCodePaths(text), ['a.cs', 'b.cs']);
  });
});

describe('lines of code', () => {
  const select = (text: string, directive: Partial<CodeDirective>) =>
    selectCodeLines(text, { ...plain, ...directive })?.map((line) => line.text);

  it('are those of the ranges, and no more than there are', () => {
    assert.deepEqual(
      select('\uFEFFa\r\nb\rc\n', {
        ranges: [
          { start: 2, end: rest },
          { start: 0, end: 1 },
          { start: 9, end: 9 },
        ],
      }),
      ['b', 'c', 'a'],
    );
    assert.deepEqual(select('', {}), []);
  });

  it('lose the indentation that they have in common, with tabs as spaces', () => {
    assert.deepEqual(select('\t\ta\n\n      b\n  \tc', {}), ['    a', '', '  b', 'c']);
  });

  it('stand between the marks of a snippet, in any language', () => {
    for (const [start, end] of [
      ...[
        ['// <A>', '// </a>'],
        ['#<snippetA>', '#</snippetA>'],
        ['<!-- <a> -->', '<!-- </a> -->'],
        ["' <a>", "' </a>"],
      ],
      ...[
        ['-- <a>', '-- </a>'],
        ['/* <a> */', '/* </a> */'],
        ['rem <a>', 'rem </a>'],
        ['#region a', '#endregion'],
        ['# Region "a"', '# End Region'],
      ],
    ])
      assert.deepEqual(select(`x\n${start ?? ''}\n  y\n${end ?? ''}\nz`, { id: 'a' }), ['y'], start);
  });

  it('leave out the marks of snippets in snippets', () => {
    assert.deepEqual(select('// <a>\n1\n// <b>\n2\n// </b>\n3\n// </a>', { id: 'a' }), ['1', '2', '3']);
    assert.deepEqual(select('#region a\n1\n#region b\n2\n#endregion\n3\n#endregion', { id: 'a' }), ['1', '2', '3']);
  });

  it('are none where the snippet is not there or does not end', () => {
    assert.equal(select('// <a>\nb', { id: 'a' }), undefined);
    assert.equal(select('a', { id: 'a' }), undefined);
  });
});
