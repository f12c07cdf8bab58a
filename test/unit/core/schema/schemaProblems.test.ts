import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compileSchema } from '../../../../src/core/schema/compileSchema';
import { showSpan } from '../support/show';

/** What is wrong in a schema: `place message`, with `!` before it where the schema cannot be used. */
function problemsIn(text: string): string[] {
  return compileSchema('team.schema.json', text).problems.map(
    ({ message, span, fatal }) => `${fatal ? '!' : ''}${showSpan(text, span)} ${message}`,
  );
}

function findingsOf(text: string, metadata: Readonly<Record<string, string>>): string[] {
  return compileSchema('team.schema.json', text)
    .check(metadata, { path: 'a.md', metadata }, { now: 0 })
    .map(({ message }) => message);
}

describe('schema-invalid', () => {
  it('finds nothing wrong in schemas that are in order', () => {
    for (const text of [
      '{}',
      '\ufeff{ "type": "object" }',
      '{ "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://example.com/a", "x-ours": 1 }',
      '{ // a comment\n "required": ["a",], }',
      '{ "properties": { "rules": { "type": "string" }, "title": false, "typ": {} } }',
      '{ "rules": { "a.b": { "invalid-value": "off", "missing-attribute": { "code": "x", "severity": "info" } } } }',
    ])
      assert.deepEqual(problemsIn(text), [], text);
  });

  describe('an unknown keyword', () => {
    const cases: readonly (readonly [keyword: string, meant: string])[] = [
      ['requird', 'required'],
      ['strictrequired', 'strictRequired'],
      ['patern', 'pattern'],
      ['dateformat', 'dateFormat'],
      ['relativeMaxdate', 'relativeMaxDate'],
      ['minlength', 'minLength'],
      ['propertyName', 'propertyNames'],
      ['enumDependancies', 'enumDependencies'],
    ];
    for (const [keyword, meant] of cases)
      it(`'${keyword}' was meant to be '${meant}'`, () => {
        const text = `{\n  "properties": {\n    "a": { "title": "A", "${keyword}": 1 }\n  }\n}`;
        assert.deepEqual(problemsIn(text), [
          `3:27-3:${27 + keyword.length} The dialect has no keyword '${keyword}'. Did you mean '${meant}'?`,
        ]);
      });

    it('that resembles none is not applied', () => {
      assert.deepEqual(problemsIn('{ "unevaluatedProperties": false }'), [
        "1:4-1:25 The dialect has no keyword 'unevaluatedProperties'. It is not applied.",
      ]);
    });

    it('is found wherever a schema may stand', () => {
      const wrong = '{ "frobnicate": 1 }';
      const places = [
        `{ "properties": { "a": ${wrong} } }`,
        `{ "patternProperties": { "a": ${wrong} } }`,
        `{ "additionalProperties": ${wrong} }`,
        `{ "propertyNames": ${wrong} }`,
        `{ "items": ${wrong} }`,
        `{ "items": [${wrong}] }`,
        `{ "additionalItems": ${wrong} }`,
        `{ "contains": ${wrong} }`,
        `{ "minItemsWhen": { "condition": ${wrong}, "value": 1 } }`,
        `{ "maxItemsWhen": [{ "condition": ${wrong}, "value": 1 }] }`,
        `{ "allOf": [${wrong}] }`,
        `{ "anyOf": [${wrong}] }`,
        `{ "oneOf": [${wrong}] }`,
        `{ "not": ${wrong} }`,
        `{ "if": ${wrong} }`,
        `{ "then": ${wrong} }`,
        `{ "else": ${wrong} }`,
        `{ "dependencies": { "a": ${wrong} } }`,
        `{ "dependentSchemas": { "a": ${wrong} } }`,
        `{ "definitions": { "a": ${wrong} } }`,
      ];
      for (const text of places) {
        const column = text.indexOf('frobnicate') + 1;
        assert.deepEqual(
          problemsIn(text),
          [`1:${column}-1:${column + 10} The dialect has no keyword 'frobnicate'. It is not applied.`],
          text,
        );
      }
    });

    it('does not keep the rest from being applied', () => {
      assert.deepEqual(findingsOf('{ "requird": 1, "required": ["a"] }', {}), ["Missing required attribute: 'a'."]);
    });
  });

  describe('a value of the wrong type', () => {
    const cases: readonly (readonly [text: string, expected: string])[] = [
      ['{ "required": "a" }', "!1:15-1:18 Expected type 'Array' but got 'String'."],
      ['{ "required": [1] }', "!1:16-1:17 Expected type 'String' but got 'Integer'."],
      ['{ "properties": [] }', "!1:17-1:19 Expected type 'Object' but got 'Array'."],
      ['{ "properties": { "a": "string" } }', "!1:24-1:32 Expected type 'Object, Boolean' but got 'String'."],
      ['{ "minLength": "5" }', "!1:16-1:19 Expected type 'Integer' but got 'String'."],
      ['{ "pattern": 5 }', "!1:14-1:15 Expected type 'String' but got 'Integer'."],
      ['{ "uniqueItems": "true" }', "!1:18-1:24 Expected type 'Boolean' but got 'String'."],
      ['{ "either": ["a"] }', "!1:14-1:17 Expected type 'Array' but got 'String'."],
      ['{ "dependencies": { "a": "b" } }', "!1:26-1:29 Expected type 'Object, Boolean' but got 'String'."],
      ['{ "replacedBy": null }', "!1:17-1:21 Expected type 'String' but got 'Null'."],
      ['{ "microsoftAlias": true }', "!1:21-1:25 Expected type 'Object' but got 'Boolean'."],
      ['{ "anyOf": {} }', "!1:12-1:14 Expected type 'Array' but got 'Object'."],
      ['{ "rules": { "a": "off" } }', "!1:19-1:24 Expected type 'Object' but got 'String'."],
    ];
    for (const [text, expected] of cases)
      it(text, () => {
        assert.deepEqual(problemsIn(text), [expected]);
      });
  });

  describe('another value that the dialect does not know', () => {
    const cases: readonly (readonly [text: string, place: string, message: RegExp])[] = [
      ['{ "type": "text" }', '1:11-1:17', /^Invalid value for 'type': 'text'\.$/],
      ['{ "properties": { "a": { "type": ["string", "date"] } } }', '1:45-1:51', /'date'/],
      ['{ "type": [] }', '1:11-1:13', /length should be >= 1/],
      ['{ "minLength": -1 }', '1:16-1:18', /^Number '-1' should be >= 0\.$/],
      ['{ "multipleOf": 0 }', '1:17-1:18', /^Number '0' should be > 0\.$/],
      ['{ "enum": [] }', '1:11-1:13', /length should be >= 1/],
      ['{ "enum": [1, 1] }', '1:11-1:17', /items should be unique/],
      ['{ "either": [["a"]] }', '1:14-1:19', /length should be >= 2/],
      ['{ "format": "email" }', '1:13-1:20', /'email'/],
      ['{ "dateFormat": "" }', '1:17-1:19', /too short/],
      ['{ "relativeMaxDate": "five days" }', '1:22-1:33', /'five days'/],
      ['{ "$ref": "other.json#/a" }', '1:11-1:26', /'other\.json#\/a'/],
      ['{ "rules": { "a": { "invalid-value": "fatal" } } }', '1:38-1:45', /'fatal'/],
      ['{ "rules": { "a": { "invalid-value": { "severity": "hint" } } } }', '1:52-1:58', /'hint'/],
    ];
    for (const [text, place, message] of cases)
      it(text, () => {
        const [problem = '', ...others] = problemsIn(text);
        assert.deepEqual(others, []);
        assert.equal(problem.replace(/^!/, '').split(' ')[0], place);
        assert.match(problem.replace(/^!?\S+ /, ''), message);
      });
  });

  it('names a code that a rule cannot have, and a field that it does not know', () => {
    assert.deepEqual(problemsIn('{ "rules": { "a": { "invalid-valu": "off" } } }'), [
      "1:22-1:34 The dialect has no keyword 'invalid-valu'. It is not applied.",
    ]);
    assert.deepEqual(problemsIn('{ "rules": { "a": { "invalid-value": { "sevrity": "off" } } } }'), [
      "1:41-1:48 The dialect has no keyword 'sevrity'. It is not applied.",
    ]);
  });

  it('reports rules anywhere but at the root, once', () => {
    assert.deepEqual(problemsIn('{ "properties": { "a": { "rules": {} } } }'), [
      "1:27-1:32 'rules' belongs at the root of the schema. It is not applied here.",
    ]);
  });

  describe('broken JSON', () => {
    it('is reported where it breaks, and the schema checks nothing', () => {
      const text = '{\n  "required": ["a"]\n  "type": "object"\n}';
      assert.deepEqual(problemsIn(text), ['!3:3-3:9 This is not JSON: comma expected.']);
      assert.deepEqual(findingsOf(text, {}), []);
    });
    it('may be a text that is no object at all', () => {
      for (const text of ['[]', '"x"', '5'])
        assert.deepEqual(
          problemsIn(text).map((problem) => problem.replace(/^!?\S+ /, '')),
          ["A metadata schema is a JSON object: '{ … }'."],
          text,
        );
    });
    it('may be no text at all', () => {
      assert.deepEqual(problemsIn(''), ['!1:1-1:1 This is not JSON: value expected.']);
    });
    it('may be nested without end', () => {
      const text = `${'{"not":'.repeat(100_000)}{}${'}'.repeat(100_000)}`;
      const [problem] = problemsIn(text);
      assert.match(problem ?? '', /^!/);
    });
  });

  it('reports a $ref to nothing at its place', () => {
    const text = '{\n  "properties": {\n    "a": { "$ref": "#/definitions/alias" }\n  }\n}';
    assert.deepEqual(problemsIn(text), ["!3:20-3:41 There is nothing at '#/definitions/alias' in this schema."]);
    assert.deepEqual(findingsOf(text, { a: 'x' }), []);
  });

  it('takes references to any place of the file', () => {
    for (const pointer of ['#', '#/', '#/properties/b', '#/allOf/0', '#/definitions/a~1b', '#/definitions/c%25d']) {
      const definitions = { 'a/b': {}, 'c%d': {} };
      const schema = { definitions, allOf: [{ required: [] }], properties: { a: { $ref: pointer }, b: {} } };
      assert.deepEqual(problemsIn(JSON.stringify(schema)), [], pointer);
    }
  });
});
