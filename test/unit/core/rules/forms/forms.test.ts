import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { applyFix } from '../../../../../src/core/rules/fix';
import { formFindings } from '../../../../../src/core/rules/forms/registry';
import { docfx, open } from '../../support/repository';

/** What is found in a text: the code, a severity other than its usual one, and the place. */
function found(text: string): readonly string[] {
  return formFindings(text, 0).map(
    ({ code, span, graded }) =>
      `${code}${graded === undefined ? '' : ` ${graded.severity}`} ${text.slice(span.start, span.end)}`,
  );
}

/** The text after the first repair of each finding, certain ones with `!`. */
function repaired(text: string): readonly string[] {
  return formFindings(text, 0).flatMap(({ fixes = [] }) =>
    fixes.slice(0, 1).map((fix) => `${fix.isCertain ? '!' : '?'} ${applyFix(text, fix, '\n')}`),
  );
}

function check(cases: Readonly<Record<string, readonly string[]>>): void {
  for (const [text, expected] of Object.entries(cases)) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(found(text), expected);
    });
  }
}

function checkRepairs(cases: Readonly<Record<string, readonly string[]>>): void {
  for (const [text, expected] of Object.entries(cases)) {
    it(`repairs ${JSON.stringify(text)}`, () => {
      assert.deepEqual(repaired(text), expected);
    });
  }
}

const column = (text: string): string => `:::column:::\n${text}\n:::column-end:::\n`;

describe('alerts', () => {
  check({
    '> [!NOTE]\n> Text': [],
    '>[!tip]  \n>Text': [],
    '> [!div class="a"]\n> Text': [],
    '> [!VIDEO https://a]': [],
    '> [!INCLUDE [a](a.md)]': [],
    '> [!NOTE](a.md)': [],
    '> [NOTE]\n\n[note]: a.md': [],
    'Write [!NOTE] there': [],
    '\\[!NOTE]': [],
    '`[!NOTE]`\n': [],
    '```\n> [!NOET]\n[!NOTE]\n```': [],
    '<!--\n> [!NOET]\n-->': [],
    '<div>\n[!NOTE]\n</div>': [],
    '> [!NOET]\n> Text': ['alert-unknown [!NOET]'],
    '- > [!SUCCESS]\n  > Text': ['alert-unknown [!SUCCESS]'],
    '> Text\n> [!WARNIGN]': ['alert-unknown [!WARNIGN]'],
    '> [NOTE]\n> Text': ['alert-malformed [NOTE]'],
    '> [! NOTE]\n> Text': ['alert-malformed [! NOTE]'],
    '> ![NOTE]\n> Text': ['alert-malformed ![NOTE]'],
    '> [!NOTE\n> Text': ['alert-malformed [!NOTE'],
    '>  [!NOTE]\n> Text': ['alert-malformed [!NOTE]'],
    '[!NOTE]\n\nText': ['alert-malformed [!NOTE]'],
    '[!NOTE] Text': ['alert-malformed [!NOTE]'],
    'Text\n[!NOTE]\nText': ['alert-malformed [!NOTE]'],
    '> [!NOTE] Text': ['invalid-note-section [!NOTE]'],
    '> [!NOTE]: Text': ['invalid-note-section [!NOTE]'],
  });
  checkRepairs({
    '1. > [!NOTE] Text': ['! 1. > [!NOTE]\n   > Text'],
    '>[!NOTE]Text\n>More': ['! >[!NOTE]\n> Text\n>More'],
    '[!NOTE]\n> Text': ['! > [!NOTE]\n> Text'],
    '1. Text\n   [!NOTE]\n   More': ['! 1. Text\n   > [!NOTE]\n   > More'],
    '1. Text\n   [!NOTE]\nMore': [],
    '[!NOTE]\n\nText': [],
    '> [!HINT]\n> Text': [],
  });
});

