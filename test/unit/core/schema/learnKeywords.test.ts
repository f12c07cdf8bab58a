import { describe } from 'mocha';
import { describeKeyword } from './keywordCases';

/** The keywords that the Learn build adds to JSON Schema, but for dates and `docsetUnique`. */
describe('dialect: keywords of the Learn build', () => {
  describeKeyword(
    'either',
    {
      schema: { either: [['a', 'b', 'c']] },
      pass: [{ a: 1 }, { b: 'x', c: '' }, { c: false }],
      fail: [
        [{}, ['missing-either-attribute', "One of the following attributes is required: 'a', 'b', 'c'.", 'map', '']],
        [
          { a: null, b: ' ' },
          ['missing-either-attribute', "One of the following attributes is required: 'a', 'b', 'c'.", 'map', ''],
        ],
      ],
    },
    {
      schema: {
        either: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
      fail: [
        [{ d: 1 }, ['missing-either-attribute', "One of the following attributes is required: 'a', 'b'.", 'map', '']],
      ],
    },
  );

  describeKeyword('precludes', {
    schema: { precludes: [['a', 'b', 'c']] },
    pass: [{}, { a: 1 }, { a: 1, b: null, c: '' }],
    fail: [
      [
        { b: 1, c: 'x' },
        ['precluded-attributes', "Only one of the following attributes can exist: 'a', 'b', 'c'.", 'map', ''],
      ],
      // Reported once, however many there are.
      [
        { a: 0, b: 1, c: 'x' },
        ['precluded-attributes', "Only one of the following attributes can exist: 'a', 'b', 'c'.", 'map', ''],
      ],
    ],
  });

  for (const keyword of ['dependencies', 'dependentSchemas']) {
    const paired = (missing: string): string =>
      `Missing attribute: '<${missing}>'. If you specify '<a>', you must also specify '<${missing}>'.`;
    describeKeyword(`${keyword} with a list`, {
      schema: { [keyword]: { a: ['b', 'c'] } },
      pass: [{}, { a: 1, b: 2, c: 3 }, { b: 1 }, { a: null }, { a: ' ' }],
      fail: [
        [{ a: 1, c: 3 }, ['missing-paired-attribute', paired('b'), 'map', '']],
        [
          { a: 1, b: '', c: null },
          ['missing-paired-attribute', paired('b'), 'map', ''],
          ['missing-paired-attribute', paired('c'), 'map', ''],
        ],
      ],
    });
    describeKeyword(`${keyword} with a schema`, {
      schema: { [keyword]: { a: { strictRequired: ['b'], properties: { b: { enum: ['x'] } } } } },
      pass: [{}, { a: 1, b: 'x' }, { b: 'y' }, { a: '' }],
      fail: [
        [
          { a: 1, b: 'y' },
          [
            'dependent-schemas-failed',
            "DependentSchemas validation failed for attribute: '<a>'. Invalid value for '<b>': 'y'.",
            'value',
            'a',
          ],
        ],
        [
          { a: 1 },
          [
            'dependent-schemas-failed',
            "DependentSchemas validation failed for attribute: '<a>'. Missing required attribute: '<b>'.",
            'value',
            'a',
          ],
        ],
      ],
    });
  }

  describeKeyword(
    'replacedBy',
    {
      schema: { properties: { a: { replacedBy: 'b' } } },
      pass: [{}, { a: null }, { a: '' }, { b: 1 }],
      fail: [
        [{ a: 'x' }, ['attribute-deprecated', "Deprecated attribute: '<a>', use 'b' instead.", 'value', 'a']],
        [{ a: [] }, ['attribute-deprecated', "Deprecated attribute: '<a>', use 'b' instead.", 'value', 'a']],
        [{ a: 0 }, ['attribute-deprecated', "Deprecated attribute: '<a>', use 'b' instead.", 'value', 'a']],
      ],
    },
    {
      schema: { properties: { a: { replacedBy: '' } } },
      fail: [[{ a: 'x' }, ['attribute-deprecated', "Deprecated attribute: '<a>'.", 'value', 'a']]],
    },
  );

  describeKeyword('deprecatedValues', {
    schema: { properties: { a: { deprecatedValues: { old: 'new', gone: '' } } } },
    pass: [{}, { a: 'new' }, { a: 'Old' }, { a: 'toString' }, { a: ['old'] }],
    fail: [
      [{ a: 'old' }, ['attribute-deprecated', "Deprecated value 'old' for '<a>', use 'new' instead.", 'value', 'a']],
      [{ a: 'gone' }, ['attribute-deprecated', "Deprecated value 'gone' for '<a>'.", 'value', 'a']],
    ],
  });

  describeKeyword('reserved', {
    schema: { reserved: ['a', 'b'] },
    pass: [{}, { A: 1 }],
    fail: [
      [
        { a: null, b: 'x' },
        ['attribute-reserved', 'Attribute <a> is reserved for use by Docs.', 'key', 'a'],
        ['attribute-reserved', 'Attribute <b> is reserved for use by Docs.', 'key', 'b'],
      ],
    ],
  });

  const notAnAlias = (value: string): string => `Invalid value for '<a>': '${value}' is not a Microsoft alias.`;
  describeKeyword('microsoftAlias', {
    schema: { properties: { a: { microsoftAlias: { allowedDLs: ['Writers of Contoso', 'x@y'] } } } },
    pass: [{}, { a: 'contoso' }, { a: 'v-contoso' }, { a: '' }, { a: ' ' }, { a: 'Writers of Contoso' }, { a: 'x@y' }],
    fail: [
      [{ a: 'a@microsoft.com' }, ['ms-alias-invalid', notAnAlias('a@microsoft.com'), 'value', 'a']],
      [{ a: 'first last' }, ['ms-alias-invalid', notAnAlias('first last'), 'value', 'a']],
      [{ a: 'writers of Contoso' }, ['ms-alias-invalid', notAnAlias('writers of Contoso'), 'value', 'a']],
    ],
  });
});
