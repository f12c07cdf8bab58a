import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { describeSchema, type KeyDescription } from '../../../../src/core/schema/describe';

const nothing: Omit<KeyDescription, 'key'> = {
  title: undefined,
  description: undefined,
  types: [],
  values: [],
  examples: [],
  dateFormat: undefined,
  successor: undefined,
  deprecatedValues: new Map(),
  requirement: 'optional',
  list: undefined,
};

function described(schema: unknown): KeyDescription[] {
  return [...describeSchema(schema).keys.values()];
}

describe('What a schema tells of its keys', () => {
  it('comes in the order of the schema, required ones that it does not describe last', () => {
    const schema = { required: ['z', 'b'], strictRequired: ['c'], recommended: ['a'], properties: { b: {}, a: {} } };
    assert.deepEqual(described(schema), [
      { ...nothing, key: 'b', requirement: 'required' },
      { ...nothing, key: 'a', requirement: 'recommended' },
      { ...nothing, key: 'z', requirement: 'required' },
      { ...nothing, key: 'c', requirement: 'required' },
    ]);
  });

  it('is read from annotations and plain keywords', () => {
    const kind = {
      title: 'Kind',
      description: 'plain',
      markdownDescription: '**rich**',
      type: ['string', 'null'],
      enum: ['faq', 1, true, null],
      examples: ['faq'],
      deprecatedValues: { old: 'faq', gone: null },
    };
    assert.deepEqual(described({ properties: { kind } }), [
      {
        ...nothing,
        key: 'kind',
        title: 'Kind',
        description: '**rich**',
        types: ['string', 'null'],
        values: ['faq', '1', 'true'],
        examples: ['faq'],
        deprecatedValues: new Map([['old', 'faq']]),
      },
    ]);
    assert.deepEqual(described({ properties: { day: { dateFormat: 'MM/dd/yyyy', const: 'x', replacedBy: '' } } }), [
      { ...nothing, key: 'day', dateFormat: 'MM/dd/yyyy', values: ['x'], successor: '' },
    ]);
  });

  it('is put together from allOf, at the top and in a key', () => {
    const schema = {
      allOf: [
        { required: ['a'], properties: { a: { title: 'A' } } },
        { properties: { a: { allOf: [{ enum: ['x'] }] } } },
      ],
      docsetUnique: ['a'],
      enumDependencies: { a: { x: null } },
    };
    assert.deepEqual(described(schema), [{ ...nothing, key: 'a', title: 'A', values: ['x'], requirement: 'required' }]);
    assert.deepEqual([...describeSchema(schema).unique], ['a']);
    assert.deepEqual(describeSchema(schema).enumDependencies, { a: { x: null } });
  });

  it('says whether a list is usual, and what it may hold', () => {
    const list = (schema: object): KeyDescription['list'] => described({ properties: { a: schema } })[0]?.list;
    assert.equal(list({ type: 'string' }), undefined);
    assert.equal(list({ type: ['string', 'array'], not: { type: 'array' } }), undefined);
    assert.deepEqual(list({ type: ['string', 'array'], items: { enum: ['x'] }, examples: ['y'] }), {
      isUsual: false,
      values: ['x'],
      examples: [],
    });
    assert.deepEqual(list({ type: ['array', 'string'], items: { examples: ['z'] }, examples: [['x', 'y'], 'w'] }), {
      isUsual: true,
      values: [],
      examples: ['x', 'y', 'z'],
    });
    assert.deepEqual(list({ type: 'array' }), { isUsual: true, values: [], examples: [] });
  });

  it('is nothing of what has a wrong shape', () => {
    for (const schema of [undefined, null, 1, 'x', [], true, { properties: [], required: 'a', docsetUnique: {} }])
      assert.deepEqual(described(schema), []);
    assert.deepEqual(described({ required: [1, 'a'], properties: { b: 1, c: null, d: { enum: 'x', title: 1 } } }), [
      { ...nothing, key: 'b' },
      { ...nothing, key: 'c' },
      { ...nothing, key: 'd' },
      { ...nothing, key: 'a', requirement: 'required' },
    ]);
  });

  it('ends where a schema nests without end', () => {
    interface Nested {
      allOf: Nested[];
      properties: object;
    }
    const schema: Nested = { allOf: [], properties: { a: {} } };
    schema.allOf.push(schema);
    assert.deepEqual(described(schema), [{ ...nothing, key: 'a' }]);
  });
});