describe('::: elements', () => {
  check({
    ':::image type="content" source="a.png" alt-text="b":::': [],
    ':::IMAGE source = "a.png" alt-text="b" lightbox="c.png" border="false":::': [],
    'Text :::image source="a.png" alt-text="b"::: and :::no-loc text="x"::: text': [],
    ':::image type="complex" source="a.png" alt-text="b":::\n\nText\n\n:::image-end:::': [],
    [`:::row:::\n${column('a')}${column('b')}:::row-end:::`]: [],
    ':::row:::\n\n    :::column span="2":::\n    Text\n\n    :::column-end:::\n:::row-end:::': [],
    '::::row:::\n:::column:::\nText\n:::column-end:::\n::::row-end:::': [],
    '::: zone pivot="a, b-2"\n\nText\n\n::: zone-end': [],
    '> ::: zone target="docs"\n> Text\n> ::: zone-end': [],
    '::: moniker range=">= a"\nText\n::: moniker-end': [],
    ':::code language="cs" source="a.cs" range="1-2":::': [],
    '::: mermaid\ngraph\n:::': [],
    '::: {.class}\nText\n:::': [],
    'a:::image and std:::b': [],
    '`:::image`': [],
    '```\n:::row:::\n:::imgae:::\n```': [],
    '<div>\n:::row:::\n</div>\n\n:::row-end:::': [],
    ':::imgae source="a.png":::': ['triple-colon-unknown :::imgae'],
    ':::row:::\n:::row-edn:::': ['triple-colon-unknown :::row-edn', 'invalid-row warning :::row'],
    ':::row-end:::': ['triple-colon-unopened :::row-end'],
    ':::code source="a.cs":::\n:::code-end:::': ['triple-colon-unopened :::code-end'],
    '::: image source="a.png" alt-text="b":::': ['invalid-image ::: image'],
    '::::image source="a.png" alt-text="b":::': ['invalid-image ::::image'],
    ':::image sorce="a.png" alt-text="b":::': ['invalid-image sorce'],
    ':::image source="a.png" alt="b":::': ['invalid-image alt'],
    ':::image source="a.png" width="3" alt-text="b":::': ['invalid-image width'],
    ':::image source=“a.png” alt-text="b":::': ['invalid-image source=“a.png”'],
    ':::image source="a.png alt-text="b":::': ['invalid-image "'],
    ':::image source="a.png" alt-text="b:::': ['invalid-image alt-text="b:::'],
    ':::image source="a" source="b" alt-text="c":::': ['invalid-image source="b"'],
    ':::image alt-text="b":::': ['invalid-image :::image'],
    ':::image source="a.png" alt-text="b"\nText': ['invalid-image :::image source="a.png" alt-text="b"'],
    ':::image type="conetnt" source="a.png" alt-text="b":::': ['invalid-image warning conetnt'],
    ':::image type="complex" source="a.png" alt-text="b":::\nText': ['invalid-image warning :::image'],
    ':::image type="complex" source="a.png" alt-text="b":::\nText\n:::image-end': [
      'invalid-image warning :::image-end',
    ],
    ':::video title="a":::': ['invalid-video :::video'],
    ':::code language="cs":::': ['invalid-code :::code'],
    '::: zone\nText\n::: zone-end': ['invalid-zone ::: zone'],
    '::: zone target="html"\nText\n::: zone-end': ['invalid-zone html'],
    '::: zone target="pdf" pivot="a"\nText\n::: zone-end': ['invalid-zone a'],
    '::: zone pivot="A"\nText\n::: zone-end:::': ['invalid-zone A', 'invalid-zone warning :::'],
    '::: zone pivot="a"\n::: zone pivot="b"\n::: zone-end\n::: zone-end': ['invalid-zone ::: zone'],
    '::: zone pivot="a"': ['invalid-zone warning ::: zone'],
    '::: moniker\nText\n::: moniker-end': ['invalid-moniker-range ::: moniker'],
    ':::row :::\n:::row-end:::': ['invalid-row :::row :::'],
    ':::row:::\n:::row-end': ['invalid-row warning :::row-end'],
    [column('a').trimEnd()]: ['invalid-nested-column :::column'],
    [`:::row:::\n:::column:::\na\n${column('b')}:::row-end:::`]: ['invalid-nested-column warning :::column'],
  });
  checkRepairs({
    ':::image src=a.png alt-text="b":::': ['! :::image src="a.png" alt-text="b":::'],
    ':::image source="a.png" alt-text="b"\nText': ['! :::image source="a.png" alt-text="b":::\nText'],
    '::: zone pivot="Windows"\n::: zone-end': ['! ::: zone pivot="windows"\n::: zone-end'],
    '  :::row:::\n  :::column:::\n  a\n  :::row-end:::': [
      '!   :::row:::\n  :::column:::\n  a\n  :::column-end:::\n  :::row-end:::',
    ],
    ':::image width="3" source="a.png" alt-text="b":::': [],
  });
});

