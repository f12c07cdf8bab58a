import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inheritedHint } from '../../../../src/features/metadata/inheritedHint';
import { docfxLines, metadataOf } from './explained';

const range = (line: number, start: number, end: number): object => ({
  start: { line, character: start },
  end: { line, character: end },
});

async function hintText(text: string, path = 'a.md', docfx = docfxLines): Promise<string | undefined> {
  const hint = inheritedHint(text, await metadataOf(path, { 'docfx.json': docfx }));
  return hint?.parts.map((part) => part.text).join('');
}

const global = (metadata: unknown): string =>
  JSON.stringify({ build: { content: [{ files: '**/*.md' }], globalMetadata: metadata } });

describe('the hint of what is inherited', () => {
  it('stands behind the front matter, with links to what it names', async () => {
    const hint = inheritedHint('---\r\nowner: x\r\n---\r\n\r\n# H\r\n', await metadataOf('guide/a.md'));
    assert.deepEqual(hint, {
      position: { line: 2, character: 3 },
      parts: [
        { text: 'inherits ' },
        { text: 'topic: how-to', target: { path: 'docfx.json', range: range(11, 9, 17) } },
        { text: ', ' },
        { text: 'tags: one, two', target: { path: 'docfx.json', range: range(6, 7, 11) } },
        { text: ', ' },
        { text: 'service: sales', target: { path: 'docfx.json', range: range(4, 7, 14) } },
        { text: ', ' },
        { text: 'extra: true', target: { path: 'docfx.json', range: range(7, 7, 12) } },
      ],
      tooltip: [
        'Inherited metadata:',
        '',
        '- `topic`: `how-to` — [docfx.json:12](root:docfx.json#L12) (fileMetadata, `guide/**`)',
        '- `tags`: `one, two` — [docfx.json:7](root:docfx.json#L7) (globalMetadata)',
        '- `service`: `sales` — [docfx.json:5](root:docfx.json#L5) (globalMetadata)',
        '- `extra`: `true` — [docfx.json:8](root:docfx.json#L8) (globalMetadata)',
      ].join('\n'),
    });
  });

  it('leaves out what the article sets, empty too', async () => {
    assert.equal(await hintText('---\nowner:\ntags: [x]\nextra: no\n---\n'), 'inherits service: sales');
    assert.equal(await hintText('---\nowner:\ntags: [x]\nextra: no\nservice: y\n---\n'), undefined);
  });

  it('cuts what is long', async () => {
    const docfx = global({ service: 'x'.repeat(40), note: '', list: [1, { a: 2 }] });
    const shown = 'inherits service: ' + 'x'.repeat(31) + '…, note: "", list: [1,{"a":2}]';
    assert.equal(await hintText('---\ntopic: x\n---\n', 'a.md', docfx), shown);
    const many = global(Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`key${index}`, 'x'.repeat(15)])));
    const some = [0, 1, 2, 3].map((index) => `key${index}: ${'x'.repeat(15)}`).join(', ');
    assert.equal(await hintText('---\ntopic: x\n---\n', 'a.md', many), `inherits ${some}, +5`);
  });

  it('is not there where nothing is inherited or the front matter has no end', async () => {
    assert.equal(await hintText('---\ntopic: x\n---\n', 'a.md', global({})), undefined);
    assert.equal(await hintText('---\ntopic: x\n\n# H\n'), undefined);
    assert.equal(await hintText('# H\n'), undefined);
    assert.equal(await hintText(''), undefined);
  });
});
