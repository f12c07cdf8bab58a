import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { toBase64 } from '../../../src/extension/client/base64';

describe('base64 without Buffer', () => {
  it('encodes any bytes as Buffer does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
      }),
    );
  });

  it('takes files larger than one chunk', () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => index % 256);
    assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
  });
});
