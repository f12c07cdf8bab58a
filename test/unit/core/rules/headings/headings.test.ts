import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyFix } from '../../../../../src/core/rules/fix';
import { docfx, open } from '../../support/repository';
import type { Files } from '../../support/memoryHost';

/** A schema that says nothing, so that headings alone are judged. */
const base: Files = {
  'docfx.json': docfx({ content: [{ files: '**/*.md', exclude: '**/includes/**' }] }),
  '.dynamics-docs.json': '{ "metadataSchema": "schema.json", "rules": { "include-unused": "off" } }',
  'schema.json': '{}',
};
const header = '---\ntitle: The title\n---\n\n';

/** The findings of an article, each with the texts after its fixes. */
async function found(
  body: string,
  more: Files = {},
): Promise<readonly { readonly at: string; readonly fixes: Readonly<Record<string, string>> }[]> {
  const text = header + body;
  const { repository } = await open({ ...base, 'a.md': text, ...more });
  return repository.diagnosticsOf('a.md').map(({ range, severity, code, fixes = [] }) => {
    assert.ok(
      fixes.every(({ isCertain }) => !isCertain),
      'what a heading should be is for a writer to say',
    );
    return {
      at: `${range.start.line + 1}:${range.start.character + 1} ${severity} ${code}`,
      fixes: Object.fromEntries(fixes.map((fix) => [fix.title, applyFix(text, fix, '\n').slice(header.length)])),
    };
  });
}

async function places(body: string, more: Files = {}): Promise<readonly string[]> {
  return (await found(body, more)).map(({ at }) => at);
}

describe('the heading of level 1', () => {
  it('may follow a byte order mark, which links see through as well', async () => {
    const text = '\ufeff# One\n\n[a](#one)\n';
    const { findings } = await open({ ...base, 'a.md': text });
    assert.deepEqual(
      findings('a.md').filter((finding) => !finding.includes('front-matter-missing')),
      [],
    );
  });

  it('is missed where a text has none, with ways to get one', async () => {
    assert.deepEqual(await found('Text\n\n## Part\n'), [
      {
        at: '5:1 warning h1-missing',
        fixes: {
          "Insert '# The title'": '# The title\n\nText\n\n## Part\n',
          "Make 'Part' the heading of level 1": 'Text\n\n# Part\n',
        },
      },
    ]);
    assert.deepEqual(await found('Part\n----\n\nText\n'), [
      {
        at: '5:1 warning h1-missing',
        fixes: {
          "Insert '# The title'": '# The title\n\nPart\n----\n\nText\n',
          "Make 'Part' the heading of level 1": '# Part\n\nText\n',
        },
      },
    ]);
  });

  it('is not missed where there is no text yet', async () => {
    assert.deepEqual(await places('\n[//]: # (to do)\n<!-- later -->\n'), []);
  });

  it('may come from an include, also through another one', async () => {
    const text = '[!INCLUDE [a](includes/a.md)]\n\nText\n';
    const through = { 'includes/a.md': '[!INCLUDE [b](b.md)]\n' };
    assert.deepEqual(await places(text, { 'includes/a.md': '# H\n' }), []);
    assert.deepEqual(await places(text, { ...through, 'includes/b.md': '# H\n' }), []);
    assert.deepEqual(await places(text, { ...through, 'includes/b.md': '## H\n' }), ['5:1 warning h1-missing']);
    // In the middle of a line it would be no heading.
    assert.deepEqual(await places('Text [!INCLUDE [a](includes/a.md)]\n', { 'includes/a.md': '# H\n' }), [
      '5:1 warning h1-missing',
      '5:20 warning include-block-inline',
    ]);
  });

  it('is judged again when an include changes', async () => {
    const { repository } = await open({
      ...base,
      'a.md': `${header}[!INCLUDE [a](includes/a.md)]\n\nText\n`,
      'includes/a.md': '# H\n',
    });
    const codes = (): readonly string[] => repository.diagnosticsOf('a.md').map(({ code }) => code);
    assert.deepEqual(codes(), []);
    assert.deepEqual([...repository.validateText('includes/a.md', 'No heading.\n')], ['a.md']);
    assert.deepEqual(codes(), ['h1-missing']);
  });

  it('is not said to be missed where an include is not there to look at', async () => {
    assert.deepEqual(await places('[!INCLUDE [a](includes/gone.md)]\n\nText\n'), ['5:15 error include-not-found']);
  });

  it('comes first, behind comments and includes', async () => {
    assert.deepEqual(await places('Text\n\n# H\n'), ['7:1 warning h1-not-first']);
    const before = '<a name="top"></a>\n[//]: # (comment)\n<!-- one\nmore -->\n[!INCLUDE [a](includes/a.md)]\n\n';
    assert.deepEqual(await places(`${before}# H\n`, { 'includes/a.md': 'A banner.\n' }), []);
  });

  it('is there once; the labels of tabs are none', async () => {
    assert.deepEqual(await found('# H\n\n# Again\n\nMore\n===\n'), [
      {
        at: '7:1 suggestion multiple-h1s',
        fixes: { 'Make it a heading of level 2': '# H\n\n## Again\n\nMore\n===\n' },
      },
      { at: '9:1 suggestion multiple-h1s', fixes: { 'Make it a heading of level 2': '# H\n\n# Again\n\n## More\n' } },
    ]);
    assert.deepEqual(await places('# H\n\n# [Web](#tab/web)\n\nText\n\n# [App](#tab/app)\n\n---\n'), []);
  });

  it('is compared with the title where a team asks for it', async () => {
    const configuration = {
      '.dynamics-docs.json': '{ "metadataSchema": "schema.json", "rules": { "h1-title-mismatch": "info" } }',
    };
    assert.deepEqual(await places('# Other\n'), []);
    assert.deepEqual(await found('# Other\n', configuration), [
      { at: '5:1 info h1-title-mismatch', fixes: { "Change the heading to 'The title'": '# The title\n' } },
    ]);
    assert.deepEqual(await places('# <a name="x"></a>**The**  title\n', configuration), []);
    assert.deepEqual(
      await places('# The [!INCLUDE [a](includes/a.md)]\n', { ...configuration, 'includes/a.md': 'x' }),
      [],
    );
  });
});

