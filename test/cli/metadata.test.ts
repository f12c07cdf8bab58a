import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { docfx, rawArticle, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { runCli } from '../support/program';

const folder = createFolder({
  ...rootMark,
  'docs/docfx.json': `{
  // Comments and trailing commas are allowed.
  "build": {
    "content": [{ "files": ["**/*.md"] }],
    "globalMetadata": {
      "ms.service": "dynamics-365",
      "author": "everybody",
      "feedback": { "system": "none", "links": { "product": "a", "page": "b" } },
    },
    "fileMetadata": {
      "ms.topic": { "**/*.md": "article", "guide/*.md": "how-to" },
      "author": { "guide/**": "guide-writer" },
    },
  },
}
`,
  'docs/guide/record.md': rawArticle(
    'title: Record time',
    'ms.custom: [a, 1.50, ~, true]',
    'ms.dyn365.ops.version: 10.0',
    'ms.date: 10/29/2025',
    'feedback: {links: {page: c}}',
    'description: |',
    '  Two',
    '  lines',
    'ms.search.form:',
  ),
  'docs/nested/docfx.json': docfx({ globalMetadata: { 'ms.service': 'dynamics-365-finance' } }),
  'docs/nested/a.md': rawArticle('title: Nested'),
  'docs/broken.md': rawArticle('title: a: b', 'author: me'),
  'docs/toc.yml': '- name: x\n',
  'outside.md': 'No front matter.\n',
});

const inDocfx = (line: number, column: number): object => ({ file: 'docs/docfx.json', line, column });
const inArticle = (line: number, column: number): object => ({
  source: 'frontMatter',
  file: 'docs/guide/record.md',
  line,
  column,
});
const inheritedAnywhere = {
  'ms.service': { value: 'dynamics-365', source: 'globalMetadata', ...inDocfx(6, 21) },
  author: { value: 'everybody', source: 'globalMetadata', ...inDocfx(7, 17) },
  feedback: {
    value: { system: 'none', links: { product: 'a', page: 'b' } },
    source: 'globalMetadata',
    ...inDocfx(8, 19),
  },
};

async function json(file: string, cwd = folder.path): Promise<unknown> {
  const { code, stdout, stderr } = await runCli(cwd, ['metadata', file, '--format', 'json']);
  assert.deepEqual([code, stderr], [0, '']);
  return JSON.parse(stdout);
}

describe('metadata --format json', () => {
  it('gives each key with its value, its source and its place', async () => {
    assert.deepEqual(await json('docs/guide/record.md'), {
      file: 'docs/guide/record.md',
      docset: 'docs/docfx.json',
      metadata: {
        'ms.service': inheritedAnywhere['ms.service'],
        author: { value: 'guide-writer', source: 'fileMetadata', pattern: 'guide/**', ...inDocfx(12, 31) },
        feedback: { value: { system: 'none', links: { product: 'a', page: 'c' } }, ...inArticle(6, 11) },
        'ms.topic': { value: 'how-to', source: 'fileMetadata', pattern: 'guide/*.md', ...inDocfx(11, 57) },
        title: { value: 'Record time', ...inArticle(2, 8) },
        'ms.custom': { value: ['a', 1.5, true], ...inArticle(3, 12) },
        'ms.dyn365.ops.version': { value: 10, ...inArticle(4, 24) },
        'ms.date': { value: '10/29/2025', ...inArticle(5, 10) },
        description: { value: 'Two\nlines\n', ...inArticle(7, 14) },
        'ms.search.form': { value: null, ...inArticle(10, 16) },
      },
    });
  });

  it('answers for a path that is not there', async () => {
    assert.deepEqual(await json('docs/guide/deep/new.md'), {
      file: 'docs/guide/deep/new.md',
      docset: 'docs/docfx.json',
      metadata: {
        ...inheritedAnywhere,
        author: { value: 'guide-writer', source: 'fileMetadata', pattern: 'guide/**', ...inDocfx(12, 31) },
        'ms.topic': { value: 'article', source: 'fileMetadata', pattern: '**/*.md', ...inDocfx(11, 32) },
      },
    });
  });

  it('answers for a file that is not Markdown, from any folder', async () => {
    assert.deepEqual(await json('../toc.yml', folder.at('docs/guide')), {
      file: 'docs/toc.yml',
      docset: 'docs/docfx.json',
      metadata: inheritedAnywhere,
    });
  });

  it('takes the nearest docset alone', async () => {
    assert.deepEqual(await json('docs/nested/a.md'), {
      file: 'docs/nested/a.md',
      docset: 'docs/nested/docfx.json',
      metadata: {
        'ms.service': {
          value: 'dynamics-365-finance',
          source: 'globalMetadata',
          file: 'docs/nested/docfx.json',
          line: 14,
          column: 21,
        },
        title: { value: 'Nested', source: 'frontMatter', file: 'docs/nested/a.md', line: 2, column: 8 },
      },
    });
  });

  it('has no docset where none governs the file', async () => {
    assert.deepEqual(await json('outside.md'), { file: 'outside.md', docset: null, metadata: {} });
  });
});

describe('metadata', () => {
  it('is one key a line, each value as it is written', async () => {
    assert.deepEqual(await runCli(folder.at('docs'), ['metadata', 'guide/record.md']), {
      code: 0,
      stdout: [
        'ms.service: dynamics-365  (globalMetadata, docfx.json:6:21)',
        'author: guide-writer  (fileMetadata "guide/**", docfx.json:12:31)',
        'feedback: {"system":"none","links":{"product":"a","page":"c"}}  (frontMatter, guide/record.md:6:11)',
        'ms.topic: how-to  (fileMetadata "guide/*.md", docfx.json:11:57)',
        'title: Record time  (frontMatter, guide/record.md:2:8)',
        'ms.custom: ["a",1.50,true]  (frontMatter, guide/record.md:3:12)',
        'ms.dyn365.ops.version: 10.0  (frontMatter, guide/record.md:4:24)',
        'ms.date: 10/29/2025  (frontMatter, guide/record.md:5:10)',
        'description: "Two\\nlines\\n"  (frontMatter, guide/record.md:7:14)',
        'ms.search.form: null  (frontMatter, guide/record.md:10:16)',
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  it('says that the build ignores front matter that it cannot read', async () => {
    const { code, stdout, stderr } = await runCli(folder.path, ['metadata', 'docs/broken.md']);
    assert.equal(code, 0);
    assert.ok(!stdout.includes('me'), stdout);
    assert.equal(
      stderr,
      "The build ignores this file's front matter: A value with a colon and a space in it must be in quotes. Type 'title: \"a: b\"'. Run 'dynamics-docs check docs/broken.md'.\n",
    );
  });

  it('says that there is none', async () => {
    assert.deepEqual(await runCli(folder.path, ['metadata', 'outside.md']), {
      code: 0,
      stdout: '',
      stderr: "Neither docfx.json nor front matter supplies metadata of 'outside.md'.\n",
    });
  });

  it('says that a file is not UTF-8', async () => {
    folder.write({ 'docs/bytes.md': Buffer.from('---\ntitle: \xfc\n---\n', 'latin1') });
    const { stderr } = await runCli(folder.path, ['metadata', 'docs/bytes.md']);
    assert.equal(stderr, 'Byte 12 is not UTF-8. Save the file as UTF-8.\n');
  });
});