describe('images without a text', () => {
  check({
    '![a](a.png)': [],
    '`![](a.png)`': [],
    '\\![](a.png)': [],
    '    ![](a.png)': [],
    '<!-- ![](a.png) -->': [],
    '![] and more': [],
    ':::image type="icon" source="a.png":::': [],
    '![](a.png)': ['alt-text-missing ![](a.png)'],
    '- [![ ](a.png "title")](b.md)': ['alt-text-missing ![ ](a.png "title")'],
    '| A | B |\n|---|---|\n| ![](a.png) | b |': ['alt-text-missing ![](a.png)'],
    ':::image source="a.png":::': ['alt-text-missing error :::image source="a.png":::'],
    'Text :::image source="a.png" alt-text=" "::: text': [
      'alt-text-missing error :::image source="a.png" alt-text=" ":::',
    ],
  });
});

describe('code blocks', () => {
  check({
    '```json\n{}\n```': [],
    '~~~ C#\nx\n~~~': [],
    '```mylang\nx\n```': [],
    '```{.python}\nx\n```': [],
    '````\n```jsno\n````': [],
    '- Text\n\n  ```json\n  {}\n  ```\n- More': [],
    '```jsno\n{}\n```': ['code-language-unknown jsno'],
    '> ~~~pyhton title="a"\n> x\n> ~~~': ['code-language-unknown pyhton'],
    '```json\n{}\n``': ['code-block-unclosed ```'],
    '1. Text\n   ````\n  x\n   ````': ['code-block-unclosed ````'],
  });
  checkRepairs({
    '- a\n\n  ```\n  x': ['? - a\n\n  ```\n  x\n  ```\n'],
    '- a\n\n  ```\n  x\n\nText': [],
  });
});

describe('forms', () => {
  it('are judged in include files as in articles, and not in front matter', async () => {
    const body = '\n> [!NOET]\n> Text\n';
    const { repository } = await open({
      'docfx.json': docfx({ content: [{ files: '**/*.md', exclude: '**/includes/**' }] }),
      '.dynamics-docs.json': '{ "metadataSchema": "schema.json", "rules": { "alert-unknown": "error" } }',
      'schema.json': '{}',
      'a.md': `---\ntitle: "> [!NOET]"\n---\n\n# H\n[!INCLUDE [b](includes/b.md)]\n${body}`,
      'includes/b.md': `Text\n${body}`,
    });
    const places = repository
      .diagnostics()
      .map(
        ({ path, range, severity, code }) =>
          `${path}:${range.start.line + 1}:${range.start.character + 1} ${severity} ${code}`,
      );
    assert.deepEqual(places, ['a.md:8:3 error alert-unknown', 'includes/b.md:3:3 error alert-unknown']);
  });

  const pieces = [
    ...[
      '\n',
      '\r\n',
      '\n\n',
      ' ',
      '    ',
      '> ',
      '- ',
      '`',
      '```',
      '~~~',
      '<!--',
      '-->',
      '<div>',
      '|',
      '\\',
      'a',
      '\ud83d',
    ],
    ...[
      ':::',
      '::: ',
      '::::',
      'row',
      'column',
      'zone',
      'moniker',
      'image',
      '-end',
      'imgae',
      ' type="complex"',
      ' source="a"',
    ],
    ...[
      ' alt-text="b"',
      ' pivot="a"',
      ' x',
      '="',
      '"',
      '[!NOTE]',
      '[!NOET]',
      '[NOTE]',
      '[!',
      '![](a)',
      '![',
      '](a)',
      '[',
      ']',
    ],
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));

  it('are found alike by the quick look and by the whole walk', () => {
    const code = '```\n```\n';
    fc.assert(
      fc.property(texts, (text) => {
        const shifted = formFindings(code + text, 0).map(({ span, ...finding }) => ({
          code: finding.code,
          message: finding.message,
          span: { start: span.start - code.length, end: span.end - code.length },
        }));
        assert.deepEqual(
          formFindings(text, 0).map(({ code: name, message, span }) => ({ code: name, message, span })),
          shifted,
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('have their places in the text, and repairs that no other finding of the kind follows from', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { code, span, fixes = [] } of formFindings(text, 0)) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, code);
          for (const fix of fixes) assert.notEqual(applyFix(text, fix, '\n'), text, code);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('take no longer than the text, whatever it holds', () => {
    for (const piece of [...pieces, '[!NOTE]\n', '> [NOTE]\n', '>  [!NOTE]\n', ':::image a', ':::image !', ' a1="b"'])
      for (const start of ['', ':::image ', ':::zone\n', '> ']) {
        const before = process.cpuUsage();
        formFindings(start + piece.repeat(Math.ceil(200_000 / piece.length)), 0);
        const { user } = process.cpuUsage(before);
        assert.ok(user < 2_000_000, `${JSON.stringify(start + piece)} takes ${user / 1000} ms`);
      }
  }).timeout(120_000);
});
