import type { Code } from '../../../../src/core/rules/codes';
import { header, type Mistake } from './support';

/** Codes of the dialect, each with the schema of a team that reports it. */
export const schemaCodes: readonly (readonly [code: Code, schema: object, ...Mistake[]])[] = [
  [
    'invalid-value',
    { properties: { kind: { enum: ['how-to', 'faq', 'no'] } } },
    ['case', header('kind: FAQ'), "! Change 'FAQ' to 'faq'", header('kind: faq')],
    ['a slip', header('kind: hwo-to'), "Change 'hwo-to' to 'how-to'", header('kind: how-to')],
  ],
  [
    'missing-attribute',
    {
      required: ['draft', 'team'],
      properties: { draft: { type: 'boolean', enum: [false] }, team: { const: 'docs' } },
    },
    ['with one value allowed', header('draft: false'), "Insert 'team: docs'", header('draft: false', 'team: docs')],
    ['with one truth value', header('team: docs'), "Insert 'draft: false'", header('draft: false', 'team: docs')],
  ],
  [
    'missing-paired-attribute',
    { dependencies: { zone: ['team'] } },
    ['the other one', header('zone: a'), "Insert 'team:'", header('zone: a', 'team:')],
  ],
  [
    'missing-either-attribute',
    { either: [['team', 'group']] },
    ['the first of them', header('zone: a'), "Insert 'team:'", header('zone: a', 'team:')],
  ],
  [
    'unknown-field',
    { properties: { zone: {} }, additionalProperties: false },
    ['a key', header('zone: a', 'team: b'), "Remove 'team'", header('zone: a')],
  ],
  [
    'ms-alias-invalid',
    { properties: { owner: { microsoftAlias: {} } } },
    ['an address', header('owner: a@microsoft.com'), "! Change to 'a'", header('owner: a')],
  ],
  [
    'attribute-reserved',
    { reserved: ['locale'] },
    ['a key', header('zone: a', 'locale: b'), "Remove 'locale'", header('zone: a')],
  ],
  [
    'not-failed',
    { properties: { zone: { not: { type: 'array' } } } },
    ['a list of one', header('zone: ["a"]'), '! Write the value without a list', header('zone: "a"')],
  ],
];
