import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { readDocset } from '../../../../src/core/metadata/docfxConfig';
import {
  effectiveJson,
  effectiveMetadata,
  Inheritance,
  partsOf,
  type EffectiveEntry,
  type EffectiveMetadata,
} from '../../../../src/core/metadata/effective';
import { createSourceDocument } from '../../../../src/core/text/sourceDocument';
import { showRange } from '../support/show';

const articlePath = 'docs/guide/a.md';

/** Effective metadata of docs/guide/a.md (or another path) under docs/docfx.json. */
function effective(
  build: unknown,
  header = '',
  path = articlePath,
  files: Readonly<Record<string, string>> = {},
): EffectiveMetadata {
  const docset = readDocset('docs/docfx.json', JSON.stringify({ build }), new Map(Object.entries(files)));
  assert.deepEqual(docset.problems, []);
  const inherited = new Inheritance(docset).of(path).metadata;
  const text = `---\n${header}\n---\n`;
  const { map } = parseFrontMatter(text);
  return effectiveMetadata(inherited, map, createSourceDocument(path, text));
}

function json(...args: Parameters<typeof effective>): unknown {
  return effectiveJson(effective(...args));
}

/** Where a value comes from: file, range of the value, source, pattern. */
function provenance({ origin, value }: EffectiveEntry): string {
  const { source, document, pattern } = origin;
  return [
    `${document.path}:${showRange(document.rangeOf(value.span))}`,
    source,
    ...(pattern === undefined ? [] : [pattern]),
  ].join(' ');
}

function provenances(metadata: EffectiveMetadata): Record<string, string> {
  return Object.fromEntries([...metadata].map(([key, entry]) => [key, provenance(entry)]));
}

