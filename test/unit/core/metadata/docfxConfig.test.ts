import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  docsetOf,
  isContent,
  metadataFilesOf,
  readDocset,
  type Docset,
} from '../../../../src/core/metadata/docfxConfig';
import { showSpan } from '../support/show';

function problems({ problems: found }: Docset): string[] {
  return found.map(({ document, span, message }) => `${document.path}:${showSpan(document.text, span)} ${message}`);
}

function withContent(content: unknown, path = 'docs/docfx.json'): Docset {
  const docset = readDocset(path, JSON.stringify({ build: { content } }));
  assert.deepEqual(problems(docset), []);
  return docset;
}

function taken(docset: Docset, ...paths: readonly string[]): string[] {
  return paths.filter((path) => isContent(docset, path));
}

describe('docfx.json: content', () => {
  it('is what files names, without what exclude names', () => {
    const docset = withContent([{ files: ['**/*.md'], exclude: ['**/includes/**', 'old/**'] }]);
    assert.deepEqual(
      taken(
        docset,
        'docs/a.md',
        'docs/x/b.MD',
        'docs/a.txt',
        'docs/x/includes/a.md',
        'docs/old/a.md',
        'other/a.md',
        'a.md',
      ),
      ['docs/a.md', 'docs/x/b.MD'],
    );
  });

  it('starts from src, or cwd, of its item', () => {
    const docset = withContent([
      { src: 'guide', files: '*.md', exclude: 'b.md' },
      { cwd: 'ref/api/', files: ['**.md'] },
    ]);
    assert.deepEqual(
      taken(docset, 'docs/guide/a.md', 'docs/guide/b.md', 'docs/guide/x/a.md', 'docs/ref/api/x/a.md', 'docs/a.md'),
      ['docs/guide/a.md', 'docs/ref/api/x/a.md'],
    );
  });

  it('may lie outside of the folder of docfx.json, but not of the repository', () => {
    const docset = withContent([
      { src: '../articles', files: '**/*.md' },
      { src: '../../elsewhere', files: '**' },
    ]);
    assert.deepEqual(taken(docset, 'articles/a.md', 'docs/a.md', 'elsewhere/a.md'), ['articles/a.md']);
  });

  it('leaves out what DocFX writes itself', () => {
    const docset = withContent([{ files: '**' }]);
    const written = ['_site/a.md', '_localization/a.md', '_themes/a.md', '_themes.pdf/a.md'];
    assert.deepEqual(taken(docset, ...written.map((path) => `docs/${path}`), 'docs/x/_site/a.md'), [
      'docs/x/_site/a.md',
    ]);
  });

  it('excludes for its own item alone', () => {
    const docset = withContent([{ files: '**/*.md', exclude: ['x/**'] }, { files: 'x/a.md' }]);
    assert.deepEqual(taken(docset, 'docs/x/a.md', 'docs/x/b.md'), ['docs/x/a.md']);
  });

  it('may be one item, or one pattern', () => {
    assert.deepEqual(taken(withContent({ files: '*.md' }), 'docs/a.md', 'docs/a.txt'), ['docs/a.md']);
    assert.deepEqual(taken(withContent(['*.md']), 'docs/a.md', 'docs/x/a.md'), ['docs/a.md']);
  });

  it('is nothing where it is not named', () => {
    assert.deepEqual(taken(readDocset('docs/docfx.json', '{"build":{}}'), 'docs/a.md'), []);
  });

  it('takes paths with brackets, commas and dollars', () => {
    const docset = withContent([{ files: '**/*.md' }]);
    assert.deepEqual(taken(docset, 'docs/[a], b$/c.md'), ['docs/[a], b$/c.md']);
  });
});

describe('docsetOf', () => {
  const docset = (path: string, content: unknown = []): readonly [string, Docset] => {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    return [folder, readDocset(path, JSON.stringify({ build: { content } }))];
  };

  it('is the nearest one upward', () => {
    const docsets = new Map([docset('docfx.json'), docset('a/docfx.json'), docset('a/b/c/docfx.json')]);
    const nearest = (path: string): string | undefined => docsetOf(path, docsets)?.path;
    assert.equal(nearest('x.md'), 'docfx.json');
    assert.equal(nearest('ab/x.md'), 'docfx.json');
    assert.equal(nearest('a/x.md'), 'a/docfx.json');
    assert.equal(nearest('a/b/x.md'), 'a/docfx.json');
    assert.equal(nearest('a/b/c/d/x.md'), 'a/b/c/docfx.json');
  });

  it('is one that takes the file from elsewhere, where there is none upward', () => {
    const docsets = new Map([
      docset('en/docfx.json', [{ src: '../shared', files: '*.md' }]),
      docset('de/docfx.json', [{ files: '**' }]),
    ]);
    assert.equal(docsetOf('shared/x.md', docsets)?.path, 'en/docfx.json');
    assert.equal(docsetOf('shared/x/y.md', docsets), undefined);
    assert.equal(docsetOf('de/x.md', docsets)?.path, 'de/docfx.json');
  });

  it('is none without any', () => {
    assert.equal(docsetOf('a/x.md', new Map()), undefined);
  });
});

