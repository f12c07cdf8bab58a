import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { applyFix } from '../../../../../src/core/rules/fix';
import { readOutline } from '../../../../../src/core/structure/outline';
import { bundledProfiles } from '../../../../../src/core/structure/profile';
import { findMarkedLines } from '../../../../../src/core/structure/markedLines';
import { findSections, mayHaveSections } from '../../../../../src/core/structure/sections';
import type { Files } from '../../support/memoryHost';
import { docfx, open } from '../../support/repository';

/** An article with these lines as labels, each with a text below it. */
function labelled(...labels: readonly string[]): string {
  return `# Question\n\n${labels.map((label) => `${label}\n\nText.\n`).join('\n')}`;
}

/** The profile of a text and the ids of its sections, group by group. */
function recognized(text: string): string {
  const found = findSections(readOutline(text, 0), text.length, bundledProfiles, () => false);
  if (found === undefined) return 'none';
  const groups = found.groups.map((group) => group.map(({ section }) => section.id).join(' '));
  return `${found.profile.name}: ${groups.join(' | ')}`;
}

const family = 'environment-issue-solution';

// The rows of the census, as the family of the first article is written.
const census: readonly (readonly [labels: readonly string[], expected: string])[] = [
  [
    ['**Environment details**', '**Issue**', '**Solution**', '**Long-term solution**'],
    `${family}: environment issue solution long-term-solution`,
  ],
  [
    ['**Environment details**', '**Symptom**', '**Issue**', '**Solution**', '**Long-term solution**'],
    `${family}: environment symptom issue solution long-term-solution`,
  ],
  [
    [
      '**Environment details** ',
      '**Symptom** ',
      '**Red flag**',
      '**Issue** ',
      '**Browser types:** text',
      '**Solution**',
    ],
    `${family}: environment symptom red-flag issue solution`,
  ],
  [['**Environment details** ', '**Issue**', '**Resolution**'], `${family}: environment issue solution`],
  [['**Issue**', '**Cause**', '**Resolution**'], `${family}: issue cause solution`],
  [['**Issue:**', '**Resolution:**'], `${family}: issue solution`],
  [
    ['**Issue**:', '**Cause:**', '**Resolution:**', '**Additional option:**'],
    `${family}: issue cause solution additional-option`,
  ],
  [['**Problem** ', '**Solution(s)** '], `${family}: issue solution`],
  [['## Issue', '## Cause', '## Resolution'], `${family}: issue cause solution`],
  [['## Issue', '## Resolution', '## See also'], `${family}: issue solution`],
  [
    [
      '**Umgebungsdetails**',
      '**Symptom(e)**',
      '**Rote Markierung**',
      '**Abgang**',
      '**Ursache**',
      '**Lösung**',
      '**Zusätzliche Option**',
      '**Langfristige Lösung**',
    ],
    `${family}: environment symptom red-flag issue cause solution additional-option long-term-solution`,
  ],
  [['**Problem**', '**Auflösung**'], `${family}: issue solution`],
  [['## Symptoms', '## Cause', '## Resolution'], 'symptoms-cause-resolution: symptoms cause resolution'],
  [['## Symptoms', '## Solution'], 'symptoms-cause-resolution: symptoms resolution'],
  [['**Request**', '**Response**', '**Formula**', '**Issue**'], 'none'],
  [['## Solution', '## Next steps'], 'none'],
];

const base: Files = {
  'docfx.json': docfx({ content: [{ files: '**/*.md', exclude: '**/includes/**' }] }),
  '.dynamics-docs.json':
    '{ "metadataSchema": "schema.json", "rules": { "include-unused": "off", "front-matter-missing": "off" } }',
  'schema.json': '{}',
};

/** The findings of an article, each with the texts after its fixes. */
async function found(text: string, more: Files = {}, path = 'a.md'): Promise<readonly (readonly string[])[]> {
  const { repository } = await open({ ...base, [path]: text, ...more });
  return repository.diagnosticsOf(path).map(({ range, severity, code, message, fixes = [] }) => {
    assert.equal(severity, 'suggestion');
    assert.ok(fixes.every(({ isCertain }) => !isCertain));
    const texts = fixes.flatMap((fix) => [fix.title, applyFix(text, fix, '\n')]);
    return [`${range.start.line + 1} ${code} ${/'[^']*'/.exec(message)?.[0] ?? ''}`.trim(), ...texts];
  });
}

