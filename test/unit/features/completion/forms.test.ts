import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { codeLanguages, isCodeLanguage, usualLanguages } from '../../../../src/core/directives/codeLanguages';
import { formFindings } from '../../../../src/core/rules/forms/registry';
import { createLineIndex, type Position } from '../../../../src/core/text/position';
import { completeAlert } from '../../../../src/features/completion/alerts';
import { completeBlockAttribute } from '../../../../src/features/completion/blockAttributes';
import { completeBlock } from '../../../../src/features/completion/blocks';
import { completeCodeLanguage } from '../../../../src/features/completion/codeLanguages';
import type { Completion, Completions } from '../../../../src/features/completion/completion';

type Complete = (text: string, position: Position) => Completions | undefined;

/** What is offered at the `|` of a text, in the order in which it is shown, each with the text after it was taken. */
function offered(complete: Complete, marked: string): readonly (Completion & { readonly result: string })[] {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const index = createLineIndex(text);
  const found = complete(text, index.positionAt(at));
  assert.equal(found?.isIncomplete ?? false, false);
  return [...(found?.items ?? [])]
    .sort((a, b) => (a.sortText < b.sortText ? -1 : 1))
    .map((item) => ({
      ...item,
      result:
        text.slice(0, index.offsetAt(item.range.start)) + item.newText + text.slice(index.offsetAt(item.range.end)),
    }));
}

function labels(complete: Complete, marked: string): readonly string[] {
  return offered(complete, marked).map(({ label }) => label);
}

function taken(complete: Complete, marked: string, label: string): string | undefined {
  return offered(complete, marked).find((item) => item.label === label)?.result;
}

function none(complete: Complete, texts: readonly string[]): void {
  for (const text of texts)
    it(`offers nothing at ${JSON.stringify(text)}`, () => {
      assert.deepEqual(labels(complete, text), []);
    });
}

const header = '---\ntitle: T\n---\n\n';

describe('completion of alerts', () => {
  const all = ['[!NOTE]', '[!TIP]', '[!IMPORTANT]', '[!CAUTION]', '[!WARNING]', '[!VIDEO]', '[!div]'];

  it('offers all where one is begun', () => {
    for (const text of ['> [|', '> [!|', '>[!no|', `${header}- > [!|]`, '[!|', 'Text\n[!N|'])
      assert.deepEqual(labels(completeAlert, text), all, text);
  });

  it('gives each item whole', () => {
    const [item] = offered(completeAlert, '> [!n|]');
    assert.deepEqual(item, {
      label: '[!NOTE]',
      kind: 'snippet',
      detail: 'Information that readers should notice',
      range: { start: { line: 0, character: 2 }, end: { line: 0, character: 6 } },
      newText: '[!NOTE]\n> ',
      snippet: '[!NOTE]\n> $1',
      filterText: '[!NOTE',
      sortText: '00',
      result: '> [!NOTE]\n> ',
    });
  });

  it('begins the line of the text, and the quote where there is none', () => {
    assert.equal(taken(completeAlert, '1. > [!|', '[!TIP]'), '1. > [!TIP]\n   > ');
    assert.equal(taken(completeAlert, '   [!|', '[!TIP]'), '   > [!TIP]\n   > ');
    assert.equal(taken(completeAlert, 'Text\r\n\r\n>[!|\r\n', '[!TIP]'), 'Text\r\n\r\n>[!TIP]\r\n> \r\n');
    assert.equal(taken(completeAlert, '> [!|\n> Text', '[!TIP]'), '> [!TIP]\n> Text');
    assert.equal(taken(completeAlert, '> [!|', '[!VIDEO]'), '> [!VIDEO https://]');
  });

  none(completeAlert, [
    '|',
    '[|',
    'Text [!|',
    '> [!| text',
    '> [a](b)|',
    '```\n> [!|',
    '<!--\n> [!|',
    '---\n> [!|\n---\n',
    '    > [!|',
  ]);
});

describe('completion of ::: elements', () => {
  it('offers those that may begin a line', () => {
    const names = [':::image', ':::video', ':::code', ':::zone', ':::moniker', ':::row', ':::no-loc'];
    for (const text of [':::|', '::: im|', `${header}> - :::|`, ':::|:::'])
      assert.deepEqual(labels(completeBlock, text), names, text);
  });

  it('offers those that may stand within a line', () => {
    assert.deepEqual(labels(completeBlock, 'Text :::|'), [':::image', ':::video', ':::no-loc']);
    assert.deepEqual(labels(completeBlock, '- a :::im| b'), [':::image', ':::video', ':::no-loc']);
  });

  it('offers the ends of those that are open first, the innermost before the others', () => {
    const open = ':::row:::\n:::column:::\nText\n';
    assert.deepEqual(labels(completeBlock, `${open}:::|`).slice(0, 3), [
      ':::column-end:::',
      ':::row-end:::',
      ':::image',
    ]);
    assert.deepEqual(labels(completeBlock, `${open}:::column-end:::\n:::co|`), [
      ':::row-end:::',
      ...[':::image', ':::video', ':::code', ':::zone', ':::moniker', ':::row', ':::column', ':::no-loc'],
    ]);
    assert.deepEqual(labels(completeBlock, '::: zone pivot="a"\n::: |').slice(0, 2), ['::: zone-end', ':::image']);
    assert.equal(labels(completeBlock, '::: zone pivot="a"\n:::|').includes(':::zone'), false);
  });

  it('writes them with places to fill in, under the marks of the line', () => {
    const [image] = offered(completeBlock, ':::im|');
    assert.equal(image?.snippet, ':::image type="content" source="$1" alt-text="$2":::');
    assert.equal(
      taken(completeBlock, '> :::|', ':::row'),
      '> :::row:::\n> :::column:::\n> \n> :::column-end:::\n> :::column:::\n> \n> :::column-end:::\n> :::row-end:::',
    );
  });

  it('writes none that would be found wrong for more than what is to be filled in', () => {
    for (const { label, result } of offered(completeBlock, ':::|')) {
      const filled = result.replaceAll('""', '"a"').replaceAll('https://"', 'https://a"');
      assert.deepEqual(formFindings(filled, 0), [], label);
    }
  });

  none(completeBlock, [
    '|',
    '::|',
    'a::|',
    ':::| text',
    '```\n:::|',
    '<!--\n:::|',
    '---\na: :::|\n---\n',
    '`:::image`|',
  ]);
});

