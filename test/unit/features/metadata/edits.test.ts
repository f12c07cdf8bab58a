import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { entryOf, toJson } from '../../../../src/core/text/locatedNode';
import { effectiveMetadataText } from '../../../../src/features/metadata/effectiveText';
import { insertKeys } from '../../../../src/features/metadata/insertKeys';
import { setValue, typedYaml } from '../../../../src/features/metadata/setValue';
import { updateDate } from '../../../../src/features/metadata/updateDate';
import { header } from '../fixes/support';
import { applied, examined } from './support';

/** The text after a value was set as a writer types it. */
async function set(text: string, key: string, value: string): Promise<string> {
  const { facts } = await examined(text);
  return applied(text, setValue(facts, key, typedYaml(facts, key, value)));
}

describe('setting a value', () => {
  it('replaces the value that is there, and nothing else of its line', async () => {
    assert.equal(
      await set(header("title: 'Old'  # said so", 'x: 1'), 'title', 'New title'),
      header('title: New title  # said so', 'x: 1'),
    );
  });

  it('replaces a value of several lines', async () => {
    assert.equal(
      await set(header('ms.custom: # why', '  - a', '  - b', 'x: 1'), 'ms.custom', 'c'),
      header('ms.custom: c # why', 'x: 1'),
    );
    assert.equal(await set(header('ms.custom:  ', '  - a', 'x: 1'), 'ms.custom', 'c'), header('ms.custom: c', 'x: 1'));
    assert.equal(
      await set(header('description: >-', '  folded', '  text', 'x: 1'), 'description', 'One line'),
      header('description: One line', 'x: 1'),
    );
  });

  it('fills in a key without a value', async () => {
    assert.equal(await set(header('title:', 'x: 1'), 'title', 'T'), header('title: T', 'x: 1'));
  });

  it('inserts a key in the order of the schema', async () => {
    assert.equal(
      await set(header('title: T', 'ms.date: 01/02/2026'), 'author', 'me'),
      header('title: T', 'author: me', 'ms.date: 01/02/2026'),
    );
  });

  it('takes a line that has the key commented out, unless another value stands there', async () => {
    assert.equal(await set(header('# author:', 'x: 1'), 'author', 'me'), header('author: me', 'x: 1'));
    assert.equal(await set(header('# author: me', 'x: 1'), 'author', 'me'), header('author: me', 'x: 1'));
    assert.equal(
      await set(header('# author: you', 'x: 1'), 'author', 'me'),
      header('# author: you', 'x: 1', 'author: me'),
    );
  });

  it('adds front matter where there is none, with the line breaks of the file and behind its mark', async () => {
    assert.equal(await set('\ufeff# H\r\n', 'author', 'me'), '\ufeff---\r\nauthor: me\r\n---\r\n\r\n# H\r\n');
  });

  it('changes nothing where the value is there already', async () => {
    const text = header('author: me');
    assert.equal(await set(text, 'author', 'me'), text);
  });

  it('takes what is typed as text, unless the schema knows the key as another type', async () => {
    assert.equal(await set(header('title: T'), 'title', 'true'), header('title: "true"'));
    assert.equal(await set(header('title: T'), 'title', 'a: b # c'), header('title: "a: b # c"'));
    assert.equal(await set(header('ms.custom: x'), 'ms.custom', '[a, b]'), header('ms.custom: [a, b]'));
  });

  it('has the value read back as it was typed, whatever it is', async () => {
    const base = header('# c', 'title: "Old" # kept', 'x: [1, 2]');
    const { facts } = await examined(base);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
        const value = typed.trim().replaceAll(/\s*[\r\n]+\s*/g, ' ');
        fc.pre(value !== '' && !/[\ud800-\udfff\ufffe\uffff\p{Cc}]/u.test(value));
        const after = applied(base, setValue(facts, 'title', typedYaml(facts, 'title', typed)));
        const { map, readByBuild, problems } = parseFrontMatter(after);
        assert.deepEqual([readByBuild, problems], [true, []], after);
        const entry = entryOf(map, 'title');
        assert.ok(entry);
        assert.equal(toJson(entry.value), value);
        assert.ok(after.startsWith('---\n# c\ntitle: ') && after.endsWith(' # kept\nx: [1, 2]\n---\n\n# H\n'), after);
      }),
      { seed: 20261125, numRuns: 2000 },
    );
  });
});

