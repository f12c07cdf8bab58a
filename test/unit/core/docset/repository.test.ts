import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Repository } from '../../../../src/core/docset/repository';
import { MemoryHost } from '../support/memoryHost';
import { article, docfx, open, plainConfiguration, plainSchema } from '../support/repository';

const base = { '.dynamics-docs.json': plainConfiguration, 'schema.json': plainSchema, 'docfx.json': docfx() };
const wrongTopic = (path: string, place: string, value: string): string =>
  `${path}:${place} warning invalid-value Invalid value for 'topic': '${value}'.`;

function sorted(paths: Iterable<string>): string[] {
  return [...paths].sort();
}

describe('Repository: what is checked', () => {
  it('is articles and include files of the docsets', async () => {
    const { repository } = await open({
      ...base,
      'docfx.json': docfx({ content: [{ files: '**/*.md', exclude: ['old/**'] }] }),
      'a.md': '',
      'x/b.md': '',
      'includes/c.md': '',
      'toc.md': '',
      'old/d.md': '',
      'e.yml': '',
      'docs.txt': '',
    });
    assert.deepEqual(sorted(repository.files.articlesAndIncludes()), ['a.md', 'includes/c.md', 'x/b.md']);
  });

  it('is nothing outside of the docsets, where there are some', async () => {
    const { repository } = await open({
      'docs/docfx.json': docfx(),
      'docs/a.md': '',
      'b.md': '',
      'other/includes/c.md': '',
    });
    assert.deepEqual(sorted(repository.files.articlesAndIncludes()), ['docs/a.md']);
  });

  it('is all Markdown but that about the repository, without a docset', async () => {
    const { repository } = await open({ 'a.md': '', 'README.md': '', 'x/toc.md': '', 'x/includes/b.md': '' });
    assert.deepEqual(sorted(repository.files.articlesAndIncludes()), ['a.md', 'x/includes/b.md']);
  });

  it('is not what a configuration ignores, seen from its folder', async () => {
    const ignoring = JSON.stringify({ metadataSchema: 'schema.json', ignore: ['archive/**'] });
    const { repository } = await open({
      ...base,
      'x/.dynamics-docs.json': ignoring,
      'x/schema.json': '{}',
      'archive/a.md': '',
      'x/archive/b.md': '',
      'x/c.md': '',
    });
    assert.deepEqual(sorted(repository.files.articlesAndIncludes()), ['archive/a.md', 'x/c.md']);
    assert.ok(repository.files.isIgnored('x/archive/b.md'));
    assert.ok(!repository.files.isIgnored('archive/a.md'));
  });

  it('may be counted, and cancelled', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${index}.md`, '']));
    const repository = new Repository(new MemoryHost(files));
    await repository.load();
    const counts: number[] = [];
    assert.equal(await repository.validateAll((done, all) => counts.push(done * 1000 + all)), 100);
    assert.deepEqual(
      counts,
      Array.from({ length: 100 }, (_, index) => (index + 1) * 1000 + 100),
    );

    const signal = { aborted: false };
    const done = await repository.validateAll((count) => (signal.aborted = count >= 10), signal);
    assert.ok(done >= 10 && done < 100, String(done));
  });
});

describe('Repository: files that cannot be read', () => {
  it('are said, and hide nothing of the others', async () => {
    const { findings } = await open({
      ...base,
      'a.md': { fails: 'unreadable' },
      'b.md': { text: article('topic: x'), invalidByte: 41 },
      loop: { type: 'loop' },
      closed: { fails: 'unreadable' },
      'closed/c.md': '',
    });
    assert.deepEqual(findings(), [
      'a.md:1:1-1:1 warning file-unreadable This file cannot be read: permission denied.',
      'b.md:1:1-1:1 warning file-not-utf8 Byte 42 is not UTF-8. Save the file as UTF-8.',
      wrongTopic('b.md', '2:8-2:9', 'x'),
      'closed:1:1-1:1 warning file-unreadable This folder cannot be read: permission denied.',
      'loop:1:1-1:1 warning symlink-loop This link leads back to a folder above it. It is not followed.',
    ]);
  });

  it('may be given another severity', async () => {
    const { findings } = await open({
      ...base,
      '.dynamics-docs.json': JSON.stringify({
        metadataSchema: 'schema.json',
        rules: { 'file-unreadable': 'off', 'file-not-utf8': 'error', 'symlink-loop': 'info' },
      }),
      'a.md': { fails: 'unreadable' },
      'b.md': { text: article('topic: a'), invalidByte: 0 },
      loop: { type: 'loop' },
    });
    assert.deepEqual(findings(), [
      'b.md:1:1-1:1 error file-not-utf8 Byte 1 is not UTF-8. Save the file as UTF-8.',
      'loop:1:1-1:1 info symlink-loop This link leads back to a folder above it. It is not followed.',
    ]);
  });

  it('are forgotten once they can be read', async () => {
    const { host, repository, findings } = await open({ ...base, 'a.md': { fails: 'unreadable' } });
    host.write('a.md', article('topic: a'));
    await repository.validateFile('a.md');
    assert.deepEqual(findings(), []);
  });
});

describe('Repository: editing', () => {
  const two = { ...base, 'a.md': article('title: Same'), 'b.md': article('title: Other') };

  it('costs the edited article alone, unless it shares a value', async () => {
    const { host, repository } = await open(two);
    host.reads.length = 0;
    assert.deepEqual(sorted(repository.validateText('a.md', article('title: Same\ntopic: x'))), []);
    assert.deepEqual(sorted(repository.validateText('a.md', article('title: Other'))), ['b.md']);
    assert.deepEqual(sorted(repository.validateText('a.md', article('title: Third'))), ['b.md']);
    assert.deepEqual(host.reads, []);
  });

  it('shows at once, in both articles of a shared value', async () => {
    const { repository, findings } = await open(two);
    assert.deepEqual(findings(), []);
    repository.validateText('a.md', article('x: 1\ntitle: Other'));
    assert.deepEqual(findings(), [
      "a.md:3:8-3:13 suggestion duplicate-attribute Attribute 'title' with value 'Other' is duplicated in 'b.md(2,8)'.\n  b.md:2:8-2:13 The same title",
      "b.md:2:8-2:13 suggestion duplicate-attribute Attribute 'title' with value 'Other' is duplicated in 'a.md(3,8)'.\n  a.md:3:8-3:13 The same title",
    ]);
    assert.deepEqual(findings('b.md'), findings().slice(1));
    repository.validateText('a.md', article('title: Mine'));
    assert.deepEqual(findings(), []);
  });

  it('lets the buffer win over the disk until it is closed', async () => {
    const { host, repository, findings } = await open(two);
    repository.sources.setBuffer('a.md', article('topic: buffer'));
    host.write('a.md', article('topic: disk'));
    await repository.validateFile('a.md');
    assert.deepEqual(findings(), [wrongTopic('a.md', '2:8-2:14', 'buffer')]);
    repository.sources.setBuffer('a.md', undefined);
    await repository.validateFile('a.md');
    assert.deepEqual(findings(), [wrongTopic('a.md', '2:8-2:12', 'disk')]);
  });

  it('lets a buffer win that is opened while the file is being read', async () => {
    const { host, repository, findings } = await open(two);
    const read = host.readFile.bind(host);
    host.readFile = async (path) => {
      const content = await read(path);
      repository.sources.setBuffer('a.md', article('topic: buffer'));
      return content;
    };
    await repository.validateFile('a.md');
    assert.deepEqual(findings('a.md'), [wrongTopic('a.md', '2:8-2:14', 'buffer')]);
  });

  it('adds files and forgets those that are gone', async () => {
    const { host, repository, findings } = await open(two);
    host.write('c.md', article('title: Same'));
    repository.add('c.md');
    assert.deepEqual(sorted(await repository.validateFile('c.md')), ['a.md']);
    assert.equal(findings('a.md').length, 1);
    host.delete('c.md');
    assert.deepEqual(sorted(repository.remove('c.md')), ['a.md']);
    assert.deepEqual(findings(), []);
    assert.deepEqual(sorted(repository.files.articlesAndIncludes()), ['a.md', 'b.md']);
  });

  it('forgets a file that is gone when it is asked for', async () => {
    const { host, repository, findings } = await open({ ...two, 'b.md': article('title: Same') });
    assert.equal(findings().length, 2);
    host.delete('b.md');
    assert.deepEqual(sorted(await repository.validateFile('b.md')), ['a.md']);
    assert.deepEqual(findings(), []);
  });

  it('gives the same findings as a fresh start', async () => {
    const { repository, findings } = await open(two);
    const last = article('title: Other\ntopic: x');
    for (const header of ['title: Other', 'a: b: c', '', 'title: Same', 'topic: y'])
      repository.validateText('a.md', article(header));
    repository.validateText('a.md', last);
    assert.deepEqual(findings(), (await open({ ...two, 'a.md': last })).findings());
  });
});
