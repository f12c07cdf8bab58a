import type { Code } from '../../../../src/core/rules/codes';
import { header, type Mistake } from './support';

/** An article of these sections, each with the same text. */
function article(...labels: readonly string[]): string {
  return [header('x: y'), ...labels.map((label) => `${label}\n\nText.\n`)].join('\n');
}

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
};