describe('the sections of an article', () => {
  for (const [labels, expected] of census)
    it(`are known: ${labels.join(' → ')}`, async () => {
      const text = labelled(...labels);
      assert.equal(recognized(text), expected);
      assert.deepEqual(await found(text), []);
    });

  it('are known with the text on the next line, a hard break and an underline', () => {
    assert.equal(recognized('# Q\n\n**Issue**  \nText.\n\n__Solution__\\\nText.\n'), `${family}: issue solution`);
    assert.equal(recognized('Issue\n-----\n\nText.\n\nSolution\n---\n\nText.\n'), `${family}: issue solution`);
  });

  it('are none in quotes, lists, code and comments', () => {
    assert.equal(recognized('> **Issue**\n>\n> **Solution**\n\n- **Issue**\n- **Solution**\n'), 'none');
    assert.equal(recognized('```\n## Issue\n## Solution\n```\n\n<!--\n## Issue\n\n## Solution\n-->\n'), 'none');
  });

  it('stand together below one heading: single labels of several do not make a kind', async () => {
    const text = '# Errors\n\n## Error 1\n\n### Cause\n\nText.\n\n## Error 2\n\n### Solution\n\nText.\n';
    assert.equal(recognized(text), 'none');
    const twice =
      '# Errors\n\n## Error 1\n\n### Issue\n\nA.\n\n### Solution\n\nB.\n\n## Error 2\n\n### Issue\n\nA.\n\n### Solution\n\nB.\n';
    assert.equal(recognized(twice), `${family}: issue solution | issue solution`);
    assert.deepEqual(await found(twice), []);
  });

  it('are looked for in every text that has any', () => {
    const line = fc
      .tuple(
        fc.constantFrom('', '', '', ' ', '   ', '> ', '- '),
        fc.constantFrom('## ', '# <a id="x"></a>', '**', '__', '', '### **'),
        fc.constantFrom('Issue', 'solution:', 'Long-term  solution', 'Symptom(e)', 'text', ''),
        fc.constantFrom('**', '__', '', ' ##', '**:  '),
        fc.constantFrom('\n', '\n\n', '\n---\n', '\r\n', '\n\n<div>\n'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.join('');
        if (recognized(text) !== 'none')
          assert.ok(mayHaveSections(text, findMarkedLines(text, 0), bundledProfiles), text);
      }),
      { seed: 20261125, numRuns: 20_000 },
    );
  });

  it('may repeat as a whole', async () => {
    const text = labelled('**Environment details**', '**Issue**', '**Solution**', '**Issue**', '**Solution**');
    assert.deepEqual(await found(text), []);
  });
});

describe('a section', () => {
  it('is missed where its kind has it, and inserted in place, in the form and language of the others', async () => {
    const text = '# Q\n\n**Environment details**\n\nWeb.\n\n**Issue:**\n\nText.\n';
    assert.deepEqual(await found(text), [
      ["1 section-missing 'Solution'", "Insert the section 'Solution'", `${text}\n**Solution**\n`],
    ]);
    const german = '# F\n\n## Ursache\n\nText.\n\n## Lösung\n\nText.\n';
    assert.deepEqual(await found(german), [
      [
        "1 section-missing 'Symptome'",
        "Insert the section 'Symptome'",
        german.replace('## Ursache', '## Symptome\n\n## Ursache'),
      ],
    ]);
  });

  it('comes before those that follow it in the order, and is moved as a whole', async () => {
    const text = '# Q\n\n**Solution**\n\nOne.\n\nTwo.\n\n**Issue**\n\nThree.\n';
    assert.deepEqual(await found(text), [
      [
        "9 section-order 'Issue'",
        "Move it before 'Solution'",
        '# Q\n\n**Issue**\n\nThree.\n\n**Solution**\n\nOne.\n\nTwo.\n',
      ],
    ]);
    const middle = '# Q\n\n## Cause\n\nA.\n\n## Issue\n\nB.\n\n## Solution\n\nC.\n';
    assert.deepEqual(await found(middle), [
      [
        "7 section-order 'Issue'",
        "Move it before 'Cause'",
        '# Q\n\n## Issue\n\nB.\n\n## Cause\n\nA.\n\n## Solution\n\nC.\n',
      ],
    ]);
  });

  it('has a text; an include is one, a comment is not, and parts are', async () => {
    const text = '# Q\n\n## Issue\n\n<!-- to do -->\n\n## Solution\n\n### First\n\nText.\n';
    assert.deepEqual(await found(text), [
      ["3 section-empty 'Issue'", 'Remove the section', '# Q\n\n## Solution\n\n### First\n\nText.\n'],
    ]);
    const included = '# Q\n\n**Issue**\n\n[!INCLUDE [a](includes/a.md)]\n\n**Solution**\n\nText.\n';
    assert.deepEqual(await found(included, { 'includes/a.md': 'Text.\n' }), []);
  });

  it('is there once for one question', async () => {
    const text = '# Q\n\n**Issue**\n\nA.\n\n**Solution**\n\nB.\n\n**Solution**\n\nC.\n';
    assert.deepEqual(await found(text), [
      [
        "11 section-duplicate 'Solution'",
        'Join it with the one above',
        '# Q\n\n**Issue**\n\nA.\n\n**Solution**\n\nB.\n\n\nC.\n',
      ],
    ]);
  });

  it('is labelled like the others', async () => {
    const text = '# Q\n\n**Issue**\n\nA.\n\n**Cause:**\n\nB.\n\nSolution\n---\n\nC.\n';
    assert.deepEqual(
      await found(text),
      [
        [
          '11 section-style',
          'Write all labels as bold lines',
          '# Q\n\n**Issue**\n\nA.\n\n**Cause:**\n\nB.\n\n**Solution**\n\nC.\n',
        ],
      ].map(([place, ...others]) => [`${place ?? ''} '**Solution**'`, ...others]),
    );
    const headings = '# Q\n\n## Issue\n\nA.\n\n## Cause\n\nB.\n\n**Solution:**\n\nC.\n';
    assert.deepEqual(await found(headings), [
      [
        "11 section-style '## Solution'",
        'Write all labels as headings',
        '# Q\n\n## Issue\n\nA.\n\n## Cause\n\nB.\n\n## Solution\n\nC.\n',
      ],
    ]);
  });
});

