import { describe } from 'mocha';
import { describeKeyword } from './keywordCases';

describe('dialect: keywords that combine schemas', () => {
  describeKeyword('allOf', {
    schema: { properties: { a: { allOf: [{ minLength: 2 }, { enum: ['xy', 'x'] }] } } },
    pass: [{ a: 'xy' }],
    fail: [
      [
        { a: 'x' },
        ['string-length-invalid', "String '<a>' is too short: 1 characters. Length should be >= 2.", 'value', 'a'],
      ],
      [
        { a: 'z' },
        ['string-length-invalid', "String '<a>' is too short: 1 characters. Length should be >= 2.", 'value', 'a'],
        ['invalid-value', "Invalid value for '<a>': 'z'.", 'value', 'a'],
      ],
    ],
  });

  describeKeyword(
    'anyOf',
    {
      schema: { anyOf: [{ strictRequired: ['a', 'b', 'c'] }, { strictRequired: ['d'] }, { strictRequired: ['e'] }] },
      pass: [{ d: 1 }, { e: 1 }, { a: 1, b: 1, c: 1 }, { d: 1, e: 1 }],
      fail: [
        // The branch with the fewest errors speaks; of two with as many, the first.
        [{}, ['missing-attribute', "Missing required attribute: '<d>'.", 'map', '']],
        [{ a: 1, b: 1 }, ['missing-attribute', "Missing required attribute: '<c>'.", 'map', '']],
      ],
    },
    // In a branch, too, a wrong type is one error, whatever else would follow from it.
    {
      schema: {
        properties: {
          a: {
            anyOf: [
              { minimum: 3, multipleOf: 2 },
              { type: 'string', enum: ['x'], pattern: 'y' },
            ],
          },
        },
      },
      fail: [[{ a: 1 }, ['unexpected-type', "Expected type 'String' but got 'Integer'.", 'value', 'a']]],
    },
    // Branches within branches.
    {
      schema: {
        properties: {
          a: { anyOf: [{ anyOf: [{ const: 'x' }, { const: 'y' }] }, { allOf: [{ type: 'array' }, { minItems: 1 }] }] },
        },
      },
      pass: [{ a: 'y' }, { a: [1] }],
      fail: [[{ a: 'z' }, ['invalid-value', "Invalid value for '<a>': 'z'.", 'value', 'a']]],
    },
  );

  describeKeyword('oneOf', {
    schema: { properties: { a: { oneOf: [{ type: 'string', minLength: 2 }, { enum: ['x', 'xy', 'w'] }] } } },
    pass: [{ a: 'ab' }, { a: 'x' }],
    fail: [
      [{ a: 'xy' }, ['one-of-failed', "Value 'xy' of '<a>' must match exactly one of the schemas.", 'value', 'a']],
      [
        { a: 'z' },
        ['string-length-invalid', "String '<a>' is too short: 1 characters. Length should be >= 2.", 'value', 'a'],
      ],
    ],
  });

  describeKeyword(
    'not',
    {
      schema: { properties: { a: { not: { enum: ['x', 'y'] } } } },
      pass: [{}, { a: 'z' }],
      fail: [[{ a: 'x' }, ['not-failed', "Value 'x' of '<a>' is not allowed.", 'value', 'a']]],
    },
    {
      schema: { not: { strictRequired: ['a'] } },
      pass: [{}, { a: '' }],
    },
  );

  describeKeyword(
    'false and true',
    {
      schema: { properties: { a: false, b: true } },
      pass: [{}, { b: 1 }],
      fail: [[{ a: null }, ['boolean-schema-failed', "Boolean schema validation failed for '<a>'.", 'value', 'a']]],
    },
    {
      schema: { properties: { a: { items: [true, false] } } },
      pass: [{ a: [1] }],
      fail: [[{ a: [1, 2] }, ['boolean-schema-failed', "Boolean schema validation failed for '<a>'.", 'value', 'a/1']]],
    },
  );

  describeKeyword(
    'if, then, else',
    {
      schema: {
        if: { properties: { a: { const: 'x' } }, strictRequired: ['a'] },
        then: { strictRequired: ['b'] },
        else: { strictRequired: ['c'] },
      },
      pass: [{ a: 'x', b: 1 }, { c: 1 }, { a: 'y', c: 1 }],
      // `if` decides and says nothing itself.
      fail: [
        [{ a: 'x' }, ['missing-attribute', "Missing required attribute: '<b>'.", 'map', '']],
        [{ a: 'y' }, ['missing-attribute', "Missing required attribute: '<c>'.", 'map', '']],
      ],
    },
    { schema: { if: { strictRequired: ['a'] }, then: true, else: true }, pass: [{}, { a: 1 }] },
    { schema: { then: { strictRequired: ['a'] } }, pass: [{}] },
  );
});
