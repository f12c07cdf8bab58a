import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { bundledProfiles } from '../../../../src/core/structure/profile';
import { sectionHover } from '../../../../src/features/outline/sectionHover';
import { showRange } from '../../core/support/show';
import { outlineOf } from './support';

/** What is said at the `|`: the range, and the paragraphs. */
function hover(marked: string, profiles = bundledProfiles): string[] {
  const [before = ''] = marked.split('|');
  const lines = before.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const found = sectionHover(outlineOf(marked.replace('|', ''), profiles), position);
  return found === undefined ? [] : [showRange(found.range), ...found.value.split('\n\n')];
}

const issue = [
  '**Issue** · required · environment-issue-solution',
  'The problem, or the question, in the words of the customer: what they tried, what happened and what they expected.',
  'Next: **Cause** (optional), **Solution**',
];

describe('hover on a section', () => {
  it('says what belongs there and what comes next, for either form of label', () => {
    assert.deepEqual(hover('# Q\n\n**Is|sue:** \n\nText.\n\n**Solution**\n'), ['3:1-3:11', ...issue]);
    assert.deepEqual(hover('# Q\n\n## |Problem\n\nText.\n\n## Solution\n\n## Environment\n'), ['3:1-3:11', ...issue]);
  });

  it('names sections in the language of the article', () => {
    const [, head, , next] = hover('# Q\n\n**Umgebungs|details**\n\nCloud.\n\n**Problem**\n\nText.\n\n**Lösung**\n');
    assert.equal(head, '**Umgebungsdetails** · optional · environment-issue-solution');
    assert.equal(next, 'Next: **Symptome** (optional), **Rote Markierung** (optional), **Problem**');
  });

  it('says nothing of the last section that comes next, nor of one without guidance what belongs there', () => {
    assert.equal(hover('# Q\n\n**Issue**\n\nText.\n\n**|Long-term solution**\n').length, 3);
    const profile = {
      name: 'n*o',
      files: [],
      detect: true,
      sections: [
        { id: 'a', titles: ['A'], isRequired: false },
        { id: 'b', titles: ['B'], isRequired: false, guidance: 'Be brief.' },
      ],
    };
    assert.deepEqual(hover('## A|\n\n## B\n', [profile]), [
      '1:1-1:5',
      '**A** · optional · n\\*o',
      'Next: **B** (optional)',
    ]);
    assert.deepEqual(hover('## A\n\n## B|\n', [profile]), ['3:1-3:5', '**B** · optional · n\\*o', 'Be brief.']);
  });

  it('is silent beside a label, and in other articles', () => {
    assert.deepEqual(hover('# |Q\n\n**Issue**\n\n**Solution**\n'), []);
    assert.deepEqual(hover('# Q\n\n**Issue** | \n\n**Solution**\n'), []);
    assert.deepEqual(hover('# Q\n\n**Issue**\n\nTe|xt.\n\n**Solution**\n'), []);
    assert.deepEqual(hover('# Q\n\n**Iss|ue**\n\nText.\n'), []);
  });
});
