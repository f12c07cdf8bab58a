import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEdits } from '../../../../src/core/text/edit';
import { configurationNaming, freeSchemaPath, nameSchema } from '../../../../src/features/schema/adopt';
import { open } from '../../core/support/repository';

const name = 'docs/docs.metadata-schema.json';

function named(text: string): string | undefined {
  const edits = nameSchema(text, name);
  return edits === undefined ? undefined : applyEdits(text, edits);
}

describe('Adopting a schema', () => {
  it('gives it a name beside docfx.json that no file has', () => {
    assert.equal(freeSchemaPath('', new Set()), 'team.metadata-schema.json');
    assert.equal(freeSchemaPath('a/docs', new Set()), 'a/docs/docs.metadata-schema.json');
    const taken = new Set(['docs/docs.metadata-schema.json', 'docs/docs-2.metadata-schema.json']);
    assert.equal(freeSchemaPath('docs', taken), 'docs/docs-3.metadata-schema.json');
  });

  const cases: readonly (readonly [what: string, before: string, after: string | undefined])[] = [
    ['an empty one', '{}', `{\n  "metadataSchema": [\n    "dynamics",\n    "${name}"\n  ]\n}`],
    [
      'one with other settings',
      '{\n  // quiet\n  "rules": {}\n}\n',
      `{\n  // quiet\n  "rules": {},\n  "metadataSchema": [\n    "dynamics",\n    "${name}"\n  ]\n}\n`,
    ],
    [
      'one that names another',
      '{\n  "metadataSchema": "x.json" // ours\n}\n',
      `{\n  "metadataSchema": [\n    "x.json",\n    "${name}"\n  ] // ours\n}\n`,
    ],
    [
      'one that names several, comments kept',
      '{\n  "metadataSchema": [\n    "dynamics", // Learn\n    "x.json" // ours\n  ]\n}\n',
      `{\n  "metadataSchema": [\n    "dynamics", // Learn\n    "x.json", // ours\n    "${name}"\n  ]\n}\n`,
    ],
    ['one that names it', `{ "metadataSchema": "${name}" }`, `{ "metadataSchema": "${name}" }`],
    ['one that is no object', '[]', undefined],
    ['one that is broken', '{ "rules": ', undefined],
    ['none', '', undefined],
  ];
  for (const [what, before, after] of cases) {
    it(`names it in ${what}`, () => {
      assert.equal(named(before), after);
    });
    it(`names it in ${what}, with other line breaks and a byte order mark`, () => {
      const windows = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
      // A file of one line shows no line break.
      if (before.includes('\n')) assert.equal(named(windows(before)), after === undefined ? undefined : windows(after));
    });
  }

  it('writes a configuration that is in order', async () => {
    const { findings } = await open({
      '.dynamics-docs.json': configurationNaming('s.json'),
      's.json': '{ "properties": {} }',
      'docfx.json': '{ "build": { "content": [] } }',
    });
    assert.deepEqual(findings(), []);
  });
});
