import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Range } from '../../../../src/core/text/position';
import { startingAt } from '../../../../src/features/fixes/startingAt';

interface Item {
  readonly name: string;
  readonly line: number;
}

describe('What starts where a finding does', () => {
  it('is the first of several', () => {
    const list = [named('a', 1), named('b', 2), named('c', 2)];
    const found = [0, 1, 2].map((line) => startingAt(list, rangeOf, rangeOf({ line }))?.name);
    assert.deepEqual(found, [undefined, 'a', 'b']);
  });

  it('is found by going through a list once, however often it is asked', () => {
    const list = Array.from({ length: 100 }, (_, line) => named(`at ${line}`, line));
    let asked = 0;
    const counted = (item: Item): Range => {
      asked++;
      return rangeOf(item);
    };
    const found = list.map((item) => startingAt(list, counted, rangeOf(item)));
    assert.deepEqual({ found, asked }, { found: list, asked: 100 });
  });
});

function named(name: string, line: number): Item {
  return { name, line };
}

function rangeOf({ line }: { readonly line: number }): Range {
  return { start: { line, character: 4 }, end: { line, character: 9 } };
}
