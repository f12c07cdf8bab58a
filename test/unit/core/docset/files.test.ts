import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isIncludeFile, kindOf, type FileKind } from '../../../../src/core/docset/fileKinds';
import { findRoot } from '../../../../src/core/docset/root';
import { readDocset } from '../../../../src/core/metadata/docfxConfig';

const docset = readDocset(
  'docs/docfx.json',
  JSON.stringify({ build: { content: [{ files: '**/*.md', exclude: ['old/**'] }] } }),
);

describe('kindOf', () => {
  const inDocset: readonly (readonly [path: string, kind: FileKind])[] = [
    ['docs/a.md', 'article'],
    ['docs/A.MD', 'article'],
    ['docs/readme.md', 'article'],
    ['docs/old/a.md', 'other'],
    ['docs/.hidden/a.md', 'other'],
    ['docs/a.txt', 'other'],
    ['docs/a.yml', 'other'],
    ['docs/toc.md', 'toc'],
    ['docs/x/TOC.md', 'toc'],
    ['docs/toc.yml', 'toc'],
    ['docs/mytoc.md', 'article'],
    ['docs/includes/a.md', 'include'],
    ['docs/x/Includes/y/a.md', 'include'],
    ['docs/old/includes/a.md', 'include'],
    ['docs/includes/a.png', 'other'],
    ['docs/includes.md', 'article'],
    ['docs/myincludes/a.md', 'article'],
    ['docs/docfx.json', 'docfx'],
    ['docs/.dynamics-docs.json', 'configuration'],
    ['docs/x.dynamics-docs.json', 'other'],
  ];
  for (const [path, kind] of inDocset)
    it(`${path} in a docset is ${kind}`, () => {
      assert.equal(kindOf(path, docset), kind);
    });

  const without: readonly (readonly [path: string, kind: FileKind])[] = [
    ['a.md', 'article'],
    ['x/old/a.md', 'article'],
    ['includes/a.md', 'include'],
    ['x/toc.md', 'toc'],
    ['README.md', 'other'],
    ['x/Readme.md', 'other'],
    ['LICENSE.md', 'other'],
    ['LICENSE-CODE.md', 'other'],
    ['CONTRIBUTING.md', 'other'],
    ['CODE_OF_CONDUCT.md', 'other'],
    ['SECURITY.md', 'other'],
    ['ThirdPartyNotices.md', 'other'],
    ['my-readme.md', 'article'],
    ['a.markdown', 'other'],
  ];
  for (const [path, kind] of without)
    it(`${path} without a docset is ${kind}`, () => {
      assert.equal(kindOf(path, undefined), kind);
    });

  it('knows include files by their folder', () => {
    assert.ok(isIncludeFile('includes/a.md'));
    assert.ok(!isIncludeFile('a.md'));
    assert.ok(!isIncludeFile('includes/a.png'));
  });
});

describe('findRoot', () => {
  /** Searches from /r/a/b/c for a root among folders with such files. */
  async function root(...marks: readonly string[]): Promise<{ root: string | undefined; asked: readonly string[] }> {
    const asked = new Set<string>();
    const found = await findRoot('/r/a/b/c', {
      parent: (folder) => (folder === '/' ? undefined : folder.slice(0, folder.lastIndexOf('/')) || '/'),
      exists: (folder, name) => {
        asked.add(folder);
        return Promise.resolve(marks.includes(`${folder}/${name}`));
      },
    });
    return { root: found, asked: [...asked] };
  }

  it('is the nearest folder with .git or the publishing configuration', async () => {
    assert.equal((await root('/r/.git', '/r/a/.git')).root, '/r/a');
    assert.equal((await root('/r/.git', '/r/a/b/.openpublishing.publish.config.json')).root, '/r/a/b');
    assert.equal((await root('/r/a/b/c/.git')).root, '/r/a/b/c');
  });

  it('is that one even where a docset lies above or below it', async () => {
    assert.equal((await root('/r/docfx.json', '/r/a/.git', '/r/a/b/docfx.json')).root, '/r/a');
  });

  it('is, without either, the topmost with a docset or a configuration', async () => {
    assert.equal((await root('/r/a/docfx.json', '/r/a/b/docfx.json')).root, '/r/a');
    assert.equal((await root('/r/a/b/.dynamics-docs.json', '/r/a/b/c/docfx.json')).root, '/r/a/b');
  });

  it('is unknown where there is nothing of the kind', async () => {
    assert.deepEqual(await root(), { root: undefined, asked: ['/r/a/b/c', '/r/a/b', '/r/a', '/r', '/'] });
  });

  it('asks about no folder above a root', async () => {
    assert.deepEqual((await root('/r/a/.git')).asked, ['/r/a/b/c', '/r/a/b', '/r/a']);
  });
});
