import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Closures } from '../../../src/extension/preview/closures';
import type { IncludeClosure } from '../../../src/server/protocol';

const uri = 'file:///docs/a.md';
const resolved = { status: 'ok', target: 'x.md' } as const;

function answer(text?: string): IncludeClosure {
  return {
    root: 'file:///docs',
    path: 'a.md',
    files: text === undefined ? [] : [{ path: 'x.md', text }],
    resolutions: text === undefined ? [] : [{ from: 'a.md', written: 'x.md', resolved }],
  };
}

/** How often the preview of a document is rendered again when the server gives these answers, one after the other. */
async function refreshes(...answers: (IncludeClosure | null | undefined)[]): Promise<number> {
  let count = 0;
  let next = 0;
  const closures = new Closures({
    ask: () => Promise.resolve(answers[next++]),
    openText: () => undefined,
    changed: () => {
      count++;
    },
  });
  closures.pathOf(uri);
  // One question after each answer.
  while (next <= answers.length) {
    await new Promise(setImmediate);
    closures.askAgain();
  }
  await new Promise(setImmediate);
  return count;
}

describe('what a preview was told of its includes', () => {
  const cases: readonly (readonly [string, number, ...(IncludeClosure | null | undefined)[]])[] = [
    ['shows includes once they are known', 1, answer('X'), answer('X')],
    ['follows each change', 3, answer('X'), answer('Y'), answer()],
    ['leaves a document without includes alone', 0, answer(), answer()],
    ['leaves a document of no repository alone', 0, null, null],
    ['waits for a server without rendering again', 1, undefined, answer('X')],
    ['shows what was known while there is no server', 1, answer('X'), undefined],
  ];
  for (const [what, count, ...answers] of cases) {
    it(what, async () => {
      // One more is asked for than is answered: that changes nothing.
      assert.equal(await refreshes(...answers), count);
    });
  }

  it('knows the files that it shows, and those that it would show', async () => {
    const code = { status: 'not-found', target: 'code/b c.cs' } as const;
    const closures = new Closures({
      ask: () =>
        Promise.resolve({ ...answer('X'), resolutions: [{ from: 'a.md', written: 'code/b c.cs', resolved: code }] }),
      openText: () => undefined,
      changed: () => undefined,
    });
    closures.pathOf(uri);
    await new Promise(setImmediate);
    assert.deepEqual(
      ['file:///docs/x.md', 'file:///docs/code/b%20c.cs', 'file:///docs/y.md', 'file:///x.md'].map((file) =>
        closures.uses(file),
      ),
      [true, true, false, false],
    );
  });
});
