import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compileSchema } from '../../../../src/core/schema/compileSchema';
import { readJson } from '../../../../src/core/text/jsonDocument';
import { toJson, type JsonValue } from '../../../../src/core/text/locatedNode';
import type { ArticleMetadata } from '../../../../src/features/schema/evidence';
import { inferSchema } from '../../../../src/features/schema/infer';
import { usualOrder } from '../../../../src/features/schema/usualOrder';

type Metadata = Readonly<Record<string, JsonValue>>;

/** Articles `a00.md` on, each with what the function gives it. */
function articles(count: number, of: (index: number) => Metadata, docfx: Metadata = {}): ArticleMetadata[] {
  return Array.from({ length: count }, (_none, index) => {
    const own = of(index);
    const path = `a${String(index).padStart(2, '0')}.md`;
    return { path, metadata: { ...docfx, ...own }, ownKeys: Object.keys(own) };
  });
}

function draft(all: readonly ArticleMetadata[], unread: readonly string[] = []): string {
  return inferSchema(all, { name: 'docs', unread });
}

interface Schema {
  readonly strictRequired?: readonly string[];
  readonly recommended?: readonly string[];
  readonly properties: Readonly<Record<string, Metadata>>;
}

/** The draft as a team uses it: compiled without a problem, and what it says. */
function schemaOf(all: readonly ArticleMetadata[]): Schema {
  const text = draft(all);
  assert.deepEqual(compileSchema('draft.json', text).problems, []);
  const { node } = readJson(text);
  return toJson(node!) as unknown as Schema;
}

