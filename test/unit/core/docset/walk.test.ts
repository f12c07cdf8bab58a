import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { walkRepository } from '../../../../src/core/docset/walk';
import { MemoryHost, type Files } from '../support/memoryHost';

async function walk(files: Files, folder?: string): Promise<{ files: string[]; problems: string[] }> {
  const { files: found, problems } = await walkRepository(new MemoryHost(files), folder);
  return {
    files: [...found].filter((path) => !path.endsWith('.gitignore')).sort(),
    problems: problems.map(({ code, path, message }) => `${path} ${code} ${message}`),
  };
}

/** The Markdown that is left of some paths under .gitignore files. */
async function left(ignores: Readonly<Record<string, string>>, ...paths: readonly string[]): Promise<string[]> {
  const { files, problems } = await walk({ ...ignores, ...Object.fromEntries(paths.map((path) => [path, ''])) });
  assert.deepEqual(problems, []);
  return files;
}

describe('walking a repository', () => {
  it('lists every file', async () => {
    assert.deepEqual(await walk({ 'a.md': '', 'b/c.md': '', 'b/d/e.yml': '', '.hidden.md': '' }), {
      files: ['.hidden.md', 'a.md', 'b/c.md', 'b/d/e.yml'],
      problems: [],
    });
  });

  it('leaves out folders that hold no documentation', async () => {
    const kept = await left(
      {},
      '.git/a.md',
      '.github/a.md',
      'x/.vscode/a.md',
      'node_modules/a.md',
      'x/node_modules/y/a.md',
      '_site/a.md',
      'x/_site.md',
      'my_modules/a.md',
    );
    assert.deepEqual(kept, ['my_modules/a.md', 'x/_site.md']);
  });

  it('may start below the root', async () => {
    assert.deepEqual((await walk({ 'a.md': '', 'b/c.md': '', 'bc/d.md': '' }, 'b')).files, ['b/c.md']);
  });

  it('is empty in an empty repository', async () => {
    assert.deepEqual(await walk({}), { files: [], problems: [] });
  });

  describe('.gitignore', () => {
    it('keeps files and folders out, at any depth', async () => {
      assert.deepEqual(
        await left(
          { '.gitignore': '*.tmp.md\nbuild/\n' },
          'a.md',
          'x.tmp.md',
          'b/y.tmp.md',
          'build/a.md',
          'b/build/a.md',
          'b/build.md',
        ),
        ['a.md', 'b/build.md'],
      );
    });

    it('means files of its own folder by a leading slash', async () => {
      assert.deepEqual(await left({ '.gitignore': '/a.md\n/b/c.md' }, 'a.md', 'x/a.md', 'b/c.md', 'b/d/c.md'), [
        'b/d/c.md',
        'x/a.md',
      ]);
    });

    it('takes comments, empty lines and CRLF', async () => {
      assert.deepEqual(await left({ '.gitignore': '# a.md\r\n\r\nb.md\r\n' }, 'a.md', 'b.md'), ['a.md']);
    });

    it('takes files back by !', async () => {
      assert.deepEqual(await left({ '.gitignore': '*.md\n!keep.md' }, 'a.md', 'keep.md', 'x/keep.md'), [
        'keep.md',
        'x/keep.md',
      ]);
    });

    it('takes no file back from a folder that is out', async () => {
      assert.deepEqual(await left({ '.gitignore': 'build/\n!build/keep.md' }, 'build/keep.md', 'a.md'), ['a.md']);
    });

    it('holds below its folder alone', async () => {
      assert.deepEqual(
        await left({ 'x/.gitignore': 'a.md\nsub/' }, 'a.md', 'x/a.md', 'x/y/a.md', 'sub/b.md', 'x/sub/b.md'),
        ['a.md', 'sub/b.md'],
      );
    });

    it('is relative to its folder', async () => {
      assert.deepEqual(await left({ 'x/.gitignore': '/y/a.md' }, 'x/y/a.md', 'y/a.md', 'x/x/y/a.md'), [
        'x/x/y/a.md',
        'y/a.md',
      ]);
    });

    it('of an inner folder overrules that of an outer one', async () => {
      assert.deepEqual(
        await left(
          { '.gitignore': '*.md\n', 'x/.gitignore': '!a.md\n', 'x/y/.gitignore': 'a.md' },
          'a.md',
          'x/a.md',
          'x/b.md',
          'x/y/a.md',
          'x/z/a.md',
        ),
        ['x/a.md', 'x/z/a.md'],
      );
    });

    it('that cannot be read ignores nothing', async () => {
      assert.deepEqual((await walk({ '.gitignore': { fails: 'unreadable' }, 'a.md': '' })).files, ['a.md']);
    });

    it('is no folder of that name', async () => {
      assert.deepEqual((await walk({ '.gitignore/x': '', 'a.md': '' })).files, ['a.md']);
    });
  });

  it('reports a link that leads back, and does not follow it', async () => {
    assert.deepEqual(await walk({ 'a.md': '', 'b/back': { type: 'loop' } }), {
      files: ['a.md'],
      problems: ['b/back symlink-loop This link leads back to a folder above it. It is not followed.'],
    });
  });

  it('says nothing of links that git ignores', async () => {
    assert.deepEqual((await walk({ '.gitignore': 'back', 'b/back': { type: 'loop' } })).problems, []);
  });

  it('leaves out what lies outside of the root, and what is neither file nor folder', async () => {
    assert.deepEqual(await walk({ 'out.md': { type: 'outside-root' }, 'pipe.md': { type: 'other' }, 'a.md': '' }), {
      files: ['a.md'],
      problems: [],
    });
  });

  it('reports folders that cannot be read, and goes on', async () => {
    assert.deepEqual(await walk({ 'a.md': '', b: { fails: 'unreadable' }, 'b/c.md': '', 'd/e.md': '' }), {
      files: ['a.md', 'd/e.md'],
      problems: ['b file-unreadable This folder cannot be read: permission denied.'],
    });
    assert.deepEqual(await walk({ '': { fails: 'unreadable' } }), {
      files: [],
      problems: ['. file-unreadable This folder cannot be read: permission denied.'],
    });
  });

  it('hands on what is no answer of the host', async () => {
    const host = new MemoryHost({ 'a.md': '' });
    host.readDirectory = () => Promise.reject(new TypeError('a mistake of ours'));
    await assert.rejects(walkRepository(host), TypeError);
  });
});
