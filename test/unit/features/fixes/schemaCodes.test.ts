import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { schemaCodes } from './schemaCodes';
import { offered } from './support';

describe('The preferred repair of what a team says', () => {
  for (const [code, schema, ...list] of schemaCodes)
    for (const [name, before, preferred, after] of list)
      it(`${code}: ${name}`, async () => {
        const files = {
          'docfx.json': '{ "build": { "content": [{ "files": "**/*.md" }] } }',
          '.dynamics-docs.json': '{ "metadataSchema": "schema.json" }',
          'schema.json': JSON.stringify(schema),
        };
        const [first] = await offered(before, code, files);
        assert.deepEqual(first, [preferred, after]);
      });
});
