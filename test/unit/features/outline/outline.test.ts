import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { foldingLines } from '../../../../src/features/outline/folding';
import { includedHeadings } from '../../../../src/features/outline/includedHeadings';
import { outlineSymbols, type OutlineSymbol } from '../../../../src/features/outline/symbols';
import type { Files } from '../../core/support/memoryHost';
import { open } from '../../core/support/repository';
import { outlineOf, showSymbols } from './support';

/** The symbols of a text in an editor that has none of its own. */
function symbols(text: string): string[] {
  return showSymbols(outlineSymbols(outlineOf(text), [], false));
}

/** The same in an editor that shows headings. */
function lacking(text: string): string[] {
  return showSymbols(outlineSymbols(outlineOf(text), [], true));
}

function folds(text: string, showsHeadings = false): string[] {
  return foldingLines(outlineOf(text), showsHeadings).map(
    ({ startLine, endLine, isRegion }) => `${startLine}-${endLine}${isRegion ? ' region' : ''}`,
  );
}

const header = '---\ntitle: Restore a copy\nms.topic: article\n---\n';

/** As the family of the first article is written: front matter, a banner, bold lines. */
const family = `${header}
# Restore a copy

[!include [banner](includes/banner.md)]

**Environment details**

Cloud.

**Issue**

- One.
- Two.

**Solution**

Wait.

**Long-term solution**

We plan a button.
`;

/** The forms of the census: the labels of an article, and how the outline names them. */
const forms: readonly (readonly [labels: readonly string[], names: readonly string[]])[] = [
  [
    ['**Environment details** ', '**Symptom**  ', '**Issue**\\', '**Solution**\u00a0'],
    ['Environment details', 'Symptom', 'Issue', 'Solution'],
  ],
  [
    ['**Issue:**', '**Cause**:', '**Resolution: **', '__Additional option:__'],
    ['Issue', 'Cause', 'Resolution', 'Additional option'],
  ],
  [
    ['**Issue** ', '**Browser types:** text', '**Request**', '**Solution(s)** '],
    ['Issue', 'Solution(s)'],
  ],
  [
    ['**Umgebungsdetails**', '**Abgang**', '**Lösung**', '**Langfristige Lösung**'],
    ['Umgebungsdetails', 'Abgang', 'Lösung', 'Langfristige Lösung'],
  ],
  [
    ['## Issue', '## Cause', '## Resolution'],
    ['## Issue', '## Cause', '## Resolution'],
  ],
];

describe('outline', () => {
  it('has bold sections below the heading, in every editor', () => {
    const expected = [
      '5-25 # Restore a copy',
      '  9-12 Environment details',
      '  13-17 Issue',
      '  18-21 Solution',
      '  22-25 Long-term solution',
    ];
    assert.deepEqual(symbols(family), expected);
    assert.deepEqual(lacking(family), expected);
    assert.deepEqual(symbols(family.replaceAll('\n', '\r\n')), expected);
  });

  for (const [labels, names] of forms)
    it(`names the sections ${labels.join(', ')}`, () => {
      const [top, ...sections] = symbols(`# Q\n\n${labels.map((label) => `${label}\n\nText.\n`).join('\n')}`);
      assert.equal(top, `0-${labels.length * 4 + 1} # Q`);
      assert.deepEqual(
        sections.map((section) => section.replace(/^ +\d+-\d+ /, '')),
        names,
      );
    });

  it('has each set of sections below its question, and ends a section at a heading', () => {
    const set = '**Issue**\n\nText.\n\n**Solution**\n\nText.\n';
    assert.deepEqual(symbols(`# All\n\n## One\n\n${set}\n## Two\n\n${set}\n### See also\n\nText.\n`), [
      '0-25 # All',
      '  2-11 ## One',
      '    4-7 Issue',
      '    8-11 Solution',
      '  12-25 ## Two',
      '    14-17 Issue',
      '    18-21 Solution',
      '    22-25 ### See also',
    ]);
  });

  it('says of an article without bold sections what the editor does not', () => {
    const text = `${header}\n# *A* \`b\` <a name="x"></a>\n\n**Note**\n\nTitle\n---\n\n##\n\n#### Deep\n\n## [L](x.md)\n`;
    assert.deepEqual(symbols(text), [
      '5-17 # *A* b',
      '  9-11 ## Title',
      '  12-15 ##',
      '    14-15 #### Deep',
      '  16-17 ## [L](x.md)',
    ]);
    assert.deepEqual(lacking(text), []);
    assert.deepEqual(symbols('Text.\n'), []);
    assert.deepEqual(symbols(''), []);
  });

  it('has tabs where they stand, and no key of a header that the build does not see', () => {
    assert.deepEqual(
      symbols('# A\n\n# [**Windows**](#tab/windows)\n\nText.\n\n# [Linux](#tab/linux)\n\n---\n\n## B\n'),
      ['0-11 # A', '  2-5 Windows', '  6-9 Linux', '  10-11 ## B'],
    );
    assert.deepEqual(symbols('\n---\ntitle: x\n---\n\n# A\n'), ['5-6 # A']);
  });

  it('nests what it shows in its parent, whatever the text', () => {
    const line = fc.constantFrom(
      '# A',
      '### B',
      '**Issue**',
      '**Solution**',
      '## Cause',
      '',
      'T',
      '===',
      '# [x](#tab/x)',
      '- a',
    );
    const isNested = (symbol: OutlineSymbol): boolean =>
      symbol.children.every(
        (child, index) =>
          child.range.start.line > symbol.range.start.line &&
          child.range.end.line <= symbol.range.end.line &&
          child.range.start.line > (symbol.children[index - 1]?.range.end.line ?? -1) &&
          isNested(child),
      );
    fc.assert(
      fc.property(fc.array(line), (lines) => outlineSymbols(outlineOf(lines.join('\n')), [], false).every(isNested)),
    );
  });
});