describe('effective metadata: precedence', () => {
  it('starts with globalMetadata', () => {
    assert.deepEqual(json({ globalMetadata: { a: 1, b: ['x'], c: null } }), { a: 1, b: ['x'], c: null });
  });

  it('puts fileMetadata over globalMetadata', () => {
    assert.deepEqual(
      json({ globalMetadata: { a: 'global', b: 'global' }, fileMetadata: { a: { 'guide/**': 'file' } } }),
      { a: 'file', b: 'global' },
    );
  });

  it('puts front matter over both', () => {
    const build = { globalMetadata: { a: 'global', b: 'global' }, fileMetadata: { b: { '**': 'file' } } };
    assert.deepEqual(json(build, 'a: own\nb: own\nc: own'), { a: 'own', b: 'own', c: 'own' });
  });

  it('takes the last pattern of a key that matches, in source order', () => {
    const patterns = { '**/*.md': 1, 'guide/a.md': 2, 'guide/*.md': 3, 'other/**': 4 };
    assert.deepEqual(json({ fileMetadata: { a: patterns } }), { a: 3 });
    assert.deepEqual(json({ fileMetadata: { a: patterns } }, '', 'docs/b.md'), { a: 1 });
    assert.deepEqual(json({ fileMetadata: { a: patterns } }, '', 'docs/other/x.yml'), { a: 4 });
  });

  it('matches patterns against the path from docfx.json, whatever the case', () => {
    assert.deepEqual(json({ fileMetadata: { a: { 'GUIDE/*.MD': 1 } } }), { a: 1 });
    assert.deepEqual(json({ fileMetadata: { a: { 'docs/guide/*.md': 1 } } }), {});
  });

  it('matches a file outside the folder of docfx.json by ..', () => {
    assert.deepEqual(json({ fileMetadata: { a: { '../shared/*.md': 1 } } }, '', 'shared/x.md'), { a: 1 });
  });

  it('takes a pattern that is repeated twice, the last one winning', () => {
    const text = '{"build":{"fileMetadata":{"a":{"**":1,"x":2,"**":3}}}}';
    const inherited = new Inheritance(readDocset('docfx.json', text)).of('a.md').metadata;
    assert.deepEqual(effectiveJson(inherited), { a: 3 });
  });

  it('lets an empty key of the front matter override, as any other value', () => {
    const build = { globalMetadata: { a: 'global', b: { c: 1 } } };
    assert.deepEqual(json(build, 'a:\nb: null'), { a: null, b: null });
    assert.deepEqual(json(build, "a: ''"), { a: '', b: { c: 1 } });
  });

  it('keeps keys apart that differ in case', () => {
    assert.deepEqual(json({ globalMetadata: { Author: 'x' } }, 'author: y'), { Author: 'x', author: 'y' });
  });

  it('takes the last of a key that the front matter repeats', () => {
    assert.deepEqual(json({}, 'a: 1\na: 2'), { a: 2 });
  });

  it('takes keys by any name', () => {
    const metadata = json({ globalMetadata: { toString: 1 } }, '__proto__: x\nconstructor: y');
    assert.deepEqual(Object.entries(metadata as object), [
      ['toString', 1],
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });
});

describe('effective metadata: merging', () => {
  it('merges objects deeply', () => {
    const build = {
      globalMetadata: { a: { x: 1, y: { p: 1, q: 1 } } },
      fileMetadata: { a: { '**': { y: { q: 2, r: 2 }, z: 2 } } },
    };
    assert.deepEqual(json(build, 'a:\n  y:\n    r: 3\n    s: 3'), { a: { x: 1, y: { p: 1, q: 2, r: 3, s: 3 }, z: 2 } });
  });

  it('replaces lists and single values', () => {
    const build = { globalMetadata: { a: [1, 2], b: { x: 1 }, c: 'text', d: { x: { y: 1 } } } };
    assert.deepEqual(json(build, 'a:\n  - 3\nb: text\nc:\n  x: 1\nd:\n  x: 2'), {
      a: [3],
      b: 'text',
      c: { x: 1 },
      d: { x: 2 },
    });
  });

  it('merges an object that was overridden by null no more', () => {
    const build = { globalMetadata: { a: { x: 1 } }, fileMetadata: { a: { '**': null } } };
    assert.deepEqual(json(build, 'a:\n  y: 2'), { a: { y: 2 } });
  });

  it('tells the origin of each part of a merged object', () => {
    const build = {
      globalMetadata: { a: { x: 1, deep: { p: 1 } } },
      fileMetadata: { a: { 'guide/**': { y: 2, deep: { q: 2 } } } },
    };
    const entry = effective(build, 'a:\n  z: 3').get('a');
    assert.ok(entry !== undefined);
    const parts = partsOf(entry);
    const sources = [...parts].map(([key, part]) => `${key} ${part.origin.source} ${part.origin.pattern ?? ''}`.trim());
    assert.deepEqual(sources, [
      'x globalMetadata',
      'deep fileMetadata guide/**',
      'y fileMetadata guide/**',
      'z frontMatter',
    ]);
    const deep = parts.get('deep');
    assert.ok(deep !== undefined);
    assert.deepEqual(
      [...partsOf(deep)].map(([key, part]) => `${key} ${part.origin.source}`),
      ['p globalMetadata', 'q fileMetadata'],
    );
  });
});

describe('effective metadata: provenance', () => {
  it('names file, place and pattern of each value', () => {
    const text = `{
  // Defaults of the docset
  "build": {
    "globalMetadata": { "ms.service": "projects", "audience": "Admin" },
    "fileMetadata": {
      "audience": {
        "guide/**": "Application User",
        "guide/a*": [ "Developer" ],
      },
    }
  }
}`;
    const inherited = new Inheritance(readDocset('docs/docfx.json', text)).of(articlePath).metadata;
    const own = '---\r\ntitle: "A title" # comment\r\nms.service:\r\n---\r\n';
    const document = createSourceDocument(articlePath, own);
    assert.deepEqual(provenances(inherited), {
      'ms.service': 'docs/docfx.json:4:39-4:49 globalMetadata',
      audience: 'docs/docfx.json:8:21-8:36 fileMetadata guide/a*',
    });
    assert.deepEqual(provenances(effectiveMetadata(inherited, parseFrontMatter(own).map, document)), {
      'ms.service': 'docs/guide/a.md:3:12-3:12 frontMatter',
      audience: 'docs/docfx.json:8:21-8:36 fileMetadata guide/a*',
      title: 'docs/guide/a.md:2:8-2:17 frontMatter',
    });
  });

  it('keeps the source text of numbers', () => {
    const entry = effective({}, 'a: 10.0\nb: 2018-11-02\nc: 0x1F\nd: 1e3').values();
    assert.deepEqual(
      [...entry].map(({ value }) => (value.kind === 'scalar' ? [value.source, value.value] : [])),
      [
        ['10.0', 10],
        ['2018-11-02', '2018-11-02'],
        ['0x1F', '0x1F'],
        ['1e3', 1000],
      ],
    );
  });
});

describe('effective metadata: globalMetadataFiles and fileMetadataFiles', () => {
  const files = {
    'docs/one.json': '{ "a": "one", "b": "one" }',
    'meta/two.json': '{ "b": "two", "o": { "y": 2 } } // later files win',
    'docs/files.json': '{ "a": { "guide/**": "by file" }, "c": { "**": "by file" } }',
  };
  const build = {
    globalMetadata: { a: 'inline', b: 'inline', d: 'inline', o: { x: 1 } },
    globalMetadataFiles: ['one.json', '../meta/two.json'],
    fileMetadata: { c: { '**': 'inline' }, d: { '**': 'inline file' } },
    fileMetadataFiles: 'files.json',
  };

  it('come right after their inline twins', () => {
    assert.deepEqual(json(build, 'e: own', articlePath, files), {
      a: 'by file',
      b: 'two',
      d: 'inline file',
      o: { x: 1, y: 2 },
      c: 'by file',
      e: 'own',
    });
  });

  it('are the origin of what they supply', () => {
    const metadata = effective(build, '', articlePath, files);
    const from = (key: string): string | undefined => metadata.get(key)?.origin.document.path;
    assert.deepEqual(['a', 'b', 'c', 'd'].map(from), [
      'docs/files.json',
      'meta/two.json',
      'docs/files.json',
      'docs/docfx.json',
    ]);
  });
});

describe('Inheritance', () => {
  const docset = readDocset(
    'docfx.json',
    JSON.stringify({ build: { fileMetadata: { a: { 'x/**': 1, 'y/**': 2 }, b: { 'never/**': 3 } } } }),
  );

  it('is shared by files that match the same patterns', () => {
    const inheritance = new Inheritance(docset);
    assert.equal(inheritance.of('x/a.md'), inheritance.of('x/b.md'));
    assert.notEqual(inheritance.of('x/a.md'), inheritance.of('y/a.md'));
    assert.deepEqual(inheritance.of('z/a.md').json, {});
  });

  it('remembers which patterns matched a file', () => {
    const inheritance = new Inheritance(docset);
    inheritance.of('x/a.md');
    assert.deepEqual([...inheritance.matched.keys()], [0]);
    inheritance.of('y/a.md');
    assert.deepEqual([...inheritance.matched.keys()], [0, 1]);
  });
});
