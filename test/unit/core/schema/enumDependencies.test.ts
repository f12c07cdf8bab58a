import { describe } from 'mocha';
import { describeKeyword } from './keywordCases';

describe('dialect: enumDependencies', () => {
  const schema = {
    enumDependencies: {
      service: {
        finance: { sub: { tax: { area: { eu: null, us: null } }, bank: null } },
        commerce: { sub: { '': null, retail: null } },
        plain: null,
      },
    },
  };

  describeKeyword('of plain values', {
    schema,
    pass: [
      {},
      { sub: 'nonsense' },
      { service: '' },
      { service: null, sub: 'nonsense' },
      { service: 'plain', sub: 'nonsense' },
      { service: 'finance', sub: 'bank', area: 'nonsense' },
      { service: 'finance', sub: 'tax', area: 'eu' },
      { service: 'finance', sub: '' },
      { service: 'commerce' },
      { service: 'commerce', sub: 'retail' },
    ],
    fail: [
      [{ service: 'x', sub: 'tax' }, ['invalid-value', "Invalid value for '<service>': 'x'.", 'value', 'service']],
      [{ service: 7 }, ['invalid-value', "Invalid value for '<service>': '7'.", 'value', 'service']],
      [
        { service: 'finance', sub: 'retail' },
        [
          'invalid-paired-attribute',
          "Invalid value for '<sub>': 'retail' is not valid with '<service>' value 'finance'.",
          'value',
          'sub',
        ],
      ],
      [
        { service: 'finance', sub: 'tax', area: 'uk' },
        [
          'invalid-paired-attribute',
          "Invalid value for '<area>': 'uk' is not valid with '<sub>' value 'tax'.",
          'value',
          'area',
        ],
      ],
      // Absence is an error unless "" allows it.
      [
        { service: 'finance' },
        [
          'invalid-paired-attribute',
          "Invalid value for '<sub>': 'sub' is not valid with '<service>' value 'finance'.",
          'map',
          '',
        ],
      ],
      [
        { service: 'finance', sub: 'tax' },
        [
          'invalid-paired-attribute',
          "Invalid value for '<area>': 'area' is not valid with '<sub>' value 'tax'.",
          'map',
          '',
        ],
      ],
    ],
  });

  describeKeyword('of items of a list', {
    schema: {
      enumDependencies: {
        'topic[0]': { a: { 'topic[1]': { '': null, b: null } }, c: null },
      },
    },
    pass: [
      { topic: [] },
      { topic: ['a'] },
      { topic: ['a', 'b'] },
      { topic: ['c', 'nonsense'] },
      // A plain text counts as the first item.
      { topic: 'c' },
    ],
    fail: [
      [{ topic: 'x' }, ['invalid-value', "Invalid value for '<topic>': 'x'.", 'value', 'topic']],
      [{ topic: ['x'] }, ['invalid-value', "Invalid value for '<topic[0]>': 'x'.", 'value', 'topic/0']],
      [
        { topic: ['a', 'c'] },
        [
          'invalid-paired-attribute',
          "Invalid value for '<topic[1]>': 'c' is not valid with '<topic[0]>' value 'a'.",
          'value',
          'topic/1',
        ],
      ],
    ],
  });
});