describe('completion of attributes of ::: elements', () => {
  it('offers those that are not there, required ones first', () => {
    assert.deepEqual(labels(completeBlockAttribute, ':::image |:::'), [
      ...['source', 'type', 'alt-text', 'lightbox', 'border', 'link', 'loc-scope'],
    ]);
    assert.deepEqual(labels(completeBlockAttribute, 'Text :::image type="icon" so| alt-text="a":::'), [
      ...['source', 'lightbox', 'border', 'link', 'loc-scope'],
    ]);
    assert.deepEqual(labels(completeBlockAttribute, '::: zone |'), ['pivot', 'target']);
    assert.equal(taken(completeBlockAttribute, ':::image so|:::', 'source'), ':::image source="":::');
  });

  it('gives each item whole', () => {
    const [item] = offered(completeBlockAttribute, '::: moniker |');
    assert.deepEqual(item, {
      label: 'range',
      description: 'required',
      kind: 'key',
      range: { start: { line: 0, character: 12 }, end: { line: 0, character: 12 } },
      newText: 'range=""',
      snippet: 'range="$1"',
      filterText: 'range',
      sortText: '00',
      documentation: 'The versions: ">= one-1.0", "one-1.0 || two-2.0".',
      result: '::: moniker range=""',
    });
  });

  it('offers values where there is a list of them', () => {
    assert.deepEqual(labels(completeBlockAttribute, ':::image type="|":::'), ['content', 'complex', 'icon']);
    assert.equal(
      taken(completeBlockAttribute, ':::image source="a" type="co|ntent":::', 'complex'),
      ':::image source="a" type="complex":::',
    );
    assert.deepEqual(labels(completeBlockAttribute, ':::code language="|').slice(0, 2), ['xpp', 'al']);
    assert.deepEqual(labels(completeBlockAttribute, ':::image source="|"'), []);
  });

  none(completeBlockAttribute, [
    ':::image|',
    ':::image source="a":::|',
    ':::image source="a"::: |',
    ':::image source="a"|',
    ':::row |',
    ':::mermaid |',
    '`:::image |`',
    '```\n:::image |\n```',
    'Text |',
  ]);
});

describe('completion of code languages', () => {
  const first = ['xpp', 'al', 'csharp', 'json'];

  it('offers those of Dynamics first where a block of code begins', () => {
    for (const text of ['```|', '~~~ js|', `${header}1. > \`\`\`|\n`, '```\nx\n```\n\n```x|', '```|json'])
      assert.deepEqual(labels(completeCodeLanguage, text).slice(0, 4), first, text);
    assert.equal(taken(completeCodeLanguage, '```j|avascript\nx\n```', 'json'), '```json\nx\n```');
  });

  it('offers names that are known', () => {
    assert.deepEqual(
      [...usualLanguages].filter((name) => !codeLanguages.includes(name)),
      [],
    );
    assert.ok(codeLanguages.every(isCodeLanguage));
  });

  none(completeCodeLanguage, [
    '|',
    '``|',
    '```json\nx\n```|',
    '````\n```|',
    '<!--\n```|',
    '---\n```|\n---\n',
    '```json title|',
    'Text ```|',
  ]);
});

describe('completion of forms', () => {
  it('takes no longer than a reading of the text', () => {
    const line = 'Some text with `code`, [a link](a.md) and **bold** words.\n\n> [!NOTE]\n> Text\n\n';
    const text = `${header}${line.repeat(2500)}`;
    for (const [complete, end] of [
      [completeAlert, '> [!'],
      [completeBlock, ':::'],
      [completeBlockAttribute, ':::image '],
      [completeCodeLanguage, '```'],
    ] as const) {
      const whole = text + end;
      const position = createLineIndex(whole).positionAt(whole.length);
      const times = Array.from({ length: 9 }, () => {
        const before = process.cpuUsage();
        assert.ok(complete(whole, position) !== undefined);
        return process.cpuUsage(before).user / 1000;
      }).sort((a, b) => a - b);
      assert.ok((times[4] ?? Infinity) < 100, `${end} takes ${times.map(Math.round).join()} ms`);
    }
  });
});