describe('headings of any level', () => {
  it('leave out no level on the way down', async () => {
    assert.deepEqual(await found('# H\n\n### Deep\n\n#### Deeper\n\n## Back\n\n#### Skipped\n'), [
      {
        at: '7:1 suggestion heading-skipped',
        fixes: { 'Make it a heading of level 2': '# H\n\n## Deep\n\n#### Deeper\n\n## Back\n\n#### Skipped\n' },
      },
      {
        at: '13:1 suggestion heading-skipped',
        fixes: { 'Make it a heading of level 3': '# H\n\n### Deep\n\n#### Deeper\n\n## Back\n\n### Skipped\n' },
      },
    ]);
    // The include may bring in the level between.
    assert.deepEqual(
      await places('# H\n\n[!INCLUDE [a](includes/a.md)]\n\n### Deep\n', { 'includes/a.md': '## P\n' }),
      [],
    );
  });

  it('have a text', async () => {
    assert.deepEqual(await found('# H\n\n## <a name="x"></a>\n\nText\n\n##\n'), [
      { at: '7:1 suggestion heading-empty', fixes: { 'Remove the heading': '# H\n\n\nText\n\n##\n' } },
      {
        at: '11:1 suggestion heading-empty',
        fixes: { 'Remove the heading': '# H\n\n## <a name="x"></a>\n\nText\n\n' },
      },
    ]);
    assert.deepEqual(await places('# H\n\n## [!INCLUDE [a](includes/a.md)]\n', { 'includes/a.md': 'Name' }), []);
  });

  it('are not looked for where nobody knows where the body starts, nor in include files and tables of contents', async () => {
    const { repository } = await open({
      ...base,
      'unclosed.md': '---\ntitle: T\n# required metadata\nauthor: a\n\nText\n',
      'includes/part.md': 'Text\n\n#### Deep\n',
      'toc.md': '## [A](a.md)\n\n#### [B](b.md)\n',
    });
    const headings = repository.diagnostics().filter(({ code }) => /^h1|heading/.test(code));
    assert.deepEqual(headings, []);
  });
});
