import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLineIndex } from '../../../../src/core/text/position';
import type { Completion } from '../../../../src/features/completion/completion';
import { completeReference } from '../../../../src/features/completion/references';

const definitions =
  '\n\n[One]: a.md "A"\n[two\n  lines]: <b c.md>\n\n> [three]: https://example.com\n\n[^note]: x\n[//]: # (x)\n';

function offered(marked: string, behind = definitions): readonly Completion[] | undefined {
  const at = marked.indexOf('|');
  const text = `${marked.replace('|', '')}${behind}`;
  return completeReference(text, createLineIndex(text).positionAt(at))?.items;
}

describe('completion of references', () => {
  it('offers the labels of the definitions, in their order', () => {
    const range = { start: { line: 0, character: 11 }, end: { line: 0, character: 14 } };
    const item = { kind: 'section', range } as const;
    assert.deepEqual(offered('See [text][o|ld] more'), [
      { ...item, label: 'One', newText: 'One', filterText: 'One', detail: 'a.md "A"', sortText: '00000' },
      {
        ...item,
        label: 'two lines',
        newText: 'two lines',
        filterText: 'two lines',
        detail: '<b c.md>',
        sortText: '00001',
      },
      {
        ...item,
        label: 'three',
        newText: 'three',
        filterText: 'three',
        detail: 'https://example.com',
        sortText: '00002',
      },
    ]);
  });

  it('replaces no text behind an open bracket', () => {
    const [first] = offered('![alt][| and more') ?? [];
    assert.deepEqual(first?.range, { start: { line: 0, character: 7 }, end: { line: 0, character: 7 } });
  });

  it('offers nothing elsewhere', () => {
    for (const marked of ['[|', '[text](|', '[text] [|', '```\n[text][|', '`[text][|`', '    [text][|'])
      assert.equal(offered(marked), undefined, marked);
    assert.equal(offered('[text][|]', '\n\nNone.\n'), undefined);
  });
});