/** What is concluded for one key, the description left out. */
function keywordsFor(values: readonly JsonValue[], key = 'team.key'): unknown {
  const { properties } = schemaOf(articles(values.length, (index) => ({ [key]: values[index] ?? null })));
  return Object.fromEntries(Object.entries(properties[key] ?? {}).filter(([name]) => name !== 'description'));
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const text = ['string', 'null'];

describe('Infer: the whole draft', () => {
  it('is JSON with its evidence in comments', () => {
    const topics = [...times(30, 'how-to'), ...times(18, 'overview'), 'howto', 'faq '];
    const all = articles(
      60,
      (index) => ({
        title: `Title ${index}`,
        ...(index === 7 ? {} : { 'ms.date': index === 8 ? 'soon' : '10/29/2025' }),
        ...(topics[index] === undefined ? {} : { kind: topics[index] }),
        ...(index === 9 ? { 'ms.dat': 'x' } : {}),
        ...(index < 25 ? { tags: ['a'] } : {}),
      }),
      { 'ms.prod': 'x' },
    );
    assert.equal(
      draft(all, ['bad.md']).replaceAll(/"description": ".*",/g, '"description": "…",'),
      `// A draft, inferred from 60 articles of docs.
// What docfx.json supplies counts as there. The comments are the evidence: read them, correct what they led to,
// and name this file in .dynamics-docs.json: { "metadataSchema": ["dynamics", "path/of/this/file"] }.
// Left out, since the build does not read their front matter: bad.md.
{
  "$schema": "urn:dynamics-docs:schema:metadata-dialect",
  "title": "Metadata of docs",
  "type": "object",
  // In 98 % of the articles or more.
  "strictRequired": ["title", "ms.date"],
  // In 80 % of the articles or more.
  "recommended": ["kind"],
  "properties": {
    // In 60 of 60 (100 %).
    "title": {
      "description": "…",
      "type": ["string", "null"]
    },
    // In 59 of 60 (98.3 %); none in a07.md.
    // Rare, likely a mistake: 'soon' (a08.md).
    "ms.date": {
      "description": "…",
      "type": ["string", "null"],
      "dateFormat": "M/d/yyyy"
    },
    // In 50 of 60 (83.3 %); none in a50.md, a51.md, a52.md and 7 more.
    "kind": {
      "type": ["string", "null"]
    },
    // In 25 of 60 (41.6 %).
    // Items: 'a' 25.
    "tags": {
      "type": ["array", "null"],
      "items": {
        "type": ["string", "null"],
        "enum": ["a", null]
      }
    },
    // In 60 of 60 (100 %), all from docfx.json.
    // Values: 'x' 60.
    // Learn uses 'ms.service' instead.
    "ms.prod": {
      "description": "…",
      "type": ["string", "null"],
      "enum": ["x", null]
    }
    // Not a key, likely misspelt: 'ms.dat' for 'ms.date' (a09.md).
  }
}
`,
    );
  });

  it('says that a few articles are no evidence, and concludes next to nothing', () => {
    const all = articles(4, () => ({ title: 'A', kind: 'x' }));
    assert.match(draft(all), /\/\/ Fewer than 20 articles are no evidence/);
    assert.deepEqual(schemaOf(all).strictRequired, undefined);
    assert.deepEqual(schemaOf(all).recommended, undefined);
    assert.deepEqual(schemaOf(all).properties.kind, {});
  });

  it('keeps what a repository holds inside its comments and its texts', () => {
    const hostile = 'x\n} */ "a": 1 \u2028 // ';
    const all = articles(30, (index) => ({
      [hostile]: index === 0 ? `y\r\n"properties": {}` : 'z',
      __proto__key: 1,
      ['__proto__']: 'p',
    }));
    assert.deepEqual(Object.keys(schemaOf(all).properties).sort(), ['__proto__', '__proto__key', hostile].sort());
    const named = inferSchema(all, { name: 'a\n}', unread: ['b\n{.md'] });
    assert.deepEqual(compileSchema('draft.json', named).problems, []);
  });

  it('is the same whatever the order of the articles says of counts', () => {
    const all = articles(40, (index) => ({ title: 'A', kind: index % 2 === 0 ? 'a' : 'b' }));
    assert.equal(draft([...all].reverse()), draft(all));
  });
});

describe('Infer: types', () => {
  it('names those that occur', () => {
    assert.deepEqual(keywordsFor(times(20, true)), { type: ['boolean', 'null'] });
    assert.deepEqual(keywordsFor([...times(10, 1), ...times(11, 'x')]), { type: ['string', 'number', 'null'] });
    assert.deepEqual(keywordsFor([...times(20, { a: 1 })]), { type: ['object', 'null'] });
  });

  it('takes the rare one for a mistake, where there is enough to compare with', () => {
    assert.deepEqual(keywordsFor([...times(10, 'some text'), 1]), { type: ['string', 'number', 'null'] });
    assert.deepEqual(keywordsFor([...times(30, [1]), 'x']), {
      type: ['array', 'null'],
      items: { type: ['number', 'null'] },
    });
  });

  it('lists no items where a text may stand for a list', () => {
    assert.deepEqual(keywordsFor([...times(30, ['a']), ...times(30, 'a,b')]), {
      type: ['array', 'string', 'null'],
      items: { type: text },
    });
  });

  it('says nothing of a key that is always empty, or hardly used', () => {
    assert.deepEqual(keywordsFor(times(30, null)), {});
    assert.deepEqual(keywordsFor([...times(30, null), 'x', 'y']), {});
  });
});

describe('Infer: values', () => {
  it('lists few that repeat, the most used first, and leaves out the rare one', () => {
    assert.deepEqual(keywordsFor([...times(20, 'b'), ...times(30, 'a'), 'c']), { type: text, enum: ['a', 'b', null] });
  });

  it('lists the blank text where it is used', () => {
    assert.deepEqual(keywordsFor([...times(30, 'a'), '']), { type: text, enum: ['a', '', null] });
  });

  for (const [what, values] of [
    ['too few of them', times(19, 'a')],
    [
      'many different ones',
      Array.from({ length: 60 }, (_none, index) => `value ${'abcdefghij'.charAt(index % 10)}${index}`),
    ],
    ['more rare ones than mistakes can be', [...times(40, 'a'), 'b', 'c', 'd']],
    ['versions', [...times(30, '10.0.1'), ...times(30, '10.0.2')]],
    ['years', [...times(30, '2024 wave 1'), ...times(30, '2024 wave 2')]],
    ['prose', times(30, 'x'.repeat(61))],
    ['several lines', times(30, 'a\nb')],
  ] as const) {
    it(`lists none of ${what}`, () => {
      assert.deepEqual(keywordsFor(values), { type: text });
    });
  }

  for (const key of ['author', 'ms.reviewer', 'manager', 'title', 'ms.search.keywords', 'social_image_url', 'uid'])
    it(`lists none of '${key}'`, () => {
      assert.deepEqual(keywordsFor(times(30, 'same'), key), { type: text });
    });
});

describe('Infer: dates', () => {
  for (const [format, dates] of [
    ['M/d/yyyy', ['10/29/2025', '1/2/2024', '01/02/2024']],
    ['M/d/yyyy', ['01/02/2024', '03/04/2025']],
    ['d/M/yyyy', ['29/10/2025', '01/02/2024']],
    ['yyyy-MM-dd', ['2025-10-29', '2024-01-02']],
    ['yyyy-M-d', ['2025-10-29', '2024-1-2']],
    ['d.M.yyyy', ['29.10.2025', '1.2.2024']],
    ['MMMM d, yyyy', ['October 29, 2025', 'May 1, 2024']],
    ["yyyy-MM-dd'T'HH:mm:ssK", ['2025-10-29T10:00:00Z', '2024-01-02T00:00:00+02:00']],
  ] as const)
    it(`sees ${format} in ${dates.join(', ')}`, () => {
      const values = Array.from({ length: 30 }, (_none, index) => dates[index % dates.length]!);
      assert.deepEqual(keywordsFor(values), { type: text, dateFormat: format });
    });

  it('forgives one that is none, not many', () => {
    assert.deepEqual(keywordsFor([...times(30, '10/29/2025'), 'soon']), { type: text, dateFormat: 'M/d/yyyy' });
    assert.deepEqual(keywordsFor([...times(30, '10/29/2025'), ...times(5, '2025-10-29')]), { type: text });
  });
});

describe('Infer: requirements', () => {
  const share = (count: number, all: number, docfx: Metadata = {}): Schema =>
    schemaOf(articles(all, (index) => ({ title: 'A', ...(index < count ? { 'team.key': 'x' } : {}) }), docfx));

  it('requires from 98 %, recommends from 80 %', () => {
    assert.deepEqual(share(98, 100).strictRequired, ['title', 'team.key']);
    assert.deepEqual(share(97, 100).recommended, ['team.key']);
    assert.deepEqual(share(79, 100).recommended, undefined);
  });

  it('counts what docfx.json supplies', () => {
    assert.deepEqual(share(10, 100, { 'team.key': 'y' }).strictRequired, ['title', 'team.key']);
  });

  it('requires nothing from fewer than 20 articles', () => {
    assert.deepEqual([share(19, 19).strictRequired, share(19, 19).recommended], [undefined, ['title', 'team.key']]);
  });

  it('requires no key that Learn does not use any more', () => {
    const { strictRequired, properties } = schemaOf(articles(30, () => ({ title: 'A', 'ms.assetid': 'x' })));
    assert.deepEqual([strictRequired, 'ms.assetid' in properties], [['title'], true]);
  });
});

describe('Infer: misspelt keys', () => {
  const keysOf = (rare: string): string[] =>
    Object.keys(
      schemaOf(articles(60, (index) => (index === 5 ? { title: 'A', [rare]: 'x' } : { title: 'A', 'ms.custom': 'x' })))
        .properties,
    );

  it('leaves them out', () => {
    assert.deepEqual(keysOf('mscustom'), ['title', 'ms.custom']);
    assert.deepEqual(keysOf('tiitle'), ['title', 'ms.custom']);
  });

  it('keeps rare keys that resemble none, and those that Learn knows', () => {
    assert.deepEqual(keysOf('team.flag'), ['title', 'team.flag', 'ms.custom']);
    assert.deepEqual(keysOf('ms.suite'), ['title', 'ms.suite', 'ms.custom']);
  });
});

describe('Infer: the order of keys', () => {
  it('follows most articles', () => {
    const lists = [
      ['title', 'author', 'ms.date'],
      ['title', 'ms.topic', 'author'],
      ['author', 'title', 'ms.date'],
      ['ms.date', 'ms.custom'],
    ];
    assert.deepEqual(usualOrder(lists, ['title', 'author', 'ms.date', 'ms.topic', 'ms.custom', 'other']), [
      'title',
      'ms.topic',
      'author',
      'ms.date',
      'ms.custom',
      'other',
    ]);
  });

  it('ends with keys that are nobody’s neighbours', () => {
    assert.deepEqual(usualOrder([['a', 'b'], ['c']], ['a', 'b', 'c']), ['a', 'b', 'c']);
    assert.deepEqual(usualOrder([], ['a', 'b']), ['a', 'b']);
  });
});
