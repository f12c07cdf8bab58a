import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createRestartPolicy, maxRestarts, windowMinutes } from '../../../src/extension/client/restartPolicy';

const crashes = (count: number, at: (index: number) => number): boolean[] => {
  const policy = createRestartPolicy();
  return Array.from({ length: count }, (_, index) => policy.crashed(at(index)));
};

describe('restart policy', () => {
  it('restarts a few times, then gives up', () => {
    assert.deepEqual(
      crashes(maxRestarts + 1, (index) => index * 1000),
      [...Array.from({ length: maxRestarts }, () => true), false],
    );
  });

  it('goes on for ever when crashes are rare', () => {
    const apart = (windowMinutes * 60_000) / (maxRestarts - 1);
    assert.ok(crashes(100, (index) => index * apart).every(Boolean));
  });

  it('forgets the crashes when a person restarts', () => {
    const policy = createRestartPolicy();
    for (let index = 0; index <= maxRestarts; index += 1) policy.crashed(index);
    policy.reset();
    assert.equal(policy.crashed(maxRestarts + 1), true);
  });
});
