import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { isCode } from '../../../../src/core/rules/codes';
import { compileSchema } from '../../../../src/core/schema/compileSchema';
import { bundledSchema, type MetadataSchema } from '../../../../src/core/schema/metadataSchema';
import { now } from '../support/memoryHost';
import type { Json } from './keywordCases';

// Tests run from the repository root.
const text = readFileSync('schemas/dynamics-article.schema.json', 'utf8');
const compiledNow = compileSchema('dynamics', text);

const complete: Json = {
  title: 'Approve time entries in Contoso',
  description: 'Learn how project managers approve, reject, and recall the time entries of their whole team.',
  author: 'contoso-writer',
  'ms.author': 'contosowriter',
  'ms.date': '03/09/2026',
  'ms.topic': 'how-to',
  'ms.service': 'dynamics-365-project-operations',
};

function reported(schema: MetadataSchema, metadata: Json): string[] {
  return schema
    .check(metadata, { path: 'a.md', metadata }, { now: now.getTime() })
    .map(({ severity, code, message }) => `${severity} ${code} ${message}`);
}

/** What the bundled schema says when some keys of a complete article are changed; `undefined` takes one away. */
function changed(change: Readonly<Record<string, Json[string] | undefined>>): string[] {
  const metadata = Object.fromEntries(
    Object.entries({ ...complete, ...change }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  const expected = reported(compiledNow, metadata);
  assert.deepEqual(reported(bundledSchema(), metadata), expected, 'compiled at build time and now');
  return expected;
}

describe('the bundled schema', () => {
  it('is in order by the meta-schema of the dialect', () => {
    assert.deepEqual(compiledNow.problems, []);
  });

  it('finds nothing wrong in a complete article', () => {
    assert.deepEqual(changed({}), []);
  });

  it('names only codes that have a page', () => {
    const { rules } = JSON.parse(text) as {
      rules: Record<string, Record<string, string | { readonly code?: string }>>;
    };
    for (const [property, byCode] of Object.entries(rules))
      for (const [code, rule] of Object.entries(byCode)) {
        assert.ok(isCode(code), `${property}: ${code}`);
        if (typeof rule === 'object' && rule.code !== undefined)
          assert.ok(isCode(rule.code), `${property}: ${rule.code}`);
      }
  });

  it('has a title and a description that helps for every key, and examples for those that people write', () => {
    const { properties } = JSON.parse(text) as {
      properties: Record<string, { title?: string; description?: string; examples?: unknown[]; replacedBy?: string }>;
    };
    for (const [key, { title = '', description = '', examples = [], replacedBy }] of Object.entries(properties)) {
      assert.ok(title.length > 2, key);
      assert.ok(description.length > 20 && description.endsWith('.'), key);
      const byPeople = replacedBy === undefined && !/locali[sz]ation system/.test(description);
      assert.ok(examples.length > 0 || !byPeople, key);
    }
  });

  it('finds nothing wrong in its own examples', () => {
    const { properties } = JSON.parse(text) as { properties: Record<string, { examples?: Json[string][] }> };
    for (const [key, { examples = [] }] of Object.entries(properties)) {
      for (const example of examples) {
        // The quotes that YAML needs are part of the example.
        const value = typeof example === 'string' ? example.replace(/^'(.*)'$/, '$1') : example;
        assert.deepEqual(changed({ [key]: value }), [], `${key}: ${JSON.stringify(example)}`);
      }
    }
  });

  it('knows the keys of real articles', () => {
    const keys =
      'title description author ms.author ms.date ms.topic ms.service ms.subservice ms.custom ms.reviewer audience ' +
      'ms.search.form ms.search.region ms.search.scope ms.search.industry ms.search.validFrom ms.dyn365.ops.version ' +
      'ms.assetid ms.devlang ms.tgt_pltfrm ms.openlocfilehash ms.sourcegitcommit ms.translationtype ms.contentlocale ' +
      'ms.lasthandoff ms.locfileid ms.prod ms.technology manager ms.collection ms.search.keywords ROBOTS robots ai-usage';
    for (const key of keys.split(' ')) assert.ok(bundledSchema().knownKeys.has(key), key);
  });

  it('knows the same of itself when it is compiled now', () => {
    const { knownKeys, retiredKeys, unique, rules } = bundledSchema();
    assert.deepEqual(
      { knownKeys, retiredKeys, unique, rules: [...rules.keys()] },
      {
        knownKeys: compiledNow.knownKeys,
        retiredKeys: compiledNow.retiredKeys,
        unique: compiledNow.unique,
        rules: [...compiledNow.rules.keys()],
      },
    );
    assert.deepEqual(unique, [['title'], ['description']]);
  });

  const missing: readonly (readonly [key: string, expected: string])[] = [
    ['title', "title-missing Missing required attribute: 'title'. Add the page title, 19 to 60 characters."],
    [
      'description',
      "description-missing Missing required attribute: 'description'. Add one or two sentences, 75 to 300 characters, that say what the article answers.",
    ],
    ['author', "author-missing Missing required attribute: 'author'. Add the GitHub ID of the author."],
    [
      'ms.author',
      "ms-author-missing Missing required attribute: 'ms.author'. Add the Microsoft alias of the owner, without @microsoft.com.",
    ],
    [
      'ms.date',
      "ms-date-missing Missing required attribute: 'ms.date'. Add the day of the last substantial edit as MM/DD/YYYY.",
    ],
    [
      'ms.topic',
      "ms-topic-missing Missing required attribute: 'ms.topic'. Add the kind of article, for example how-to, concept-article or troubleshooting-general.",
    ],
    [
      'ms.service',
      "ms-service-missing Missing required attribute: 'ms.service'. Add the ID of the service here, or for the whole docset in docfx.json.",
    ],
  ];
  for (const [key, expected] of missing) {
    it(`asks for ${key}, once, whether it is absent or empty`, () => {
      for (const value of [undefined, null, '', ' '])
        assert.deepEqual(changed({ [key]: value }), [`warning ${expected}`]);
    });
  }

  const cases: readonly (readonly [change: Json, ...expected: string[]])[] = [
    [{ 'ms.date': '3/9/2026' }],
    [{ 'ms.date': '03/15/2026' }],
    [
      { 'ms.date': '03/16/2026' },
      "warning ms-date-invalid Value out of range for 'ms.date': '03/16/2026'. Use MM/DD/YYYY and a date at most 5 days ahead.",
    ],
    ...['10/20/25', '007/14/2025', 'O2/26/2025', '24-03-2026', '06/13/2025vir', '2025-10-20', '02/30/2025'].map(
      (value) =>
        [
          { 'ms.date': value },
          `warning ms-date-invalid Invalid date format for 'ms.date': '${value}'. Use MM/DD/YYYY, for example 10/29/2025.`,
        ] as const,
    ),
    [{ 'ms.date': 2026 }, "warning ms-date-invalid 'ms.date' is not a date. Use MM/DD/YYYY, for example 10/29/2025."],
    [
      { 'ms.topic': 'How-To' },
      "warning ms-topic-invalid Invalid value for 'ms.topic': 'How-To'. Use a content type of Learn, for example how-to, concept-article or troubleshooting-general.",
    ],
    [
      { 'ms.topic': 'conceptual' },
      "suggestion attribute-deprecated Deprecated value 'conceptual' for 'ms.topic', use 'concept-article' instead.",
    ],
    [{ 'ms.topic': ['how-to'] }, "warning multiple-values 'ms.topic' takes one value, not a list."],
    [{ author: ['a', 'b'] }, "warning multiple-values 'author' takes one value, not a list."],
    [
      { 'ms.author': 'a@microsoft.com' },
      "warning ms-author-invalid Invalid value for 'ms.author': 'a@microsoft.com' is not a Microsoft alias. Use one alias without @microsoft.com and without spaces.",
    ],
    [
      { title: 'Short' },
      "suggestion title-bad-length String 'title' is too short: 5 characters. Length should be >= 19. Search engines cut longer titles off, and shorter ones say too little.",
    ],
    [{ title: 'Short', ROBOTS: 'NOINDEX' }],
    [
      { description: 'Too short.' },
      "suggestion description-bad-length String 'description' is too short: 10 characters. Length should be >= 75. Search results show about this much of it.",
    ],
    [{ title: 365 }, "warning unexpected-type 'title' must be a text. Put its value in quotes."],
    [
      { 'ms.prod': 'dynamics' },
      "suggestion attribute-deprecated Deprecated attribute: 'ms.prod', use 'ms.service' instead. Move its value to ms.service and delete the line.",
    ],
    [
      { 'ms.technology': 'dynamics' },
      "suggestion attribute-deprecated Deprecated attribute: 'ms.technology', use 'ms.subservice' instead. Move its value to ms.subservice and delete the line.",
    ],
    ...['manager', 'ms.search.scope', 'ms.assetid', 'ms.devlang', 'ms.tgt_pltfrm'].map(
      (key) =>
        [{ [key]: 'x' }, `suggestion attribute-deprecated Deprecated attribute: '${key}'. Delete the line.`] as const,
    ),
    [{ 'ms.prod': null, manager: '' }],
    [
      { 'ms.search.validFrom': '20121-03-05' },
      "suggestion date-format-invalid Invalid date format for 'ms.search.validFrom': '20121-03-05'. Use YYYY-MM-DD, for example 2025-11-01.",
    ],
    [{ 'ms.custom': 'a' }],
    [{ 'ms.custom': 7 }],
    [{ 'ms.custom': ['a', 7, { sfi: 'b' }] }],
    [{ 'ms.custom': null }],
    [{ 'ms.search.form': 9301 }],
    [{ 'our.own.key': { a: [1] } }],
  ];
  for (const [change, ...expected] of cases)
    it(`says ${expected.length === 0 ? 'nothing' : 'what is wrong'} about ${JSON.stringify(change)}`, () => {
      assert.deepEqual(changed(change), expected);
    });

  it('asks for ms.service beside ms.subservice', () => {
    assert.deepEqual(
      changed({ 'ms.service': undefined, 'ms.subservice': 'x' })
        .map((finding) => finding.split(' ')[1])
        .sort(),
      ['missing-paired-attribute', 'ms-service-missing'],
    );
  });
});
