import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readCsv, writeCsv } from '../../../../src/cli/csv';
import { yamlText } from '../../../../src/core/frontMatter/edit';
import { toJson } from '../../../../src/core/text/locatedNode';
import { cellOf } from '../../../../src/features/bulk/cell';
import { planEdits } from '../../../../src/features/bulk/plan';
import { readYaml } from '../../../../src/features/metadata/setValue';
import { docsetWith, tableOf, type Table } from './support';

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...` "'=+-@,;:#[]{}\\~\t\nnulltrue10.ü`.split(/(?:)/)), maxLength: 8 }),
);
const values = fc.oneof(
  texts.map(yamlText),
  fc.constantFrom(
    '',
    '""',
    '10.0',
    'true',
    '~',
    '{a: 1.50, b: [c]}',
    '[{a: 1}]',
    '[]',
    '|\n  two\n  lines',
    '>-\n  f\n  g',
  ),
  fc
    .array(
      texts.map((text) => JSON.stringify(text.replaceAll(/[^ -~ü]/g, '_'))),
      { maxLength: 3 },
    )
    .map((items) => `[${items.join(', ')}]`),
  fc
    .array(texts.map(yamlText), { minLength: 1, maxLength: 3 })
    .map((items) => `\n${items.map((item) => `  - ${item}`).join('\n')}`),
);
const keys = ['title', 'author', 'ms.date', 'ms.topic', 'ms.service', 'ms.custom', 'feedback', 'note', 'file'];
const articles = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), values, fc.constantFrom('', '# c', '')), {
      selector: ([key]) => key,
      maxLength: 6,
    }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([entries, isWindows, hasMark]) => {
    const lines = entries.flatMap(([key, value, comment]) => [
      `${key}: ${value}`,
      ...(comment === '' ? [] : [comment]),
    ]);
    const text = ['---', ...lines, '---', '', '# H', ''].join('\n');
    return `${hasMark ? '\ufeff' : ''}${isWindows ? text.replaceAll('\n', '\r\n') : text}`;
  });

/** As a file that a spreadsheet saved. */
function throughCsv(table: Table): Table {
  return readCsv(`\ufeff${writeCsv(table)}`, 'm.csv');
}

describe('A table of metadata, of any article', () => {
  it('changes nothing as it is', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (text) => {
        const repository = await docsetWith(text);
        assert.deepEqual(await planEdits(repository, throughCsv(await tableOf(repository))), {
          files: [],
          problems: [],
        });
      }),
      { numRuns: 300, seed: 20261126 },
    );
  });

  it('changes the one key whose cell is edited, and no other', async () => {
    const edits = fc.constantFrom(
      'New',
      '[a, b]',
      '"q',
      '=1',
      'true',
      '7.50',
      'a: b # c',
      '',
      "'x'",
      '- x',
      'a\\b',
      'ü, {',
    );
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(articles, fc.nat(), edits, async (text, which, cell) => {
        const repository = await docsetWith(text);
        const table = await tableOf(repository);
        const index = 1 + (which % ((table[0]?.length ?? 2) - 1));
        const edited = table.map((row, at) => (at === 1 ? row.toSpliced(index, 1, cell) : row));
        const { files, problems } = await planEdits(repository, throughCsv(edited));
        const [file] = files;
        if (file === undefined || problems.length > 0) return;
        changed++;
        assert.deepEqual([files.length, file.keys], [1, 1]);
        const key = table[0]?.[index] ?? '';
        const cells = async (of: string): Promise<Map<string, string>> => {
          const [names = [], row = []] = await tableOf(await docsetWith(of));
          return new Map(names.map((name, at) => [at === 0 ? 'path' : name, row[at] ?? '']));
        };
        const [before, after] = [await cells(text), await cells(file.text)];
        if (cell !== '') assert.equal(after.get(key), cell);
        before.delete(key);
        after.delete(key);
        assert.deepEqual(after, before);
      }),
      { numRuns: 300, seed: 20261126 },
    );
    assert.ok(changed > 150, String(changed));
  });
});

describe('The cell of a list', () => {
  it('reads as this list, whatever stands in it', () => {
    const span = { start: 0, end: 0 };
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), (list) => {
        const items = list.map((value) => ({ kind: 'scalar' as const, value, source: value, span }));
        const node = readYaml(cellOf({ value: { kind: 'sequence', items, span } }));
        assert.deepEqual(node === undefined ? undefined : toJson(node), list);
      }),
      { numRuns: 2000, seed: 20261126 },
    );
  });
});

describe('CSV', () => {
  it('gives back every cell, with any separator and line break', () => {
    const cells = fc.string({ unit: fc.constantFrom(...`a"'=+-@,;\t\n\r ü\uff1d`.split(/(?:)/)), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cells, cells), { maxLength: 4 }), (rows) => {
        const table = [['file', 'title'], ...rows];
        assert.deepEqual(readCsv(writeCsv(table), 'm.csv'), table);
      }),
    );
  });

  it('marks what a spreadsheet would take for a formula', () => {
    const table = [
      ['file', 'x'],
      ['a', '=1'],
      ['b', "'=1"],
      ['c', "'x'"],
      ['d', '-5'],
      ['e', '\uff1d1'],
    ];
    const csv = "file,x\na,'=1\nb,''=1\nc,'x'\nd,'-5\ne,'\uff1d1\n";
    assert.equal(writeCsv(table), csv);
    assert.deepEqual(readCsv(csv, 'm.csv'), table);
    assert.deepEqual(readCsv('file,x\na,=1\n', 'm.csv'), table.slice(0, 2));
  });

  it('reads what spreadsheets save', () => {
    const table = [['file', 'title', ''], ['a.md', 'A; "b"', ''], ['b.md']];
    assert.deepEqual(readCsv('\ufefffile;title;\r\na.md;"A; ""b""";\r\nb.md\r\n', 'm.csv'), table);
    assert.deepEqual(readCsv('file\ttitle\t\ra.md\t"A; ""b"""\t\rb.md\r', 'm.csv'), table);
    assert.deepEqual(readCsv('"file";x\n"a";1,2\n', 'm.csv'), [
      ['file', 'x'],
      ['a', '1,2'],
    ]);
  });

  it('says in which row it cannot be read', () => {
    const messageOf = (csv: string): string => {
      try {
        readCsv(csv, 'm.csv');
      } catch (error) {
        if (error instanceof Error) return `${error.name}: ${error.message}`;
      }
      return '';
    };
    assert.deepEqual(['file,x\n"a,1\n', 'file,x\na,1\n"b"c,2\n', 'file,x\na,b "c"\n'].map(messageOf), [
      'UsageError: m.csv, row 2: A cell begins with a quotation mark and does not end with one.',
      'UsageError: m.csv, row 3: A quotation mark ends a cell, but the cell goes on. Write "" for one inside of it.',
      'UsageError: m.csv, row 2: A quotation mark stands in a cell that has none around it. Put the cell in quotes and write "".',
    ]);
  });
});
