import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { article, completions, labels, offered, taken } from './metadataSupport';

const others = [
  ['topic: overview', 'note: beta', 'words: [gamma, delta]', 'owner: ann', 'level: 200'],
  ['topic: overview', 'note: alpha', 'words: [gamma]', 'owner: ann'],
  ['topic: former', 'note: beta', 'owner: bob', 'level: 200'],
];

describe('completion of metadata values', () => {
  it('gives each item whole', async () => {
    const range = { start: { line: 1, character: 6 }, end: { line: 1, character: 8 } };
    assert.deepEqual(await completions(article('note: b|x'), { others }), {
      isIncomplete: false,
      items: [
        {
          label: 'beta',
          kind: 'value',
          detail: 'used in 2 articles',
          range,
          newText: 'beta',
          filterText: 'beta',
          sortText: '0000',
          key: 'note',
        },
        {
          label: 'alpha',
          kind: 'value',
          detail: 'used in 1 article',
          range,
          newText: 'alpha',
          filterText: 'alpha',
          sortText: '0001',
          key: 'note',
        },
      ],
    });
  });

  describe('offers', () => {
    it('what a schema allows, the most used first, and no retired value', async () => {
      assert.deepEqual(await labels(article('topic: |'), { others }), ['overview', 'how-to', 'a|b,c']);
      assert.deepEqual(await labels(article('level: |'), { others }), ['200', '100']);
    });

    it('what a schema has as a constant, a truth value, an example', async () => {
      assert.equal(await taken(article('version: |'), '10.0'), article('version: "10.0"'));
      assert.deepEqual(await labels(article('hidden: |')), ['true', 'false']);
      assert.deepEqual(await labels(article('words: |')), []);
      assert.deepEqual(await labels(article('words:', '  - |')), ['alpha', 'a: b']);
    });

    it('what goes with the value of the key beside it, its own or an inherited one', async () => {
      assert.deepEqual(await labels(article('part: |', 'service: field')), ['crews']);
      assert.deepEqual(await labels(article('part: |')), ['leads', 'quotes']);
      assert.deepEqual(await labels(article('part: |', 'service: other')), []);
      assert.deepEqual(await labels(article('service: |')), ['sales', 'field']);
    });

    it('today in the format of the key', async () => {
      assert.deepEqual(
        (await offered(article('date: |'))).map(({ label, detail }) => [label, detail]),
        [['03/10/2026', 'today']],
      );
    });

    it('the heading for a title', async () => {
      assert.equal(await taken(article('title: |'), 'The heading: of it'), article('title: "The heading: of it"'));
    });

    it('the writer first, where that is known, and never the person of an example', async () => {
      const schema = { properties: { author: { examples: ['somebody'] }, 'ms.author': { examples: ['somebody'] } } };
      const surroundings = {
        files: { 'schema.json': JSON.stringify(schema) },
        others: [['author: ann', 'ms.author: anna'], ['author: ann']],
        author: { author: 'me', alias: 'myalias' },
      };
      const shown = async (line: string): Promise<unknown> =>
        (await offered(article(line), surroundings)).map(({ label, detail }) => [label, detail]);
      assert.deepEqual(await shown('author: |'), [
        ['me', 'your GitHub ID'],
        ['ann', 'used in 2 articles'],
      ]);
      assert.deepEqual(await shown('ms.author: |'), [
        ['myalias', 'your Microsoft alias'],
        ['anna', 'used in 1 article'],
      ]);
      assert.deepEqual(await labels(article('owner: |')), []);
    });

    it('what others write under a key that no schema knows', async () => {
      assert.deepEqual(await labels(article('team: |'), { others: [['team: b'], ['team: a']] }), ['a', 'b']);
    });

    it('nothing for a retired key, an unknown one, and what is written in this article alone', async () => {
      assert.equal(await completions(article('old: |'), { others: [['old: x']] }), undefined);
      assert.equal(await completions(article('unknown: |')), undefined);
      assert.equal(await completions(article('note: x|')), undefined);
    });
  });

  describe('in a list', () => {
    it('offers what the list does not hold yet', async () => {
      assert.deepEqual(await labels(article('tags:', '  - one', '  - |')), ['two', 'x, y']);
      assert.deepEqual(await labels(article('tags: [|, two]')), ['one', 'x, y']);
      assert.deepEqual(await labels(article('words: [|]'), { others }), ['gamma', 'delta', 'alpha', 'a: b']);
    });

    it('writes an item in quotes where it needs them', async () => {
      assert.equal(await taken(article('tags:', '  - |'), 'x, y'), article('tags:', '  - x, y'));
      assert.equal(await taken(article('tags: [one,|]'), 'x, y'), article('tags: [one, "x, y"]'));
      assert.equal(await taken(article('words:', '- |'), 'a: b'), article('words:', '- "a: b"'));
    });

    it('replaces the item that is there', async () => {
      assert.equal(await taken(article('tags: [o|, "two"] # c'), 'one'), article('tags: [one, "two"] # c'));
      assert.equal(await taken(article('tags:', '  -|', '  - two'), 'one'), article('tags:', '  - one', '  - two'));
    });
  });

  describe('replaces', () => {
    it('all of a value, on both sides of the cursor, and nothing else', async () => {
      const wanted = article('topic: overview # why', 'note: x');
      for (const written of ['|how-to', 'ho|w-to', 'how-to|', 'o|'])
        assert.equal(await taken(article(`topic: ${written} # why`, 'note: x'), 'overview'), wanted);
      assert.equal(await taken(article('topic:|'), 'overview'), article('topic: overview'));
      assert.equal(await taken(article('topic: |# why'), 'overview'), article('topic: overview # why'));
      const windows = article('topic: ho|w-to', 'note: x').replaceAll('\n', '\r\n');
      assert.equal(await taken(windows, 'overview'), windows.replace('ho|w-to', 'overview'));
    });

    it('what stands in quotes within them', async () => {
      const schema = { properties: { k: { enum: ['it\'s "so"', 'b'] } } };
      const more = { files: { 'schema.json': JSON.stringify(schema) } };
      const label = 'it\'s "so"';
      assert.equal(await taken(article('k: "a|b" # c'), label, more), article('k: "it\'s \\"so\\"" # c'));
      assert.equal(await taken(article("k: '|'"), label, more), article("k: 'it''s \"so\"'"));
      assert.equal(await taken(article('k: "|'), 'b', more), article('k: "b"'));
      assert.equal(await taken(article('k: "ab"|'), label, more), article(`k: ${label}`));
    });
  });

  it('shows everything where what is typed leads to nothing, and where a value is complete', async () => {
    const filters = async (line: string): Promise<unknown> => {
      const found = await completions(article(line));
      return [found?.isIncomplete, ...(found?.items ?? []).map(({ filterText }) => filterText)];
    };
    assert.deepEqual(await filters('topic: over|'), [false, 'how-to', 'overview', 'a|b,c']);
    assert.deepEqual(await filters('topic: overview|'), [true, 'overview', 'overview', 'overview']);
    assert.deepEqual(await filters('topic: xyz|'), [true, 'xyz', 'xyz', 'xyz']);
    assert.deepEqual(await filters('date: 12/|31/2020'), [true, '12/']);
  });

  it('comes up by itself only where nothing is written yet', async () => {
    for (const trigger of [':', ' ', '[']) {
      assert.equal((await labels(article('topic: |'), { trigger })).length, 3);
      assert.equal(await completions(article('topic: how |'), { trigger }), undefined);
    }
    assert.equal((await labels(article('tags: [one, |]'), { trigger: ' ' })).length, 2);
    assert.equal(await completions(article('topic: x.|'), { trigger: '.' }), undefined);
  });
});