describe('docfx.json: what is wrong in it', () => {
  it('may have comments, trailing commas and a byte order mark', () => {
    const text = `\ufeff{
  // comment
  "build": { /* comment */
    "content": [ { "files": [ "**/*.md", ], }, ],
    "globalMetadata": { "a": 1, },
  },
}`;
    const docset = readDocset('docfx.json', text);
    assert.deepEqual(problems(docset), []);
    assert.ok(isContent(docset, 'a.md'));
    const [entry] = docset.globalMetadata[0]?.map.entries ?? [];
    assert.ok(entry !== undefined);
    assert.equal(text.slice(entry.keySpan.start, entry.keySpan.end), 'a');
    assert.equal(text.slice(entry.value.span.start, entry.value.span.end), '1');
  });

  const cases: readonly (readonly [name: string, text: string, ...expected: string[]])[] = [
    [
      'single quotes',
      "{ 'build': { 'content': [] } }",
      'docfx.json:1:3-1:10 This is not JSON: write strings in double quotes.',
    ],
    ['an empty file', '', 'docfx.json:1:1-1:1 This is not JSON: value expected.'],
    ['no object', '[]', "docfx.json:1:1-1:3 docfx.json must hold an object: '{ … }'."],
    ['a text', '"x"', "docfx.json:1:1-1:4 docfx.json must hold an object: '{ … }'."],
    ['build that is no object', '{"build": []}', "docfx.json:1:11-1:13 'build' must be an object: '{ … }'."],
    [
      'metadata that is no object',
      '{"build": {"globalMetadata": "x", "fileMetadata": [1]}}',
      "docfx.json:1:30-1:33 'globalMetadata' must be an object: '{ … }'.",
      "docfx.json:1:51-1:54 'fileMetadata' must be an object: '{ … }'.",
    ],
    ['metadata that is null', '{"build": {"globalMetadata": null, "fileMetadata": null, "content": null}}'],
    [
      'a key of fileMetadata without patterns',
      '{"build": {"fileMetadata": {"a": "x", "b": {"**": 1}}}}',
      `docfx.json:1:34-1:37 The value of 'a' must be an object of patterns: '{ "**/*.md": … }'.`,
    ],
    [
      'content items of the wrong kind',
      '{"build": {"content": [["x"], {"files": "*"}]}}',
      "docfx.json:1:24-1:29 An item of 'content' must be an object with 'files'.",
    ],
    [
      'braces that are not balanced',
      '{"build": {"content": [{"files": ["{a.md"], "exclude": "b}"}],\n "fileMetadata": {"a": {"{x,y": 1}}}}',
      "docfx.json:1:35-1:42 The braces of '{a.md' are not balanced, so it matches nothing.",
      "docfx.json:1:56-1:60 The braces of 'b}' are not balanced, so it matches nothing.",
      "docfx.json:2:26-2:30 The braces of '{x,y' are not balanced, so it matches nothing.",
    ],
    [
      'metadata files that cannot be read',
      '{"build": {"globalMetadataFiles": ["no.json", "../../out.json"]}}',
      "docfx.json:1:36-1:45 The metadata file 'no.json' cannot be read.",
      "docfx.json:1:47-1:63 The metadata file '../../out.json' cannot be read.",
    ],
  ];
  for (const [name, text, ...expected] of cases)
    it(name, () => {
      assert.deepEqual(problems(readDocset('docfx.json', text)), expected);
    });

  it('keeps what can be read of broken JSON', () => {
    const text = `{
  "build": {
    "globalMetadata": { "a": 1 }
    "fileMetadata": { "b": { "**": 2 } }
  }
}`;
    const docset = readDocset('docs/docfx.json', text);
    assert.deepEqual(problems(docset), ['docs/docfx.json:4:5-4:19 This is not JSON: comma expected.']);
    assert.deepEqual(
      docset.globalMetadata.flatMap(({ map }) => map.entries.map(({ key }) => key)),
      ['a'],
    );
    assert.deepEqual(
      docset.fileMetadata.map(({ key, glob }) => `${key} ${glob.pattern}`),
      ['b **'],
    );
  });

  it('reports what is wrong in a metadata file at its place there', () => {
    const text = '{"build": {"globalMetadataFiles": "g.json", "fileMetadataFiles": ["f.json", "l.json"]}}';
    const files = new Map([
      ['docs/g.json', '{\n  "a": \n}'],
      ['docs/f.json', '{ "b": 5, "c": { "[x}": 1 } }'],
      ['docs/l.json', '[]'],
    ]);
    assert.deepEqual(problems(readDocset('docs/docfx.json', text, files)), [
      'docs/g.json:3:1-3:2 This is not JSON: value expected.',
      "docs/l.json:1:1-1:3 l.json must hold an object: '{ … }'.",
      `docs/f.json:1:8-1:9 The value of 'b' must be an object of patterns: '{ "**/*.md": … }'.`,
      "docs/f.json:1:19-1:22 The braces of '[x}' are not balanced, so it matches nothing.",
    ]);
  });

  it('ends fast where it nests without end', () => {
    const text = `{"build":{"globalMetadata":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}}`;
    const start = performance.now();
    assert.deepEqual(problems(readDocset('docfx.json', text)), [
      'docfx.json:1:1-1:1 This JSON is nested too deeply to be read.',
    ]);
    assert.ok(performance.now() - start < 2000);
  });

  it('names the metadata files, seen from the root', () => {
    const text =
      '{"build": {"globalMetadataFiles": ["a.json", "../b.json", "../../c.json", 5], "fileMetadataFiles": "x\\\\d.json"}}';
    assert.deepEqual(metadataFilesOf('docs/docfx.json', text), ['docs/a.json', 'b.json', 'docs/x/d.json']);
    assert.deepEqual(metadataFilesOf('docs/docfx.json', 'not json'), []);
  });
});
