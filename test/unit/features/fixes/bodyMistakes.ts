import type { Code } from '../../../../src/core/rules/codes';
import { header, type Mistake } from './support';

/** An article of these sections, each with the same text. */
function article(...labels: readonly string[]): string {
  return [header('x: y'), ...labels.map((label) => `${label}\n\nText.\n`)].join('\n');
}

/** An article that ends with these lines. */
function ending(...lines: readonly string[]): string {
  return `${header('x: y')}\n${lines.join('\n')}\n`;
}

const columns = [':::column:::', 'Left', ':::column-end:::', ':::column:::', 'Right', ':::column-end:::'] as const;

/** Mistakes in the body of an article, with the preferred repair of each. */
export const bodyMistakes: Partial<Record<Code, readonly Mistake[]>> = {
  'h1-missing': [
    [
      'a part alone',
      header('x: y').replace('# H', '## Part'),
      "Make 'Part' the heading of level 1",
      header('x: y').replace('# H', '# Part'),
    ],
  ],
  'multiple-h1s': [
    ['two', `${header('x: y')}\n# Again\n`, 'Make it a heading of level 2', `${header('x: y')}\n## Again\n`],
  ],
  'heading-skipped': [
    ['a level', `${header('x: y')}\n### Deep\n`, 'Make it a heading of level 2', `${header('x: y')}\n## Deep\n`],
  ],
  'heading-empty': [
    ['an anchor alone', `${header('x: y')}\n## <a id="a"></a>\n`, 'Remove the heading', `${header('x: y')}\n`],
  ],
  'section-missing': [
    [
      'a solution',
      article('**Environment**', '**Issue**'),
      "Insert the section 'Solution'",
      `${article('**Environment**', '**Issue**')}\n**Solution**\n`,
    ],
  ],
  'section-order': [
    [
      'the issue last',
      article('**Solution**', '**Issue**'),
      "Move it before 'Solution'",
      article('**Issue**', '**Solution**'),
    ],
  ],
  'section-empty': [
    [
      'a label alone',
      `${article('## Issue', '## Solution')}\n## Cause\n`,
      'Remove the section',
      `${article('## Issue', '## Solution')}\n`,
    ],
  ],
  'section-duplicate': [
    [
      'a second solution',
      article('**Issue**', '**Solution**', '**Solution**'),
      'Join it with the one above',
      `${article('**Issue**', '**Solution**')}\n\nText.\n`,
    ],
  ],
  'section-style': [
    [
      'a heading among bold lines',
      article('**Issue**', '**Cause**', '## Solution'),
      'Write all labels as bold lines',
      article('**Issue**', '**Cause**', '**Solution**'),
    ],
  ],
  'alert-unknown': [
    ['two letters swapped', ending('> [!NOET]', '> Text'), "! Change to '[!NOTE]'", ending('> [!NOTE]', '> Text')],
    ['another word', ending('> [!CAUTIOUS]', '> Text'), "Change to '[!CAUTION]'", ending('> [!CAUTION]', '> Text')],
  ],
  'alert-malformed': [
    ['no exclamation mark', ending('> [TIP]', '> Text'), "! Change to '[!TIP]'", ending('> [!TIP]', '> Text')],
    ['two spaces', ending('>  [!TIP]', '> Text'), '! Remove the spaces', ending('> [!TIP]', '> Text')],
    ['no quote', ending('[!TIP]', 'Text'), "! Begin the lines with '> '", ending('> [!TIP]', '> Text')],
  ],
  'invalid-note-section': [
    ['text on the line', ending('> [!TIP] Text'), '! Move the text to the next line', ending('> [!TIP]', '> Text')],
    ['a colon', ending('> [!TIP]:', '> Text'), "! Remove ':'", ending('> [!TIP]', '> Text')],
  ],
  'invalid-image': [
    [
      'an attribute of HTML',
      ending(':::image src="a.png" alt-text="b":::'),
      "! Change 'src' to 'source'",
      ending(':::image source="a.png" alt-text="b":::'),
    ],
    [
      'an attribute on the next line',
      ending(':::image source="a.png"  ', '   alt-text="b":::'),
      '! Join the line with the next one',
      ending(':::image source="a.png" alt-text="b":::'),
    ],
    [
      'the end on the next line',
      ending('> :::image source="a.png" alt-text="b"', '> :::'),
      '! Join the line with the next one',
      ending('> :::image source="a.png" alt-text="b" :::'),
    ],
    [
      'no quotes',
      ending(':::image source=a.png alt-text="b":::'),
      `! Change to 'source="a.png"'`,
      ending(':::image source="a.png" alt-text="b":::'),
    ],
  ],
  'invalid-video': [
    [
      'a space',
      ending('::: video source="https://a":::'),
      '! Remove the space',
      ending(':::video source="https://a":::'),
    ],
  ],
  'invalid-code': [
    [
      'an attribute of HTML',
      ending(':::code lang="csharp" source="a.cs":::'),
      "! Change 'lang' to 'language'",
      ending(':::code language="csharp" source="a.cs":::'),
    ],
  ],
  'invalid-zone': [
    [
      'colons behind it',
      ending('::: zone pivot="a":::', 'Text', '::: zone-end'),
      "! Remove ':::'",
      ending('::: zone pivot="a"', 'Text', '::: zone-end'),
    ],
    [
      'no end',
      ending('::: zone pivot="a"', 'Text'),
      "Type '::: zone-end' at the end",
      ending('::: zone pivot="a"', 'Text', '::: zone-end'),
    ],
  ],
  'invalid-moniker-range': [
    [
      'an attribute with a slip',
      ending('::: moniker rang="a"', 'Text', '::: moniker-end'),
      "! Change 'rang' to 'range'",
      ending('::: moniker range="a"', 'Text', '::: moniker-end'),
    ],
  ],
  'invalid-row': [
    [
      'no colons behind it',
      ending(':::row', ...columns, ':::row-end:::'),
      "! Type ':::'",
      ending(':::row:::', ...columns, ':::row-end:::'),
    ],
  ],
  'invalid-nested-column': [
    [
      'no end',
      ending(':::row:::', ...columns.filter((_line, index) => index !== 2), ':::row-end:::'),
      "! Insert ':::column-end:::'",
      ending(':::row:::', ...columns, ':::row-end:::'),
    ],
  ],
  'triple-colon-unknown': [
    [
      'two letters swapped',
      ending(':::imgae source="a.png" alt-text="b":::'),
      "! Change 'imgae' to 'image'",
      ending(':::image source="a.png" alt-text="b":::'),
    ],
  ],
  'code-block-unclosed': [['no end', ending('```json', '{}'), "Type '```' at the end", ending('```json', '{}', '```')]],
  'code-language-unknown': [
    [
      'two letters swapped',
      ending('```jsno', '{}', '```'),
      "! Change 'jsno' to 'json'",
      ending('```json', '{}', '```'),
    ],
  ],
};