describe('updating the date', () => {
  // The clock of the tests stands at 2026-03-10.
  const today = '03/10/2026';

  it('keeps the quotes that are there', async () => {
    for (const quote of ['', "'", '"']) {
      const text = header(`ms.date: ${quote}01/02/2024${quote} # last review`);
      const { facts } = await examined(text);
      assert.equal(applied(text, updateDate(facts, true)), header(`ms.date: ${quote}${today}${quote} # last review`));
    }
  });

  it('inserts the key only where it is asked to', async () => {
    const text = header('title: T');
    const { facts } = await examined(text);
    assert.deepEqual(updateDate(facts, false), []);
    assert.equal(applied(text, updateDate(facts, true)), header('title: T', `ms.date: ${today}`));
  });

  it('changes nothing on the same day', async () => {
    const { facts } = await examined(header(`ms.date: ${today}`));
    assert.deepEqual(updateDate(facts, true), []);
  });
});

describe('inserting keys', () => {
  /** Each insertion as `offset snippet`. */
  async function inserted(text: string, keys: readonly string[]): Promise<readonly string[]> {
    const { facts } = await examined(text);
    return insertKeys(facts, keys).map(({ span, snippet }) => `${span.start}-${span.end} ${JSON.stringify(snippet)}`);
  }

  it('has stops in the order of the schema, with what is known of the values', async () => {
    assert.deepEqual(await inserted(header('title: T', 'ms.topic: how-to'), ['ms.date', 'author', 'description']), [
      '13-13 "description: $1\\nauthor: $2\\nms.date: ${3:03/10/2026}\\n"',
    ]);
  });

  it('fills in a key that is there without a value', async () => {
    assert.deepEqual(await inserted(header('title:', 'author: a'), ['title']), ['10-10 " ${1:H}"']);
  });

  it('escapes what a snippet would take for a stop', async () => {
    assert.deepEqual(await inserted('---\n---\n\n# Costs $5 }\n', ['title']), [
      '4-4 "title: ${1:Costs \\\\$5 \\\\}}\\n"',
    ]);
  });

  it('makes front matter where there is none', async () => {
    assert.deepEqual(await inserted('# H\n', ['author', 'title']), [
      '0-0 "---\\ntitle: ${1:H}\\nauthor: $2\\n---\\n\\n"',
    ]);
  });
});

describe('effective metadata as a document', () => {
  it('names the source of each value, and what is missing or wrong', async () => {
    const text = effectiveMetadataText(await examined(header('title: A title of the right length', 'x: [a, 1]')));
    const lines = text.split('\n');
    assert.equal(lines[0], '# Effective metadata of guide/a.md');
    assert.deepEqual(lines.slice(1, 5), ['', '# Required', '', '# guide/a.md:2:8, frontMatter']);
    assert.ok(text.includes('\n# docfx.json:1:157, fileMetadata "guide/**.md"\nms.topic: how-to\n'), text);
    assert.ok(text.includes('\n# missing\n'), text);
    assert.ok(text.includes('\n# author:\n'), text);
    assert.ok(text.includes('\n# guide/a.md:3:4, frontMatter\nx: ["a",1]\n'), text);
  });

  it('is YAML that gives the metadata back', async () => {
    const text = effectiveMetadataText(
      await examined(header("title: 'it''s: #1'", 'a: "x\\ny"', 'b: 10.0', 'c: true')),
    );
    const { map, readByBuild, problems } = parseFrontMatter(`---\n${text}---\n`);
    assert.deepEqual([readByBuild, problems], [true, []]);
    assert.deepEqual(Object.fromEntries(map.entries.map(({ key, value }) => [key, toJson(value)])), {
      title: "it's: #1",
      a: 'x\ny',
      b: 10,
      c: true,
      'ms.topic': 'how-to',
      'ms.service': 'dynamics-365',
      'ms.search.scope': 'Core',
    });
  });
});
