import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { now } from '../support/memoryHost';
import { compile, type Json, type Schema } from './keywordCases';

/** What is reported of some metadata: `severity code message`. */
function reported(schema: Schema, metadata: Json, path = 'guide/a.md'): string[] {
  return compile(schema)
    .check(metadata, { path, metadata }, { now: now.getTime() })
    .map(({ severity, code, message }) => `${severity} ${code} ${message}`);
}

/** One rule on the missing `author`. */
function authorRule(rule: unknown): Schema {
  return { required: ['author'], rules: { author: { 'missing-attribute': rule } } };
}

describe('dialect: rules', () => {
  it('renames, re-grades and adds a sentence', () => {
    const rule = { severity: 'suggestion', code: 'author-missing', additionalMessage: 'Add a valid GitHub ID.' };
    assert.deepEqual(reported(authorRule(rule), {}), [
      "suggestion author-missing Missing required attribute: 'author'. Add a valid GitHub ID.",
    ]);
  });

  for (const severity of ['error', 'warning', 'suggestion', 'info']) {
    it(`takes '${severity}' as a bare string and in an object`, () => {
      const expected = [`${severity} missing-attribute Missing required attribute: 'author'.`];
      assert.deepEqual(reported(authorRule(severity), {}), expected);
      assert.deepEqual(reported(authorRule({ severity }), {}), expected);
    });
  }

  it('is a warning without a severity', () => {
    assert.deepEqual(reported(authorRule({ code: 'author-missing' }), {}), [
      "warning author-missing Missing required attribute: 'author'.",
    ]);
  });

  it('is silent where it is off or disabled', () => {
    assert.deepEqual(reported(authorRule('off'), {}), []);
    assert.deepEqual(reported(authorRule({ severity: 'off', code: 'x' }), {}), []);
    assert.deepEqual(reported(authorRule({ disabled: true }), {}), []);
    assert.equal(reported(authorRule({ disabled: false }), {}).length, 1);
  });

  it('touches only its own property and code', () => {
    const schema = {
      required: ['author', 'title'],
      properties: { author: { enum: ['x'] } },
      rules: { author: { 'missing-attribute': 'off' } },
    };
    assert.deepEqual(reported(schema, {}), ["warning missing-attribute Missing required attribute: 'title'."]);
    assert.deepEqual(reported(schema, { author: 'y', title: 'z' }), [
      "warning invalid-value Invalid value for 'author': 'y'.",
    ]);
  });

  it('names nested properties with dots, and the items of a list by their list', () => {
    const schema = {
      properties: { a: { properties: { b: { items: { enum: ['x'] } } } } },
      rules: { 'a.b': { 'invalid-value': 'error' } },
    };
    assert.deepEqual(reported(schema, { a: { b: ['x', 'y'] } }), ["error invalid-value Invalid value for 'a.b': 'y'."]);
  });

  describe('property that a rule belongs to', () => {
    const cases: readonly (readonly [what: string, schema: Schema, metadata: Json, property: string, code: string])[] =
      [
        ['the first key of either', { either: [['a', 'b']] }, {}, 'a', 'missing-either-attribute'],
        ['the first key of precludes', { precludes: [['a', 'b', 'c']] }, { b: 1, c: 1 }, 'a', 'precluded-attributes'],
        ['the key that asks for another', { dependencies: { a: ['b'] } }, { a: 1 }, 'a', 'missing-paired-attribute'],
        [
          'the key that a schema depends on',
          { dependentSchemas: { a: { required: ['b'] } } },
          { a: 1 },
          'a',
          'dependent-schemas-failed',
        ],
        [
          'the key whose value decides, for a value',
          { enumDependencies: { a: { x: { b: { y: null } } } } },
          { a: 'x', b: 'z' },
          'a',
          'invalid-paired-attribute',
        ],
        [
          'the key whose value decides, for a missing value',
          { enumDependencies: { 'a[0]': { x: { b: { y: null } } } } },
          { a: ['x'] },
          'a',
          'invalid-paired-attribute',
        ],
        [
          'the first key of enumDependencies',
          { enumDependencies: { a: { x: null } } },
          { a: 'y' },
          'a',
          'invalid-value',
        ],
        ['the reserved key', { reserved: ['a'] }, { a: 1 }, 'a', 'attribute-reserved'],
        ['the unknown key', { additionalProperties: false }, { a: 1 }, 'a', 'unknown-field'],
        [
          'the key that propertyNames refuses',
          { propertyNames: { maxLength: 1 } },
          { ab: 1 },
          'ab',
          'string-length-invalid',
        ],
      ];
    for (const [what, schema, metadata, property, code] of cases) {
      it(`is ${what}`, () => {
        const named = { ...schema, rules: { [property]: { [code]: { code: 'renamed', message: 'worded' } } } };
        assert.deepEqual(reported(named, metadata), ['warning renamed worded']);
      });
    }

    it('is below its map where that is nested', () => {
      const schema = {
        properties: { outer: { either: [['a', 'b']] } },
        rules: { 'outer.a': { 'missing-either-attribute': 'error' } },
      };
      assert.deepEqual(reported(schema, { outer: {} }), [
        "error missing-either-attribute One of the following attributes is required: 'a', 'b'.",
      ]);
    });
  });

  describe('message', () => {
    it('replaces the text', () => {
      assert.deepEqual(reported(authorRule({ message: 'Say who wrote it.' }), {}), [
        'warning missing-attribute Say who wrote it.',
      ]);
    });

    it('gets the full stop that an additional sentence needs', () => {
      const rule = { message: 'Say who wrote it', additionalMessage: 'Use the GitHub ID.' };
      assert.deepEqual(reported(authorRule(rule), {}), [
        'warning missing-attribute Say who wrote it. Use the GitHub ID.',
      ]);
    });

    it('is a .NET format string', () => {
      assert.deepEqual(reported(authorRule({ message: "{{0}} is '{0}', twice '{0}', {7} is not there" }), {}), [
        "warning missing-attribute {0} is 'author', twice 'author', {7} is not there",
      ]);
    });

    /** The arguments are those of the usual text, in its order. */
    const cases: readonly (readonly [code: string, schema: Schema, metadata: Json, expected: string])[] = [
      ['unexpected-type', { properties: { a: { type: 'string' } } }, { a: 1 }, 'String|Integer'],
      ['invalid-value', { properties: { a: { enum: ['x'] } } }, { a: 'y' }, 'a|y'],
      ['format-invalid', { properties: { a: { pattern: 'x' } } }, { a: 'y' }, 'y|x'],
      ['string-length-invalid', { properties: { a: { maxLength: 1 } } }, { a: 'xyz' }, 'a|long|3|<= 1'],
      ['number-invalid', { properties: { a: { minimum: 2 } } }, { a: 1 }, '1|>= 2'],
      ['array-length-invalid', { properties: { a: { minItems: 2 } } }, { a: [] }, 'a|>= 2'],
      ['array-not-unique', { properties: { a: { uniqueItems: true } } }, { a: [1, 1] }, 'a'],
      ['array-contains-failed', { properties: { a: { contains: false } } }, { a: [1] }, 'a'],
      ['property-count-invalid', { properties: { a: { minProperties: 2 } } }, { a: {} }, 'a|>= 2'],
      ['unknown-field', { additionalProperties: false }, { a: true }, 'a|Boolean'],
      ['missing-attribute', { required: ['a'] }, {}, 'a'],
      ['missing-paired-attribute', { dependencies: { a: ['b'] } }, { a: 1 }, 'b|a|b'],
      ['missing-either-attribute', { either: [['a', 'b']] }, {}, "'a', 'b'"],
      ['precluded-attributes', { precludes: [['a', 'b']] }, { a: 1, b: 1 }, "'a', 'b'"],
      ['date-format-invalid', { properties: { a: { dateFormat: 'yyyy' } } }, { a: 'x' }, 'a|x'],
      ['attribute-deprecated', { properties: { a: { replacedBy: 'b' } } }, { a: 'x' }, "a|, use 'b' instead."],
      ['ms-alias-invalid', { properties: { a: { microsoftAlias: {} } } }, { a: 'x@y' }, 'a|x@y'],
      ['attribute-reserved', { reserved: ['a'] }, { a: 1 }, 'a'],
      [
        'invalid-paired-attribute',
        { enumDependencies: { a: { x: { b: { y: null } } } } },
        { a: 'x', b: 'z' },
        'b|z|a|x',
      ],
      ['not-failed', { properties: { a: { not: { const: 'x' } } } }, { a: 'x' }, 'a|x'],
      ['one-of-failed', { properties: { a: { oneOf: [true, true] } } }, { a: 'x' }, 'a|x'],
      ['boolean-schema-failed', { properties: { a: false } }, { a: 'x' }, 'a'],
    ];
    for (const [code, schema, metadata, expected] of cases) {
      it(`fills in the arguments of ${code}`, () => {
        const places = expected.split('|').map((_argument, index) => `{${index}}`);
        const rules = { a: { [code]: { message: places.join('|') } } };
        assert.deepEqual(reported({ ...schema, rules }, metadata), [`warning ${code} ${expected}`]);
      });
    }
  });

  describe('exclude', () => {
    const schema = authorRule({ severity: 'error', exclude: ['archive/**', '**/old-*.md'] });
    it('silences the articles that a pattern matches, seen from the docset', () => {
      assert.deepEqual(reported(schema, {}, 'archive/deep/a.md'), []);
      assert.deepEqual(reported(schema, {}, 'guide/old-a.md'), []);
      assert.equal(reported(schema, {}, 'guide/archive/a.md').length, 1);
    });
    it('may be one pattern', () => {
      assert.deepEqual(reported(authorRule({ exclude: 'guide/**' }), {}), []);
    });
  });

  it('holds for conceptual pages where it names content types', () => {
    const message = "warning missing-attribute Missing required attribute: 'author'.";
    assert.deepEqual(reported(authorRule({ contentTypes: ['conceptual', 'reference'] }), {}), [message]);
    assert.deepEqual(reported(authorRule({ contentTypes: 'conceptual' }), {}), [message]);
    assert.deepEqual(reported(authorRule({ contentTypes: ['reference'] }), {}), []);
  });

  describe('the tag SEO', () => {
    const tagged = authorRule({ tags: ['SEO'] });
    const silent: readonly Json[] = [
      { ROBOTS: 'NOINDEX' },
      { robots: 'noindex,nofollow' },
      { robots: 'nofollow, NoIndex' },
      { ROBOTS: ['NOINDEX', 'NOFOLLOW'] },
    ];
    for (const metadata of silent)
      it(`switches a rule off for ${JSON.stringify(metadata)}`, () => {
        assert.deepEqual(reported(tagged, metadata), []);
      });
    for (const metadata of [{}, { ROBOTS: 'NOFOLLOW' }, { ROBOTS: null }, { notes: 'noindex' }])
      it(`leaves a rule on for ${JSON.stringify(metadata)}`, () => {
        assert.equal(reported(tagged, metadata).length, 1);
      });
    it('is the only tag that does', () => {
      assert.equal(reported(authorRule({ tags: ['other'] }), { ROBOTS: 'NOINDEX' }).length, 1);
      assert.equal(reported(authorRule('error'), { ROBOTS: 'NOINDEX' }).length, 1);
    });
  });
});