describe('the profiles of a team', () => {
  const profile = {
    name: 'release-note',
    files: ['notes/**'],
    sections: [
      { id: 'what', titles: ['What is new', 'Changes'], required: true },
      { id: 'why', titles: ['Why'] },
    ],
  };
  const configured = (...articleProfiles: readonly object[]): Files => ({
    '.dynamics-docs.json': JSON.stringify({
      metadataSchema: 'schema.json',
      rules: { 'front-matter-missing': 'off' },
      articleProfiles,
    }),
  });

  it('hold for the files that they name, whatever these have, and elsewhere where two labels are', async () => {
    assert.deepEqual(await found('# N\n\nText.\n', configured(profile), 'notes/a.md'), [
      ["1 section-missing 'What is new'", "Insert the section 'What is new'", '# N\n\nText.\n\n**What is new**\n'],
    ]);
    assert.deepEqual(await found('# N\n\n## Why\n\nText.\n', configured(profile)), []);
    assert.deepEqual(
      (await found('# N\n\n## Why\n\nText.\n\n## Changes\n\nText.\n', configured(profile))).map(([place]) => place),
      ["7 section-order 'Changes'"],
    );
    const silent = configured({ ...profile, detect: false });
    assert.deepEqual(await found('# N\n\n## Why\n\nText.\n\n## Changes\n\nText.\n', silent), []);
  });

  it('leave the bundled ones in force, or replace one by its name', async () => {
    const text = '# Q\n\n## Cause\n\nText.\n\n## Solution\n\nText.\n';
    assert.equal((await found(text, configured(profile))).length, 1);
    const off = ['environment-issue-solution', 'symptoms-cause-resolution'].map((name) => ({ name, detect: false }));
    assert.deepEqual(await found(text, configured(...off)), []);
  });
});

describe('hostile articles', () => {
  const many = 20_000;
  const texts: readonly (readonly [name: string, text: string])[] = [
    ['labels without number', '**Issue**\n\n**Solution**\n\n'.repeat(many)],
    ['one label again and again', `**Solution**\n\n${'**Issue**\n\n'.repeat(many)}`],
    ['headings without number', `${'## Part\n\n'.repeat(many)}## Issue\n\n## Solution\n\n`],
    ['labels in both forms', '**Issue**\n\n## Solution\n\n'.repeat(many)],
    ['stars', `${'*'.repeat(many)}\n\n${'**a'.repeat(many)}\n\n**Issue**\n\n**Solution**`],
    ['spaces', `**Issue**${' '.repeat(many)}x\n\n**Solution**${' '.repeat(many)}x\n\n${' '.repeat(many)}**Cause**`],
    ['comments', `${'<!-- '.repeat(many)}\n\n**Issue**\n\n**Solution**`],
  ];
  for (const [name, text] of texts)
    it(`take no longer than their length: ${name}`, async () => {
      const start = performance.now();
      await open({ ...base, 'a.md': text });
      const took = performance.now() - start;
      assert.ok(took < 3000, `took ${took.toFixed()} ms`);
    });
});

describe('the sample docset', () => {
  it('has an article of the family', () => {
    const text = readFileSync('examples/contoso-docs/articles/troubleshooting/missing-time-entries.md', 'utf8');
    assert.match(recognized(text), /^environment-issue-solution: /);
  });
});
