import { describe } from 'mocha';
import { describeKeyword } from './keywordCases';

describe('dialect: keywords for single values', () => {
  describeKeyword(
    'type',
    {
      schema: { properties: { a: { type: 'string' } } },
      pass: [{}, { a: '' }, { a: '2018-11-02' }],
      fail: [
        [{ a: 1 }, ['unexpected-type', "Expected type 'String' but got 'Integer'.", 'value', 'a']],
        [{ a: 1.5 }, ['unexpected-type', "Expected type 'String' but got 'Float'.", 'value', 'a']],
        [{ a: true }, ['unexpected-type', "Expected type 'String' but got 'Boolean'.", 'value', 'a']],
        [{ a: null }, ['unexpected-type', "Expected type 'String' but got 'Null'.", 'value', 'a']],
        [{ a: ['x'] }, ['unexpected-type', "Expected type 'String' but got 'Array'.", 'value', 'a']],
        [{ a: { b: 1 } }, ['unexpected-type', "Expected type 'String' but got 'Object'.", 'value', 'a']],
      ],
    },
    {
      schema: { properties: { a: { type: ['array', 'null'] } } },
      pass: [{ a: [] }, { a: null }],
      fail: [[{ a: 'x' }, ['unexpected-type', "Expected type 'Array, Null' but got 'String'.", 'value', 'a']]],
    },
    { schema: { properties: { a: { type: 'integer' } } }, pass: [{ a: 3 }, { a: -0 }] },
    {
      schema: { properties: { a: { type: 'number' } } },
      pass: [{ a: 3 }, { a: 3.5 }],
      fail: [[{ a: '3' }, ['unexpected-type', "Expected type 'Number' but got 'String'.", 'value', 'a']]],
    },
    // The checks of a value stop at its type; those of its neighbours go on.
    {
      schema: {
        properties: {
          a: { type: 'string', enum: ['x'], const: 'x', replacedBy: 'b' },
          c: { enum: ['x'] },
        },
      },
      fail: [
        [
          { a: 1, c: 'y' },
          ['unexpected-type', "Expected type 'String' but got 'Integer'.", 'value', 'a'],
          ['invalid-value', "Invalid value for '<c>': 'y'.", 'value', 'c'],
        ],
      ],
    },
    // A list of the wrong items is a list: only the items are wrong.
    {
      schema: { properties: { a: { type: 'array', items: { type: 'string', minLength: 9 }, minItems: 5 } } },
      fail: [
        [
          { a: [1, 'long enough'] },
          ['unexpected-type', "Expected type 'String' but got 'Integer'.", 'value', 'a/0'],
          ['array-length-invalid', "Array '<a>' length should be >= 5.", 'value', 'a'],
        ],
      ],
    },
    // The map itself.
    { schema: { type: 'object' }, pass: [{}, { a: 1 }] },
  );

  describeKeyword('enum', {
    schema: { properties: { a: { enum: ['how-to', 7, null, ['x', 'y']] } } },
    pass: [{}, { a: 'how-to' }, { a: 7 }, { a: null }, { a: ['x', 'y'] }],
    fail: [
      [{ a: 'How-To' }, ['invalid-value', "Invalid value for '<a>': 'How-To'.", 'value', 'a']],
      [{ a: '' }, ['invalid-value', "Invalid value for '<a>': ''.", 'value', 'a']],
      [{ a: '7' }, ['invalid-value', "Invalid value for '<a>': '7'.", 'value', 'a']],
      [{ a: ['y', 'x'] }, ['invalid-value', `Invalid value for '<a>': '["y","x"]'.`, 'value', 'a']],
    ],
  });

  describeKeyword(
    'const',
    {
      schema: { properties: { a: { const: 'x' } } },
      pass: [{}, { a: 'x' }],
      fail: [[{ a: 'X' }, ['invalid-value', "Invalid value for '<a>': 'X'.", 'value', 'a']]],
    },
    {
      schema: { properties: { a: { const: null } } },
      pass: [{ a: null }],
      fail: [[{ a: false }, ['invalid-value', "Invalid value for '<a>': 'false'.", 'value', 'a']]],
    },
  );

  describeKeyword('pattern', {
    schema: { properties: { a: { pattern: '^[0-9]+-days$' } } },
    pass: [{}, { a: '180-days' }, { a: null }, { a: 5 }, { a: ['x'] }],
    fail: [
      [{ a: '180 days' }, ['format-invalid', "String '180 days' is not a valid '^[0-9]+-days$'.", 'value', 'a']],
      [{ a: '' }, ['format-invalid', "String '' is not a valid '^[0-9]+-days$'.", 'value', 'a']],
    ],
  });

  describeKeyword(
    'format',
    {
      schema: { properties: { a: { format: 'date-time' } } },
      pass: [{}, { a: '2026-03-10' }, { a: '2026-03-10T08:05:09Z' }, { a: '03/10/2026 08:05' }, { a: 5 }],
      fail: [
        [{ a: '2026-13-10' }, ['format-invalid', "String '2026-13-10' is not a valid 'DateTime'.", 'value', 'a']],
        [{ a: '' }, ['format-invalid', "String '' is not a valid 'DateTime'.", 'value', 'a']],
      ],
    },
    {
      schema: { properties: { a: { format: 'date' } } },
      pass: [{ a: '2026-03-10' }, { a: '2024-02-29' }],
      fail: [
        [{ a: '03/10/2026' }, ['format-invalid', "String '03/10/2026' is not a valid 'Date'.", 'value', 'a']],
        [{ a: '2026-3-10' }, ['format-invalid', "String '2026-3-10' is not a valid 'Date'.", 'value', 'a']],
        [{ a: '2026-02-29' }, ['format-invalid', "String '2026-02-29' is not a valid 'Date'.", 'value', 'a']],
      ],
    },
    {
      schema: { properties: { a: { format: 'time' } } },
      pass: [{ a: '23:59' }, { a: '8:05:09' }, { a: '11:05 PM' }],
      fail: [
        [{ a: '24:00' }, ['format-invalid', "String '24:00' is not a valid 'Time'.", 'value', 'a']],
        [{ a: '2026-03-10' }, ['format-invalid', "String '2026-03-10' is not a valid 'Time'.", 'value', 'a']],
      ],
    },
  );

  describeKeyword('minLength, maxLength', {
    schema: { properties: { a: { minLength: 3, maxLength: 5 } } },
    pass: [{}, { a: 'abc' }, { a: 'abcde' }, { a: null }, { a: 7 }, { a: ['x'] }, { a: '😀😀😀😀😀' }],
    fail: [
      [
        { a: 'ab' },
        ['string-length-invalid', "String '<a>' is too short: 2 characters. Length should be >= 3.", 'value', 'a'],
      ],
      [
        { a: '' },
        ['string-length-invalid', "String '<a>' is too short: 0 characters. Length should be >= 3.", 'value', 'a'],
      ],
      [
        { a: 'abcdef' },
        ['string-length-invalid', "String '<a>' is too long: 6 characters. Length should be <= 5.", 'value', 'a'],
      ],
      // A surrogate pair is one character.
      [
        { a: '😀😀' },
        ['string-length-invalid', "String '<a>' is too short: 2 characters. Length should be >= 3.", 'value', 'a'],
      ],
    ],
  });

  describeKeyword(
    'minimum, maximum, exclusiveMinimum, exclusiveMaximum',
    {
      schema: { properties: { a: { minimum: 2, maximum: 5 } } },
      pass: [{}, { a: 2 }, { a: 5 }, { a: '1' }, { a: null }],
      fail: [
        [{ a: 1 }, ['number-invalid', "Number '1' should be >= 2.", 'value', 'a']],
        [{ a: 5.5 }, ['number-invalid', "Number '5.5' should be <= 5.", 'value', 'a']],
      ],
    },
    {
      schema: { properties: { a: { exclusiveMinimum: 2, exclusiveMaximum: 5 } } },
      pass: [{ a: 2.1 }, { a: 4 }],
      fail: [
        [{ a: 2 }, ['number-invalid', "Number '2' should be > 2.", 'value', 'a']],
        [{ a: 5 }, ['number-invalid', "Number '5' should be < 5.", 'value', 'a']],
      ],
    },
  );

  describeKeyword('multipleOf', {
    schema: { properties: { a: { multipleOf: 0.5 } } },
    pass: [{}, { a: 1.5 }, { a: -2 }, { a: 0 }],
    fail: [[{ a: 1.25 }, ['number-invalid', "Number '1.25' should be multiple of 0.5.", 'value', 'a']]],
  });
});
