import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { changesBetween } from '../../../../src/core/text/changes';
import { applyEdits } from '../../../../src/core/text/edit';

describe('Changes between texts', () => {
  it('touch the lines that differ', () => {
    const [before, after] = ['a\r\nb\r\nc\r\nd', 'a\r\nB\r\nc\r\nd\r\ne'];
    const edits = changesBetween(before, after);
    assert.equal(applyEdits(before, edits), after);
    assert.deepEqual(
      edits.map(({ span }) => before.slice(span.start, span.end)),
      ['b\r\n', 'd'],
    );
  });

  it('are one where thousands of lines differ, and known soon', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `line ${(index * 7919) % 20_000}\n`);
    const before = `first\n${lines.join('')}last`;
    const after = `first\n${[...lines].sort().join('')}last`;
    const started = performance.now();
    const edits = changesBetween(before, after);
    assert.ok(performance.now() - started < 5000);
    assert.equal(applyEdits(before, edits), after);
    assert.equal(edits.length, 1);
    assert.ok(edits.every(({ span }) => span.start >= 'first\n'.length && span.end <= before.length - 'last'.length));
  });
});
