import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compileGlob } from '../../../../src/core/metadata/glob';
import { bundledProfiles, type Profile } from '../../../../src/core/structure/profile';
import { createLineIndex } from '../../../../src/core/text/position';
import type { Completion } from '../../../../src/features/completion/completion';
import { completeSection } from '../../../../src/features/completion/sections';

const header = '---\ntitle: T\n---\n\n# Question\n\n';

interface Asked {
  readonly profiles?: readonly Profile[];
  readonly trigger?: string;
}

/** What is offered at the `|` of a body, in the order in which it is shown. */
function itemsAt(marked: string, { profiles = bundledProfiles, trigger }: Asked = {}): readonly Completion[] {
  const whole = marked.startsWith('---') ? marked : header + marked;
  const at = whole.indexOf('|');
  const text = whole.slice(0, at) + whole.slice(at + 1);
  const position = createLineIndex(text).positionAt(at);
  const found = completeSection(text, position, trigger, { profiles, path: 'guide/a.md' });
  assert.equal(found?.isIncomplete ?? false, false);
  return [...(found?.items ?? [])].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

function labelsAt(marked: string, asked?: Asked): readonly string[] {
  return itemsAt(marked, asked).map(({ label }) => label);
}

/** The body once the first item was taken in an editor without snippets. */
function taken(marked: string): string {
  const body = marked.replace('|', '');
  const [{ range, newText } = assert.fail('nothing is offered')] = itemsAt(marked);
  const lines = body.split(/(?<=\n)/);
  const index = range.start.line - header.split('\n').length + 1;
  const line = lines[index] ?? '';
  lines[index] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  return lines.join('');
}

const bold = '**Environment details**\n\nText.\n\n**Solution**\n\nText.\n\n';

describe('completion of sections', () => {
  it('gives each item whole', () => {
    const range = { start: { line: 14, character: 0 }, end: { line: 14, character: 6 } };
    assert.deepEqual(itemsAt(`${bold}**lo|**\n`), [
      {
        label: '**Long-term solution**',
        kind: 'section',
        detail: 'environment-issue-solution',
        range,
        newText: '**Long-term solution**\n\n',
        snippet: '**Long-term solution**\n\n$0',
        filterText: '**Long-term solution Long-term solution Langfristige Lösung long-term-solution longtermsolution',
        sortText: '000',
        documentation: 'What is planned, or what readers can change, so that the issue does not come back.',
      },
    ]);
  });

  it('offers what the article lacks, the next expected one first', () => {
    assert.deepEqual(labelsAt('**Environment details**\n\nText.\n\n|\n\n**Solution**\n\nText.\n'), [
      '**Issue**',
      '**Symptom**',
      '**Red flag**',
      '**Cause**',
      '**Additional option**',
      '**Long-term solution**',
    ]);
    assert.deepEqual(labelsAt('**Environment**\n\nText.\n\n**Issue**\n\nText.\n\n|'), [
      '**Solution**',
      '**Cause**',
      '**Additional option**',
      '**Long-term solution**',
      '**Symptom**',
      '**Red flag**',
    ]);
    assert.deepEqual(labelsAt(`${bold}|`).slice(0, 2), ['**Long-term solution**', '**Additional option**']);
    assert.deepEqual(labelsAt('**Symptom**\n\nText.\n\n**Red flag**\n\nText.\n\n|\n')[0], '**Solution**');
    assert.deepEqual(labelsAt('|\n\n**Issue**\n\nText.\n\n**Solution**\n\nText.\n')[0], '**Environment details**');
  });

  it('offers nothing where nothing is lacking', () => {
    assert.deepEqual(labelsAt('## Symptoms\n\nA.\n\n## Cause\n\nB.\n\n## Resolution\n\nC.\n\n|'), []);
  });

  it('knows a section by its labels, its id and what writers make of these', () => {
    for (const word of ['lo', 'Long-term so', 'long term', 'longterm', 'long-term-solution', 'langf'])
      assert.deepEqual(labelsAt(`${bold}${word}|`), ['**Long-term solution**'], word);
    assert.deepEqual(labelsAt(`**Issue**\n\nText.\n\n**Cause**\n\nText.\n\nreso|`), ['**Resolution**']);
    assert.deepEqual(labelsAt(`${bold}The environment|`), []);
    assert.deepEqual(labelsAt(`${bold}Prose|`), []);
  });

  it('writes labels as the article does', () => {
    assert.deepEqual(labelsAt('### Issue\n\nText.\n\n### Cause\n\nText.\n\n**so|**'), ['### Solution']);
    assert.deepEqual(labelsAt(`${bold}## iss|`), ['**Issue**']);
    assert.deepEqual(labelsAt('**Umgebungsdetails**\n\nText.\n\n**Lösung**\n\nText.\n\nlo|'), [
      '**Langfristige Lösung**',
    ]);
    assert.deepEqual(labelsAt('**Umgebungsdetails**\n\nText.\n\n|\n\n**Lösung**\n\nText.\n')[0], '**Problem**');
  });

  it('offers both forms where the article has none yet', () => {
    const named: Profile = { ...bundledProfiles[1]!, files: [compileGlob('guide/**')] };
    assert.deepEqual(labelsAt('|', { profiles: [named] }), [
      '**Symptoms**',
      '## Symptoms',
      '**Cause**',
      '## Cause',
      '**Resolution**',
      '## Resolution',
    ]);
    assert.deepEqual(labelsAt('### |', { profiles: [named] }), ['### Symptoms', '### Cause', '### Resolution']);
  });

  it('offers the sections of a team', () => {
    const team: Profile = {
      name: 'team',
      files: [compileGlob('guide/**')],
      detect: false,
      sections: [
        { id: 'goal', titles: ['What {this} costs: $5'], isRequired: false },
        { id: 'steps', titles: ['Steps'], isRequired: true },
      ],
    };
    const [steps, goal] = itemsAt('**|**', { profiles: [team, ...bundledProfiles] });
    assert.deepEqual([steps?.label, steps?.description, steps?.documentation], ['**Steps**', 'required', undefined]);
    assert.equal(goal?.snippet, '**What {this\\} costs: \\$5**\n\n$0');
    assert.deepEqual(labelsAt('ste|', { profiles: [{ ...team, files: [] }] }), []);
  });

  it('asks for the beginning of a word in an article that is of no profile', () => {
    assert.deepEqual(labelsAt('|'), []);
    assert.deepEqual(labelsAt('**|**'), []);
    assert.deepEqual(labelsAt('env|'), ['**Environment details**', '## Environment details']);
    assert.deepEqual(labelsAt('**res|**'), ['**Resolution**']);
    assert.deepEqual(labelsAt('symptom|'), ['**Symptom**', '## Symptom', '**Symptoms**', '## Symptoms']);
    // One label says how the others are written.
    assert.deepEqual(labelsAt('## Umgebungsdetails\n\nText.\n\nprob|'), ['## Problem']);
    assert.deepEqual(labelsAt('## Environment\n\nText.\n\nenv|'), []);
  });

  it('offers the sections of each heading where they repeat', () => {
    const questions =
      '## A\n\n### Issue\n\nText.\n\n### Solution\n\nText.\n\n## B\n\n### Issue\n\nText.\n\n|\n\n## C\n';
    assert.equal(labelsAt(questions)[0], '### Solution');
    assert.ok(!labelsAt(questions).includes('### Issue'));
    const third = `${questions.replace('|', '### Solution\n\nText.')}\n|`;
    assert.equal(labelsAt(third)[0], '### Environment details');
    assert.ok(labelsAt(third).includes('### Issue'));
    // One question, and a heading for something else: its sections are there.
    assert.ok(!labelsAt(`${bold}## See also\n\n|`).includes('**Solution**'));
  });

  it('sets the label apart from what stands above and below it', () => {
    assert.equal(taken(`${bold}Text.\nlongterm|\n`), `${bold}Text.\n\n**Long-term solution**\n\n\n`);
    assert.equal(
      taken('**Issue**\n\nText.\n\n- Item\nsol|\nText below.\n\n**Cause**\n\nText.\n'),
      '**Issue**\n\nText.\n\n- Item\n\n**Solution**\n\n\n\nText below.\n\n**Cause**\n\nText.\n',
    );
    assert.equal(taken(`${bold}  ## iss|  \n\nText.\n`), `${bold}**Issue**\n\n\n\nText.\n`);
    const windows = itemsAt(`${bold}iss|\n`.replaceAll('\n', '\r\n'))[0];
    assert.equal(windows?.newText, '**Issue**\n\n');
    const all = itemsAt(`${header}${bold}Text.\niss|\n`.replaceAll('\n', '\r\n'))[0];
    assert.equal(all?.newText, '\r\n**Issue**\r\n\r\n');
  });

  const nowhere: Readonly<Record<string, string>> = {
    'front matter': `---\ntitle: T\niss|\n---\n\n# Question\n\n${bold}`,
    'a header that never ends': `---\ntitle: T\niss|\n\n# Question\n\n${bold}`,
    'its delimiters': `---\ntitle: T\n---|\n\n# Question\n\n${bold}`,
    'front of the title': `---\ntitle: T\n---\n\niss|\n\n# Question\n\n${bold}`,
    'a fence': `${bold}\`\`\`\niss|\n\`\`\`\n`,
    'indented code': `${bold}    iss|\n`,
    'a comment': `${bold}<!--\niss|\n-->\n`,
    HTML: `${bold}<div>\niss|\n</div>\n`,
    'a list': `${bold}- Item\n\n  **iss|**\n`,
    'the item of a list': `${bold}- iss|\n`,
    'a quote': `${bold}> iss|\n`,
    'the middle of a line': `${bold}See **iss|**\n`,
    'front of other text': `${bold}iss| that\n`,
  };
  for (const [name, marked] of Object.entries(nowhere))
    it(`offers nothing in ${name}`, () => {
      assert.deepEqual(labelsAt(marked), []);
    });

  it('is brought up by marks alone', () => {
    assert.equal(labelsAt(`${bold}**|`, { trigger: '*' })[0], '**Long-term solution**');
    assert.equal(labelsAt(`${bold}##|`, { trigger: '#' })[0], '**Long-term solution**');
    for (const marks of ['*', '#', '#######', 'Issue #', '***'])
      assert.deepEqual(labelsAt(`${bold}${marks}|`, { trigger: marks.at(-1)! }), [], marks);
    assert.deepEqual(labelsAt('**|', { trigger: '*' }), []);
  });
});
