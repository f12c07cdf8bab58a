import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLineIndex } from '../../../../src/core/text/position';
import { explainKey } from '../../../../src/features/metadata/explain';
import { docfxHover, metadataHover, type MetadataHover } from '../../../../src/features/metadata/hover';
import { docfxLines, metadataOf } from './explained';

interface Marked {
  readonly text: string;
  readonly position: { readonly line: number; readonly character: number };
}

function unmark(marked: string): Marked {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  return { text, position: createLineIndex(text).positionAt(at) };
}

/** The piece of text that a hover is about, and its paragraphs. */
function shown(text: string, hover: MetadataHover | undefined): readonly string[] | undefined {
  if (hover === undefined) return undefined;
  const lines = createLineIndex(text);
  const about = text.slice(lines.offsetAt(hover.range.start), lines.offsetAt(hover.range.end));
  return [about, ...hover.value.split('\n\n')];
}

/** What is shown at the `|` of a header with these lines. */
async function hoverIn(...lines: readonly string[]): Promise<readonly string[] | undefined> {
  const { text, position } = unmark(['---', ...lines, '---', '', '# H', ''].join('\n'));
  return shown(text, metadataHover(text, position, await metadataOf('guide/a.md')));
}

const topic = [
  '**topic** · Kind · required',
  'Allowed: `how-to`, `overview`',
  'Overrides `how-to` from [docfx.json:12](root:docfx.json#L12) (fileMetadata, `guide/**`)',
];

describe('hover on metadata', () => {
  it('explains a key: title, description, allowed values, and what docfx.json supplies', async () => {
    assert.deepEqual(await hoverIn('to|pic: overview'), ['topic', ...topic]);
    assert.deepEqual(await hoverIn('topic|: overview'), ['topic', ...topic]);
    assert.deepEqual(await hoverIn('owner|: x'), [
      'owner',
      '**owner** · Owner · required',
      'Who keeps it *right*.',
      'Examples: `ann`, `bob`, `cy`',
      'Overrides `""` from [docfx.json:6](root:docfx.json#L6) (globalMetadata)',
    ]);
    assert.deepEqual(await hoverIn('da|te: x'), [
      'date',
      '**date** · Day',
      'Format: `MM/dd/yyyy`',
      'Example: `01/02/2026`',
    ]);
  });

  it('explains the key at a value, in quotes and in lists too', async () => {
    assert.deepEqual(await hoverIn('topic: "over|view" # x'), ['"overview"', ...topic]);
    const tags = [
      '**tags** · Tags · recommended',
      'Allowed: `one`, `two`',
      'Overrides `one, two` from [docfx.json:7](root:docfx.json#L7) (globalMetadata)',
    ];
    assert.deepEqual(await hoverIn('tags: [one, t|wo]'), ['two', ...tags]);
    assert.deepEqual(await hoverIn('tags:', '  - o|ne'), ['one', ...tags]);
  });

  it('says what is retired and what took its place', async () => {
    assert.deepEqual(await hoverIn('old_|key: x'), [
      'old_key',
      String.raw`**old\_key** · Retired`,
      'Retired: use `topic` instead.',
    ]);
    assert.deepEqual(await hoverIn('gone|: x'), ['gone', '**gone**', 'Retired: remove it.']);
    const [about, head, ...rest] = topic;
    assert.deepEqual(await hoverIn('topic: for|mer'), [
      'former',
      about,
      '`former` is retired: use `overview`.',
      head,
      ...rest,
    ]);
    assert.deepEqual(await hoverIn('topic: go|ne'), ['gone', about, '`gone` is retired.', head, ...rest]);
  });

  it('names no more values than somebody reads', async () => {
    const [, , allowed] = (await hoverIn('ma|ny: x')) ?? [];
    assert.match(allowed ?? '', /^Allowed: `v0`, (?:`v\d+`, ){18}`v19` and 2 more$/);
  });

  it('tells of a key without a schema where its value comes from', async () => {
    assert.deepEqual(await hoverIn('ex|tra: false'), [
      'extra',
      '**extra**',
      'Overrides `true` from [docfx.json:8](root:docfx.json#L8) (globalMetadata)',
    ]);
    assert.deepEqual(await hoverIn('my*k|ey: x'), ['my*key', String.raw`**my\*key**`, 'Set in this article.']);
  });

  it('is silent in comments, between keys, on delimiters and in the body', async () => {
    assert.equal(await hoverIn('# to|pic: x'), undefined);
    assert.equal(await hoverIn('topic: x # com|ment'), undefined);
    assert.equal(await hoverIn('topic: x', '|', 'tags: y'), undefined);
    const metadata = await metadataOf('a.md');
    const { text, position } = unmark('---\ntopic: x\n---\n\nto|pic: x\n');
    assert.equal(metadataHover(text, position, metadata), undefined);
    assert.equal(metadataHover(text, { line: 0, character: 1 }, metadata), undefined);
    assert.equal(metadataHover(text, { line: 99, character: 0 }, metadata), undefined);
  });

  it('reads a header that is broken elsewhere', async () => {
    assert.deepEqual(await hoverIn('tags: [x', 'to|pic: overview'), ['topic', ...topic]);
  });

  it('counts lines that end in CRLF', async () => {
    const { text, position } = unmark('---\r\nextra: x\r\nto|pic: x\r\n---\r\n');
    assert.deepEqual(shown(text, metadataHover(text, position, await metadataOf('guide/a.md'))), ['topic', ...topic]);
  });
});

describe('hover in docfx.json', () => {
  async function hoverAt(marked: string): Promise<readonly string[] | undefined> {
    const { text, position } = unmark(docfxLines.replace(marked.replace('|', ''), marked));
    return shown(text, docfxHover(text, position, (await metadataOf('a.md')).schemas));
  }
  const kind = ['**topic** · Kind · required', 'Allowed: `how-to`, `overview`'];

  it('explains keys and values of globalMetadata and fileMetadata', async () => {
    assert.deepEqual((await hoverAt('"ow|ner": ""'))?.slice(1, 3), [
      '**owner** · Owner · required',
      'Who keeps it *right*.',
    ]);
    assert.deepEqual((await hoverAt('"o|ne"'))?.slice(1), ['**tags** · Tags · recommended', 'Allowed: `one`, `two`']);
    assert.deepEqual((await hoverAt('"to|pic"'))?.slice(1), kind);
    assert.deepEqual((await hoverAt('"how|-to"'))?.slice(1), kind);
  });

  it('is silent elsewhere', async () => {
    for (const marked of ['"guide/|**"', '"bu|ild"', '"con|tent"', '"ex|tra"', 'tr|ue'])
      assert.equal(await hoverAt(marked), undefined, marked);
    assert.equal(docfxHover('{ "build": [', { line: 0, character: 3 }, []), undefined);
  });
});

describe('the explanation of a key', () => {
  it('of which nothing is known is empty', async () => {
    assert.equal(explainKey('unknown', await metadataOf('a.md')), '');
  });

  it('says what is inherited where no article is looked at', async () => {
    assert.equal(
      explainKey('service', await metadataOf('a.md')),
      '**service**\n\nInherited: `sales` from [docfx.json:5](root:docfx.json#L5) (globalMetadata)',
    );
  });
});
