import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { article, completions, labels, offered, taken } from './metadataSupport';

const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } };

describe('completion of metadata keys', () => {
  it('offers what an article lacks: required keys, recommended ones, others, and last what is inherited', async () => {
    assert.deepEqual(await labels(article('|')), [
      'title',
      'topic',
      'tags',
      'note',
      'date',
      'words',
      'level',
      'version',
      'hidden',
      'part',
      'owner',
      'service',
    ]);
  });

  it('gives each item whole', async () => {
    const found = await completions(article('ti|', 'topic: x', 'tags: [one]'));
    assert.equal(found?.isIncomplete, false);
    const item = (label: string): unknown => found.items.find((candidate) => candidate.label === label);
    assert.deepEqual(item('title'), {
      label: 'title',
      description: 'required',
      kind: 'key',
      detail: 'Page title',
      range,
      newText: 'title: "The heading: of it"',
      snippet: 'title: ${1:"The heading: of it"}',
      filterText: 'title',
      sortText: '00002',
      key: 'title',
    });
    assert.deepEqual(item('note'), {
      label: 'note',
      kind: 'key',
      detail: 'Note',
      range,
      newText: 'note: ',
      snippet: 'note: $1',
      goesOn: false,
      filterText: 'note',
      sortText: '20001',
      key: 'note',
    });
    assert.deepEqual(item('owner'), {
      label: 'owner',
      description: 'required',
      kind: 'key',
      detail: 'inherited: the team',
      range,
      newText: 'owner: ',
      snippet: 'owner: $1',
      goesOn: false,
      filterText: 'owner',
      sortText: '30010',
      key: 'owner',
    });
  });

  it('writes what can be told of the value, with places to fill in', async () => {
    const snippets = (await offered(article('|'))).map(({ snippet }) => snippet);
    assert.deepEqual(snippets, [
      'title: ${1:"The heading: of it"}',
      'topic: ${1|how-to,overview,a\\|b\\,c|}',
      'tags:\n  - $1',
      'note: $1',
      'date: ${1:03/10/2026}',
      'words:\n  - $1',
      'level: ${1|100,200|}',
      'version: ${1:"10.0"}',
      'hidden: ${1|true,false|}',
      'part: $1',
      'owner: $1',
      'service: $1',
    ]);
    const plain = (await offered(article('|'))).map(({ newText }) => newText);
    assert.deepEqual(plain, [
      'title: "The heading: of it"',
      'topic: ',
      'tags:\n  - ',
      'note: ',
      'date: 03/10/2026',
      'words:\n  - ',
      'level: ',
      'version: "10.0"',
      'hidden: ',
      'part: ',
      'owner: ',
      'service: ',
    ]);
  });

  it('begins a list where most articles of the docset have one, and a value where they do not', async () => {
    const lists = { others: [['note: [a]'], ['note:', '  - b'], ['note: c']] };
    assert.equal(await taken(article('|'), 'note', lists), article('note:\n  - $1'));
    const values = { others: [['words: a'], ['note: c']] };
    assert.equal(await taken(article('|'), 'note', values), article('note: $1'));
  });

  it('asks for a value at once where there is one to choose', async () => {
    const goOn = (await offered(article('|'), { others: [['note: a']] })).filter(({ goesOn }) => goesOn === true);
    assert.deepEqual(
      goOn.map(({ label }) => label),
      ['tags', 'note', 'words', 'part', 'service'],
    );
  });

  it('writes the line break of the file', async () => {
    const text = article('|', 'note: x').replaceAll('\n', '\r\n');
    assert.equal(await taken(text, 'tags'), text.replace('|', 'tags:\r\n  - $1'));
  });

  it('keeps the value that stands behind a key, also on the lines below', async () => {
    assert.equal(
      await taken(article('no|te: x # comment', 'date: y'), 'title'),
      article('title: x # comment', 'date: y'),
    );
    assert.equal(await taken(article('ta|', '  - one'), 'tags'), article('tags:', '  - one'));
    assert.equal(await taken(article('ta|gz', '', 'note: x'), 'tags'), article('tags:\n  - $1', '', 'note: x'));
  });

  it('offers no key twice, but the one that is being changed', async () => {
    const text = article('title: x', '|', 'note: y', 'topic:', 'tags: [one]');
    assert.deepEqual(
      (await labels(text)).filter((label) => ['title', 'note', 'topic', 'tags'].includes(label)),
      [],
    );
    const changed = await labels(article('title: x', 'no|te: y'));
    assert.deepEqual([changed.includes('title'), changed.includes('note')], [false, true]);
  });

  it('knows what is there in a header that is broken by what is being typed', async () => {
    assert.deepEqual((await labels(article('title: x', 'to|', 'note: [y', 'tags: [one]'))).slice(0, 2), [
      'topic',
      'date',
    ]);
    assert.deepEqual((await labels('---\ntitle: x\nto|\n\n# Heading\n')).slice(0, 2), ['topic', 'tags']);
    assert.deepEqual((await labels('---\n|')).slice(0, 2), ['title', 'topic']);
  });

  it('never offers a retired key, also where it is typed', async () => {
    assert.equal((await labels(article('ol|'))).includes('old'), false);
  });

  it('comes up by itself after a full stop alone', async () => {
    assert.equal((await labels(article('no.|'), { trigger: '.' })).length, 12);
    for (const trigger of [' ', ':', '[']) assert.equal(await completions(article('|'), { trigger }), undefined);
  });
});
