import { describe } from 'mocha';
import { describeKeyword } from './keywordCases';

describe('dialect: keywords for maps', () => {
  describeKeyword(
    'minProperties, maxProperties',
    {
      schema: { minProperties: 2, maxProperties: 3 },
      pass: [
        { a: 1, b: 2 },
        { a: 1, b: 2, c: 3 },
      ],
      fail: [
        [{ a: 1 }, ['property-count-invalid', "Object '<>' property count should be >= 2.", 'value', '']],
        [
          { a: 1, b: 2, c: 3, d: 4 },
          ['property-count-invalid', "Object '<>' property count should be <= 3.", 'value', ''],
        ],
      ],
    },
    {
      schema: { properties: { a: { maxProperties: 1 } } },
      fail: [
        [
          { a: { b: 1, c: 2 } },
          ['property-count-invalid', "Object '<a>' property count should be <= 1.", 'value', 'a'],
        ],
      ],
    },
  );

  describeKeyword(
    'additionalProperties',
    {
      schema: { properties: { a: {} }, patternProperties: { '^x-': {} }, additionalProperties: false },
      pass: [{}, { a: 1 }, { 'x-y': 1 }],
      fail: [
        [
          { a: 1, b: 'x', c: null },
          ['unknown-field', "Could not find member '<b>' on object of type 'String'.", 'key', 'b'],
          ['unknown-field', "Could not find member '<c>' on object of type 'Null'.", 'key', 'c'],
        ],
        [{ A: [] }, ['unknown-field', "Could not find member '<A>' on object of type 'Array'.", 'key', 'A']],
      ],
    },
    {
      schema: { properties: { a: {} }, additionalProperties: { type: 'string' } },
      pass: [{ a: 1, b: 'x' }],
      fail: [[{ b: 1 }, ['unexpected-type', "Expected type 'String' but got 'Integer'.", 'value', 'b']]],
    },
  );

  describeKeyword('patternProperties', {
    schema: { patternProperties: { '^ms\\.': { type: 'string' } } },
    pass: [{ 'ms.a': 'x', b: 1 }],
    fail: [[{ 'ms.a': 1 }, ['unexpected-type', "Expected type 'String' but got 'Integer'.", 'value', 'ms.a']]],
  });

  describeKeyword(
    'propertyNames',
    {
      schema: { propertyNames: { pattern: '^[a-z]+$', maxLength: 4 } },
      pass: [{}, { a: 1, bc: null }],
      fail: [
        [{ a: 1, Bad: 2 }, ['format-invalid', "String 'Bad' is not a valid '^[a-z]+$'.", 'key', 'Bad']],
        [
          { abcde: 1 },
          [
            'string-length-invalid',
            "String '<abcde>' is too long: 5 characters. Length should be <= 4.",
            'key',
            'abcde',
          ],
        ],
      ],
    },
    {
      schema: { propertyNames: { enum: ['a'] } },
      fail: [[{ b: 1 }, ['invalid-value', "Invalid value for '<b>': 'b'.", 'key', 'b']]],
    },
    {
      schema: { propertyNames: { not: { const: 'a' } } },
      pass: [{ b: 1 }],
      fail: [[{ a: 1 }, ['not-failed', "Value 'a' of '<a>' is not allowed.", 'key', 'a']]],
    },
    // The key is checked as a text: keywords of the dialect hold for it too.
    {
      schema: { propertyNames: { microsoftAlias: {} } },
      pass: [{ a: 1 }],
      fail: [
        [
          { 'a b': 1 },
          ['ms-alias-invalid', "Invalid value for '<a b>': 'a b' is not a Microsoft alias.", 'key', 'a b'],
        ],
      ],
    },
  );

  describeKeyword('required', {
    schema: { required: ['a', 'b.c'] },
    pass: [
      { a: 1, 'b.c': 2 },
      { a: null, 'b.c': '' },
    ],
    fail: [
      [
        {},
        ['missing-attribute', "Missing required attribute: '<a>'.", 'map', ''],
        ['missing-attribute', "Missing required attribute: '<b.c>'.", 'map', ''],
      ],
      // Keys are case-sensitive.
      [{ A: 1, 'b.c': 1 }, ['missing-attribute', "Missing required attribute: '<a>'.", 'map', '']],
    ],
  });

  describeKeyword(
    'strictRequired',
    {
      schema: { strictRequired: ['a'] },
      pass: [{ a: 'x' }, { a: 0 }, { a: false }, { a: [] }, { a: {} }],
      fail: [
        [{}, ['missing-attribute', "Missing required attribute: '<a>'.", 'map', '']],
        [{ a: null }, ['missing-attribute', "Missing required attribute: '<a>'.", 'map', '']],
        [{ a: '' }, ['missing-attribute', "Missing required attribute: '<a>'.", 'map', '']],
        [{ a: ' \t\u00a0' }, ['missing-attribute', "Missing required attribute: '<a>'.", 'map', '']],
      ],
    },
    // Names of Object.prototype are no keys.
    {
      schema: { strictRequired: ['toString', 'constructor'] },
      fail: [
        [
          {},
          ['missing-attribute', "Missing required attribute: '<toString>'.", 'map', ''],
          ['missing-attribute', "Missing required attribute: '<constructor>'.", 'map', ''],
        ],
      ],
    },
    // A blank value is missing, and not also too short or not allowed.
    {
      schema: { strictRequired: ['a'], properties: { a: { minLength: 5, enum: ['x'] } } },
      fail: [[{ a: '' }, ['missing-attribute', "Missing required attribute: '<a>'.", 'map', '']]],
    },
  );
});
