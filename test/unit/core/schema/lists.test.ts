import { describe } from 'mocha';
import { describeKeyword } from './keywordCases';

describe('dialect: keywords for lists', () => {
  describeKeyword('minItems, maxItems', {
    schema: { properties: { a: { minItems: 1, maxItems: 2 } } },
    pass: [{}, { a: [1] }, { a: [1, 2] }, { a: 'x' }, { a: null }],
    fail: [
      [{ a: [] }, ['array-length-invalid', "Array '<a>' length should be >= 1.", 'value', 'a']],
      [{ a: [1, 2, 3] }, ['array-length-invalid', "Array '<a>' length should be <= 2.", 'value', 'a']],
    ],
  });

  describeKeyword(
    'items',
    {
      schema: { properties: { a: { items: { type: 'string' } } } },
      pass: [{}, { a: [] }, { a: ['x'] }, { a: 5 }],
      fail: [
        [
          { a: ['x', 1, true] },
          ['unexpected-type', "Expected type 'String' but got 'Integer'.", 'value', 'a/1'],
          ['unexpected-type', "Expected type 'String' but got 'Boolean'.", 'value', 'a/2'],
        ],
      ],
    },
    // Items share the name of their list.
    {
      schema: { properties: { a: { items: { enum: ['x'] } } } },
      fail: [[{ a: ['x', 'y'] }, ['invalid-value', "Invalid value for '<a>': 'y'.", 'value', 'a/1']]],
    },
    {
      schema: { properties: { a: { items: [{ type: 'string' }, { type: 'integer' }] } } },
      pass: [{ a: ['x', 1] }, { a: ['x'] }, { a: ['x', 1, true] }],
      fail: [[{ a: ['x', 'y'] }, ['unexpected-type', "Expected type 'Integer' but got 'String'.", 'value', 'a/1']]],
    },
  );

  describeKeyword(
    'additionalItems',
    {
      schema: { properties: { a: { items: [{ type: 'string' }], additionalItems: false } } },
      pass: [{ a: [] }, { a: ['x'] }],
      fail: [[{ a: ['x', 'y', 'z'] }, ['array-length-invalid', "Array '<a>' length should be <= 1.", 'value', 'a']]],
    },
    {
      schema: { properties: { a: { items: [{ type: 'string' }], additionalItems: { type: 'integer' } } } },
      pass: [{ a: ['x', 1, 2] }],
      fail: [[{ a: ['x', 1, 'y'] }, ['unexpected-type', "Expected type 'Integer' but got 'String'.", 'value', 'a/2']]],
    },
    { schema: { properties: { a: { additionalItems: false } } }, pass: [{ a: [1, 2] }] },
  );

  describeKeyword(
    'uniqueItems',
    {
      schema: { properties: { a: { uniqueItems: true } } },
      pass: [{}, { a: [] }, { a: ['x', 'X'] }, { a: [1, '1'] }, { a: [{ b: 1 }, { b: 2 }] }],
      fail: [
        [{ a: ['x', 'y', 'x'] }, ['array-not-unique', "Array '<a>' items should be unique.", 'value', 'a']],
        [{ a: [{ b: [1] }, { b: [1] }] }, ['array-not-unique', "Array '<a>' items should be unique.", 'value', 'a']],
      ],
    },
    { schema: { properties: { a: { uniqueItems: false } } }, pass: [{ a: ['x', 'x'] }] },
  );

  describeKeyword(
    'contains',
    {
      schema: { properties: { a: { contains: { const: 'x' } } } },
      pass: [{}, { a: ['x'] }, { a: ['y', 'x'] }, { a: 'y' }],
      fail: [
        [
          { a: ['y'] },
          [
            'array-contains-failed',
            "Array '<a>' should contain at least one item that matches JSON schema.",
            'value',
            'a',
          ],
        ],
        [
          { a: [] },
          [
            'array-contains-failed',
            "Array '<a>' should contain at least one item that matches JSON schema.",
            'value',
            'a',
          ],
        ],
      ],
    },
    // Items that are looked at and do not match are no findings of their own.
    {
      schema: { properties: { a: { contains: { type: 'object', strictRequired: ['b'] } } } },
      pass: [{ a: [1, {}, { b: 1 }] }],
    },
  );

  describeKeyword(
    'minItemsWhen',
    {
      schema: { properties: { a: { minItemsWhen: [{ condition: { type: 'string' }, value: 2 }] } } },
      pass: [{}, { a: ['x', 1, 'y'] }, { a: 'x' }],
      fail: [
        [{ a: ['x', 1] }, ['array-min-check-invalid', 'The array must have least 2 matched item(s).', 'value', 'a']],
      ],
    },
    {
      schema: { properties: { a: { minItemsWhen: { condition: { strictRequired: ['b'] }, value: 1 } } } },
      pass: [{ a: [{}, { b: 'x' }] }],
      fail: [
        [
          { a: [{ b: ' ' }] },
          ['array-min-check-invalid', 'The array must have least 1 matched item(s).', 'value', 'a'],
        ],
      ],
    },
  );

  describeKeyword('maxItemsWhen', {
    schema: {
      properties: {
        a: {
          maxItemsWhen: [
            { condition: { const: 'x' }, value: 1 },
            { condition: { type: 'integer' }, value: 0 },
          ],
        },
      },
    },
    pass: [{}, { a: ['x', 'y', 'y'] }, { a: null }],
    fail: [
      [
        { a: ['x', 'x', 7] },
        ['array-max-check-invalid', 'The array must not have more than 0 matched item(s).', 'value', 'a'],
        ['array-max-check-invalid', 'The array must not have more than 1 matched item(s).', 'value', 'a'],
      ],
    ],
  });
});
