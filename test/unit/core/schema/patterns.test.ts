import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compileSchema } from '../../../../src/core/schema/compileSchema';
import { worstCase } from '../../../../src/core/schema/pattern';
import { now } from '../support/memoryHost';
import { showSpan } from '../support/show';

interface Outcome {
  /** Findings on `{ a: text }`. */
  readonly findings: readonly string[];
  /** Problems of the schema, each with its place. */
  readonly problems: readonly string[];
}

function tryPattern(pattern: string, text: string): Outcome {
  const schema = `{ "properties": { "a": { "pattern": ${JSON.stringify(pattern)} } } }`;
  const compiled = compileSchema('s.json', schema);
  const metadata = { a: text };
  return {
    findings: compiled
      .check(metadata, { path: 'a.md', metadata }, { now: now.getTime() })
      .map(({ message }) => message),
    problems: compiled.problems.map(
      ({ message, span, fatal }) => `${showSpan(schema, span)} ${String(fatal)} ${message}`,
    ),
  };
}

/** Far more than any of these takes, far less than backtracking would. */
function assertFast(action: () => void): void {
  const start = performance.now();
  action();
  const took = performance.now() - start;
  assert.ok(took < 2000, `took ${took.toFixed()} ms`);
}

const longText = 'a'.repeat(50_000);

describe('patterns of a schema', () => {
  const ordinary: readonly (readonly [pattern: string, yes: string[], no: string[]])[] = [
    ['^[0-9]+-days$', ['180-days'], ['180-day', 'x180-days']],
    ['days', ['180-days', 'days'], ['day', '']],
    ['^(?!draft)', ['final', ''], ['draft', 'draft-2']],
    ['^(?=.*[0-9])[a-z0-9]{3,8}$', ['ab1'], ['abc', 'a1']],
    ['^(?=.*[A-Z])(?=.*[0-9]).{4,}$', ['Abc1'], ['Ab1', 'abc1', 'Abcd']],
    ['(a)\\1', ['xaay'], ['aba']],
    ['^\\p{Lu}', ['Ä', 'A'], ['ä', 'p{Lu}']],
    ['(?i)^contoso', ['CONTOSO x', 'contoso'], ['x contoso']],
    ['\\Ax\\z', ['x'], ['xx', 'Axz']],
    ['^\\\\A', ['\\A'], ['A']],
    ['^a(?-i)b', ['ab'], ['AB']],
    ['^.$', ['x', 'ä'], ['', 'xy']],
    ['', ['', 'x'], []],
  ];
  for (const [pattern, yes, no] of ordinary) {
    it(`'${pattern}' is right`, () => {
      for (const text of yes) assert.deepEqual(tryPattern(pattern, text), { findings: [], problems: [] }, text);
      for (const text of no) {
        const finding = `String '${text}' is not a valid '${pattern}'.`;
        assert.deepEqual(tryPattern(pattern, text), { findings: [finding], problems: [] }, text);
      }
    });
  }

  for (const pattern of [
    '^(a+)+$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '(a*)*b',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '^(\\w+\\s?)*$',
  ]) {
    it(`'${pattern}' ends on a long text that does not match`, () => {
      const text = `${longText}!`;
      assertFast(() => {
        assert.deepEqual(tryPattern(pattern, text), {
          findings: [`String '${text}' is not a valid '${pattern}'.`],
          problems: [],
        });
      });
    });
  }

  it('finds a match that an exponential pattern has in a long text', () => {
    assertFast(() => {
      assert.deepEqual(tryPattern('^(a+)+$', longText), { findings: [], problems: [] });
    });
  });

  for (const pattern of ['^(?=(a+)+$)', '^(?!(a|aa)+b)c', '^(a+)+\\1$', '(?<=(a+)+)b']) {
    it(`'${pattern}' is cut off, named at its place, and checks nothing`, () => {
      assertFast(() => {
        const { findings, problems } = tryPattern(pattern, `${longText}!`);
        assert.deepEqual(findings, []);
        assert.deepEqual(problems, [
          `1:37-1:${37 + JSON.stringify(pattern).length} false The pattern '${pattern}' was cut off: ` +
            'it can backtrack without end and is not applied. Take the look-around or the nested repetition out of it.',
        ]);
      });
    });
  }

  it('names a cut-off pattern of the keys, and refuses no key because of it', () => {
    const schema = `{
  "patternProperties": { "^(?=(a+)+$)": { "type": "integer" } },
  "additionalProperties": false
}`;
    const compiled = compileSchema('s.json', schema);
    assert.deepEqual(
      compiled.problems.map(({ span, message }) => `${showSpan(schema, span)} ${message.slice(0, 39)}`),
      ["2:27-2:38 The pattern '^(?=(a+)+$)' was cut off: "],
    );
    const metadata = { title: 'x' };
    assert.deepEqual(compiled.check(metadata, { path: 'a.md', metadata }, { now: 0 }), []);
  });

  for (const keyword of ['not', 'if', 'oneOf', 'maxItemsWhen']) {
    it(`finds no fault through '${keyword}' with what a cut-off pattern may match`, () => {
      const cut = { pattern: '^(?=(a+)+$)' };
      const value = {
        not: { not: cut },
        if: { if: cut, then: false, else: false },
        oneOf: { oneOf: [cut, true] },
        maxItemsWhen: { maxItemsWhen: { condition: cut, value: 0 } },
      }[keyword];
      const compiled = compileSchema('s.json', JSON.stringify({ properties: { a: value } }));
      assert.equal(compiled.problems.length, 1);
      for (const metadata of [{ a: 'x' }, { a: ['x'] }])
        assert.deepEqual(compiled.check(metadata, { path: 'a.md', metadata }, { now: 0 }), []);
    });
  }

  it('reports what is no regular expression', () => {
    assert.deepEqual(tryPattern('(unclosed', 'x'), {
      findings: [],
      problems: ["1:37-1:48 false '(unclosed' is not a regular expression."],
    });
  });

  it('leaves long texts alone where only a bound on the length keeps a pattern from hanging', () => {
    const pattern = '^(?!.*x).*.*y';
    assert.equal(tryPattern(pattern, 'ab').findings.length, 1);
    assertFast(() => {
      assert.deepEqual(tryPattern(pattern, longText), { findings: [], problems: [] });
    });
  });
});

describe('the bound of a pattern', () => {
  it('grows with the length of the text, or without end', () => {
    assert.ok(worstCase('^[a-z]+$')(1000) < 10_000);
    assert.ok(worstCase('^abc$')(100_000) < worstCase('^[a-z]+$')(100_000));
    assert.ok(worstCase('abc')(1000) > worstCase('^abc')(1000));
    assert.ok(worstCase('^(a+)+$')(300) > 1e30);
    assert.equal(worstCase('(?i)a')(1), Infinity);
  });
});