describe('folding', () => {
  it('folds front matter as a region, and sections to the next one', () => {
    assert.deepEqual(folds(family), ['0-3 region', '5-24', '9-11', '13-16', '18-20', '22-24']);
    assert.deepEqual(folds(family, true), ['0-3 region', '9-11', '13-16', '18-20', '22-24']);
  });

  it('leaves headings to an editor that folds them, and what has nothing to fold', () => {
    const text = '# A\n\n## Issue\n\nText.\n\n## Cause\n\n## Resolution\n\nText.\n';
    assert.deepEqual(folds(text), ['0-10', '2-4', '8-10']);
    assert.deepEqual(folds(text, true), []);
    assert.deepEqual(folds('**Issue**\n**Solution**\n\nText.', true), []);
    assert.deepEqual(folds('---\ntitle: x\n'), []);
  });
});

describe('outline with includes', () => {
  const files: Files = {
    'a.md':
      '# A\n\n## B\n\n[!include [x](includes/x.md)]\n\n### C\n\nSee [!include [x](includes/x.md)].\n\n- a\n\n      [!include [y](includes/y.md)]\n',
    'b.md':
      '# B\n\n**Issue**\n\nText.\n\n[!include [y](includes/y.md)]\n\n**Solution**\n\nText.\n\n[!include [gone](gone.md)]\n',
    'c.md': '[!include [d](d.md)]\n',
    'd.md': '## D\n\n[!include [c](c.md)]\n\n[!include [d](d.md)]\n',
    'includes/x.md': '---\ntitle: x\n---\n## X\n\n[!include [y](y.md)]\n\n## Z\n\n# [Tab](#tab/x)\n',
    'includes/y.md': '### Y\n',
  };

  async function shown(path: string, showsHeadings: boolean): Promise<string[]> {
    const { repository } = await open(files);
    const text = (await repository.sources.textOf(path)) ?? '';
    const included = includedHeadings(repository.includes.graph, path);
    return showSymbols(outlineSymbols(outlineOf(text), included, showsHeadings));
  }

  it('has the headings that an include on a line of its own brings in, where the build has them', async () => {
    assert.deepEqual(await shown('a.md', false), [
      '0-13 # A',
      '  2-3 ## B',
      '  4-4 ## X < includes/x.md',
      '    4-4 ### Y < includes/y.md',
      '  4-13 ## Z < includes/x.md',
      '    6-13 ### C',
    ]);
  });

  it('has them alone where the editor shows those of the article', async () => {
    assert.deepEqual(await shown('a.md', true), [
      '4-4 ## X < includes/x.md',
      '  4-4 ### Y < includes/y.md',
      '4-4 ## Z < includes/x.md',
    ]);
  });

  it('has no section below them', async () => {
    const expected = ['0-13 # B', '  2-5 Issue', '  6-7 ### Y < includes/y.md', '  8-13 Solution'];
    assert.deepEqual(await shown('b.md', false), expected);
    assert.deepEqual(await shown('b.md', true), expected);
  });

  it('ends where includes go in circles', async () => {
    assert.deepEqual(await shown('c.md', false), ['0-1 ## D < d.md']);
    assert.deepEqual(await shown('d.md', true), []);
  });

  it('survives files that include each other many times over', async () => {
    const text = '## H\n\n[!include [x](x.md)]\n\n[!include [y](y.md)]\n';
    const many: Record<string, string> = {};
    for (let i = 0; i < 25; i++) many[`includes/${i}.md`] = `[!include [x](${i + 1}.md)]\n\n`.repeat(3);
    const { repository } = await open({ ...many, 'includes/25.md': text, 'a.md': '[!include [x](includes/0.md)]\n' });
    const start = performance.now();
    const count = includedHeadings(repository.includes.graph, 'a.md').length;
    assert.ok(count > 0 && count < 10_000, String(count));
    assert.ok(performance.now() - start < 2000);
  });
});
