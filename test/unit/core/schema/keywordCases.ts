import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compileSchema } from '../../../../src/core/schema/compileSchema';
import type { GradedFinding } from '../../../../src/core/schema/customRules';
import type { JsonValue } from '../../../../src/core/text/locatedNode';
import { now } from '../support/memoryHost';

export type Json = Readonly<Record<string, JsonValue>>;
export type Schema = Readonly<Record<string, unknown>>;

/** Code, message, place and path of a finding. `<a>` stands for the path of `a` where the checked map stands. */
export type Expected = readonly [code: string, message: string, place: 'value' | 'key' | 'map', path: string];

export interface KeywordCase {
  readonly schema: Schema;
  readonly pass?: readonly Json[];
  readonly fail?: readonly (readonly [metadata: Json, ...findings: Expected[]])[];
}

/** A schema of the dialect that is in order: a slip in a test must not pass for a finding. */
export function compile(schema: Schema): ReturnType<typeof compileSchema> {
  const compiled = compileSchema('team.schema.json', JSON.stringify(schema));
  assert.deepEqual(compiled.problems, []);
  return compiled;
}

export function check(schema: Schema, metadata: Json): GradedFinding[] {
  return compile(schema).check(metadata, { path: 'a.md', metadata }, { now: now.getTime() });
}

interface Setting {
  readonly name: string;
  readonly schema: (schema: Schema) => Schema;
  readonly metadata: (metadata: Json) => Json;
  /** Names above the checked map. */
  readonly property: readonly string[];
  readonly path: readonly (string | number)[];
}

/** Every keyword holds at the top, in nested objects and in the objects of a list. */
const settings: readonly Setting[] = [
  { name: 'at the top', schema: (schema) => schema, metadata: (metadata) => metadata, property: [], path: [] },
  {
    name: 'in a nested object',
    schema: (schema) => ({ properties: { outer: { properties: { inner: schema } } } }),
    metadata: (metadata) => ({ outer: { inner: metadata } }),
    property: ['outer', 'inner'],
    path: ['outer', 'inner'],
  },
  {
    name: 'in an object of a list',
    schema: (schema) => ({ properties: { list: { items: schema } } }),
    metadata: (metadata) => ({ list: [{}, metadata] }),
    property: ['list'],
    path: ['list', 1],
  },
];

/** Declares the tests of one keyword: each case in each setting. */
export function describeKeyword(keyword: string, ...cases: readonly KeywordCase[]): void {
  describe(keyword, () => {
    for (const { schema, pass = [], fail = [] } of cases) {
      for (const setting of settings) {
        const whole = setting.schema(schema);
        for (const metadata of pass)
          it(`${JSON.stringify(schema)} allows ${JSON.stringify(metadata)} ${setting.name}`, () => {
            assert.deepEqual(findingsIn(whole, metadata, setting), []);
          });
        for (const [metadata, ...expected] of fail)
          it(`${JSON.stringify(schema)} refuses ${JSON.stringify(metadata)} ${setting.name}`, () => {
            assert.deepEqual(findingsIn(whole, metadata, setting), expected.map((one) => expand(one, setting)).sort());
          });
      }
    }
  });
}

/** Findings as text, without those on the empty object that stands first in the list. */
function findingsIn(schema: Schema, metadata: Json, setting: Setting): string[] {
  return check(schema, setting.metadata(metadata))
    .filter(({ finding }) => setting.path.every((part, index) => finding.path[index] === part))
    .map(({ code, severity, message, finding }) =>
      [severity, code, message, finding.place, `/${finding.path.join('/')}`].join(' | '),
    )
    .sort();
}

function expand([code, message, place, path]: Expected, setting: Setting): string {
  const words = message.replaceAll(/<([^<>]*)>/g, (_match, name: string) => dotted(setting.property, name));
  const at = [...setting.path, ...path.split('/').filter((part) => part !== '')].join('/');
  return ['warning', code, words, place, `/${at}`].join(' | ');
}

function dotted(property: readonly string[], name: string): string {
  return [...property, name].filter((part) => part !== '').join('.');
}
