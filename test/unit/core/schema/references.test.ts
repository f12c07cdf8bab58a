import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { check, type Json, type Schema } from './keywordCases';

function messages(schema: Schema, metadata: Json): string[] {
  return check(schema, metadata).map(({ message }) => message);
}

describe('dialect: $ref', () => {
  it('applies a definition wherever it is referred to', () => {
    const schema = {
      definitions: { alias: { type: 'string', microsoftAlias: {} } },
      properties: { a: { $ref: '#/definitions/alias' }, b: { items: { $ref: '#/definitions/alias' } } },
    };
    assert.deepEqual(messages(schema, { a: 'x y', b: ['z', 1] }), [
      "Invalid value for 'a': 'x y' is not a Microsoft alias.",
      "Expected type 'String' but got 'Integer'.",
    ]);
  });

  it('takes schemas that refer to themselves', () => {
    const schema = {
      strictRequired: ['name'],
      properties: { child: { $ref: '#' } },
    };
    assert.deepEqual(messages(schema, { name: 'x', child: { name: 'y', child: {} } }), [
      "Missing required attribute: 'child.child.name'.",
    ]);
  });

  it('may be used in the condition of minItemsWhen', () => {
    const schema = {
      definitions: { text: { type: 'string' } },
      properties: { a: { minItemsWhen: { condition: { $ref: '#/definitions/text' }, value: 1 } } },
    };
    assert.deepEqual(messages(schema, { a: [1, 'x'] }), []);
    assert.deepEqual(messages(schema, { a: [1, 2] }), ['The array must have least 1 matched item(s).']);
  });
});

describe('a compiled schema', () => {
  it('compiles once and answers each call by itself', () => {
    const schema = { strictRequired: ['a'], properties: { a: { dateFormat: 'yyyy' } } };
    assert.deepEqual(messages(schema, {}), ["Missing required attribute: 'a'."]);
    assert.deepEqual(messages(schema, { a: '2020' }), []);
    assert.deepEqual(messages(schema, { a: 'x' }), ["Invalid date format for 'a': 'x'."]);
  });

  it('takes keys that look like parts of a JSON pointer', () => {
    const schema = { properties: { 'a/b~c': { properties: { 'd~1': { enum: ['x'] } } } } };
    const [found] = check(schema, { 'a/b~c': { 'd~1': 'y' } });
    assert.equal(found?.message, "Invalid value for 'a/b~c.d~1': 'y'.");
    assert.deepEqual(found.finding.path, ['a/b~c', 'd~1']);
  });
});
