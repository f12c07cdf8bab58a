import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Repository } from '../../../../src/core/docset/repository';
import { article, docfx, open, plainConfiguration, plainSchema } from '../support/repository';

/** Reads a governing file again and validates what it concerns, as the server does. */
async function reload(repository: Repository, path: string): Promise<string[]> {
  const concerned = await repository.reload(path);
  await repository.validate(concerned);
  return [...concerned].sort();
}

const topicOf = (value: string): string => docfx({ globalMetadata: { topic: value } });
const strict = JSON.stringify({ strictRequired: ['topic'] });
const missing = (path: string): string =>
  `${path}:2:1-2:9 warning missing-attribute Missing required attribute: 'topic'.`;

describe('a change of docfx.json', () => {
  const files = {
    '.dynamics-docs.json': plainConfiguration,
    'schema.json': strict,
    'one/docfx.json': docfx(),
    'one/a.md': article('title: A'),
    'one/includes/i.md': article('x: 1'),
    'one/nested/docfx.json': docfx(),
    'one/nested/b.md': article('title: B'),
    'two/docfx.json': docfx(),
    'two/c.md': article('title: C'),
  };

  it('concerns the files of its docset alone', async () => {
    const { host, repository, findings } = await open(files);
    assert.deepEqual(findings(), [missing('one/a.md'), missing('one/nested/b.md'), missing('two/c.md')]);
    host.write('two/docfx.json', topicOf('x'));
    assert.deepEqual(await reload(repository, 'two/docfx.json'), ['two/c.md']);
    assert.deepEqual(findings(), [missing('one/a.md'), missing('one/nested/b.md')]);
  });

  // Open: the files of the docset inside are validated again, too.
  it.skip('concerns the files of its docset alone, where one lies inside another', async () => {
    const { host, repository, findings } = await open(files);
    host.write('one/docfx.json', topicOf('x'));
    assert.deepEqual(await reload(repository, 'one/docfx.json'), ['one/a.md', 'one/includes/i.md']);
    assert.deepEqual(findings(), [missing('one/nested/b.md'), missing('two/c.md')]);
  });

  it('concerns the files that it takes from elsewhere', async () => {
    const content = [{ src: '../articles', files: '**/*.md' }];
    const { host, repository, findings } = await open({
      '.dynamics-docs.json': plainConfiguration,
      'schema.json': strict,
      'config/docfx.json': docfx({ content }),
      'articles/a.md': article('title: A'),
    });
    assert.deepEqual(findings(), [missing('articles/a.md')]);
    host.write('config/docfx.json', docfx({ content, globalMetadata: { topic: 'x' } }));
    assert.deepEqual(await reload(repository, 'config/docfx.json'), ['articles/a.md']);
    assert.deepEqual(findings(), []);
  });

  it('takes and drops files by its content', async () => {
    const { host, repository, findings } = await open(files);
    host.write('two/docfx.json', docfx({ content: [{ files: '**/*.md', exclude: ['c.md'] }] }));
    assert.deepEqual(await reload(repository, 'two/docfx.json'), []);
    assert.deepEqual(findings('two/c.md'), []);
    host.write('two/docfx.json', docfx());
    assert.deepEqual(await reload(repository, 'two/docfx.json'), ['two/c.md']);
    assert.deepEqual(findings('two/c.md'), [missing('two/c.md')]);
  });

  it('gives the files of a docset that is gone to the one above it', async () => {
    const { host, repository, findings } = await open({ ...files, 'one/docfx.json': topicOf('x') });
    host.delete('one/nested/docfx.json');
    assert.deepEqual(await reload(repository, 'one/nested/docfx.json'), ['one/nested/b.md']);
    assert.deepEqual(findings(), [missing('two/c.md')]);
  });

  it('that is the first or the last of a repository decides about every file', async () => {
    const { host, repository } = await open({ 'docs/a.md': '', 'other/b.md': '' });
    assert.deepEqual([...repository.files.articlesAndIncludes()].sort(), ['docs/a.md', 'other/b.md']);
    host.write('docs/docfx.json', docfx());
    repository.add('docs/docfx.json');
    assert.deepEqual(await reload(repository, 'docs/docfx.json'), ['docs/a.md']);
    assert.deepEqual(repository.diagnosticsOf('other/b.md'), []);
    host.delete('docs/docfx.json');
    repository.remove('docs/docfx.json');
    assert.deepEqual(await reload(repository, 'docs/docfx.json'), ['docs/a.md', 'other/b.md']);
  });

  it('is read from its buffer', async () => {
    const { repository, findings } = await open(files);
    repository.sources.setBuffer('two/docfx.json', topicOf('x'));
    assert.deepEqual(await reload(repository, 'two/docfx.json'), ['two/c.md']);
    assert.deepEqual(findings('two/c.md'), []);
    repository.sources.setBuffer('two/docfx.json', undefined);
    await reload(repository, 'two/docfx.json');
    assert.deepEqual(findings('two/c.md'), [missing('two/c.md')]);
  });

  it('follows the metadata files that it names', async () => {
    const { host, repository, findings } = await open({
      ...files,
      'two/docfx.json': docfx({ globalMetadataFiles: ['../shared.json'] }),
      'shared.json': '{ "topic": "x" }',
    });
    assert.deepEqual(findings('two/c.md'), []);
    assert.ok(repository.governsOthers('shared.json'));
    host.write('shared.json', '{}');
    assert.deepEqual(await reload(repository, 'shared.json'), ['two/c.md']);
    assert.deepEqual(findings('two/c.md'), [missing('two/c.md')]);
  });
});

describe('a wrong inherited value', () => {
  const files = {
    '.dynamics-docs.json': plainConfiguration,
    'schema.json': plainSchema,
    'docfx.json': '{ "build": { "content": [{ "files": "**" }],\n  "globalMetadata": { "topic": "x" } } }',
    ...Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.md`, article(`title: ${name}`)])),
  };
  const found = "docfx.json:2:32-2:35 warning invalid-value Invalid value for 'topic': 'x'.";

  it('is reported once, at docfx.json', async () => {
    const { findings } = await open(files);
    assert.deepEqual(findings(), [found]);
    assert.deepEqual(findings('docfx.json'), [found]);
    assert.deepEqual(findings('a.md'), []);
  });

  it('is there as long as one article inherits it, and tells when it comes or goes', async () => {
    const { repository, findings } = await open({ ...files, 'b.md': article('topic: a'), 'c.md': article('topic: b') });
    assert.deepEqual(findings(), [found]);
    assert.deepEqual([...repository.validateText('a.md', article('topic: a'))], ['docfx.json']);
    assert.deepEqual(findings(), []);
    assert.deepEqual([...repository.validateText('b.md', article('title: B'))], ['docfx.json']);
    assert.deepEqual(findings(), [found]);
  });

  it('goes when docfx.json is repaired', async () => {
    const { host, repository, findings } = await open(files);
    host.write('docfx.json', topicOf('a'));
    await reload(repository, 'docfx.json');
    assert.deepEqual(findings(), []);
  });
});

describe('a change of the configuration', () => {
  const files = {
    'schema.json': plainSchema,
    'a.md': article('topic: x'),
    'sub/.dynamics-docs.json': '{ "metadataSchema": "../schema.json" }',
    'sub/b.md': article('topic: x'),
    'sub/deep/c.md': article('topic: x'),
  };
  const wrong = (path: string): string => `${path}:2:8-2:9 warning invalid-value Invalid value for 'topic': 'x'.`;

  it('concerns the files below it', async () => {
    const { host, repository, findings } = await open(files, { settings: { metadataSchema: 'schema.json' } });
    assert.deepEqual(findings(), [wrong('a.md'), wrong('sub/b.md'), wrong('sub/deep/c.md')]);
    host.write(
      'sub/.dynamics-docs.json',
      '{ "metadataSchema": "../schema.json", "rules": { "invalid-value": "off" } }',
    );
    assert.deepEqual(await reload(repository, 'sub/.dynamics-docs.json'), ['sub/b.md', 'sub/deep/c.md']);
    assert.deepEqual(findings(), [wrong('a.md')]);
  });

  it('that goes leaves its files to the one above, or to the settings', async () => {
    const { host, repository, findings } = await open(files, {
      settings: { metadataSchema: 'schema.json', rules: { 'invalid-value': 'info' } },
    });
    host.delete('sub/.dynamics-docs.json');
    await reload(repository, 'sub/.dynamics-docs.json');
    assert.deepEqual(
      findings(),
      [wrong('a.md'), wrong('sub/b.md'), wrong('sub/deep/c.md')].map((one) => one.replace('warning', 'info')),
    );
  });

  it('drops what it ignores, and takes it back', async () => {
    const { host, repository, findings } = await open(files, { settings: { metadataSchema: 'schema.json' } });
    host.write('sub/.dynamics-docs.json', '{ "metadataSchema": "../schema.json", "ignore": ["deep/**"] }');
    assert.deepEqual(await reload(repository, 'sub/.dynamics-docs.json'), ['sub/b.md']);
    assert.deepEqual(findings(), [wrong('a.md'), wrong('sub/b.md')]);
    host.write('sub/.dynamics-docs.json', '{ "metadataSchema": "../schema.json" }');
    assert.deepEqual(await reload(repository, 'sub/.dynamics-docs.json'), ['sub/b.md', 'sub/deep/c.md']);
    assert.equal(findings().length, 3);
  });

  it('by settings holds where no file governs', async () => {
    const { repository, findings } = await open(files, { settings: { metadataSchema: 'schema.json' } });
    await repository.setSettings({ metadataSchema: 'schema.json', rules: { 'invalid-value': 'error' } });
    await repository.validateAll();
    assert.deepEqual(findings(), [
      wrong('a.md').replace('warning', 'error'),
      wrong('sub/b.md'),
      wrong('sub/deep/c.md'),
    ]);
  });

  it('is overruled by one that is given for every file', async () => {
    const { findings } = await open(files, {
      schemas: [{ name: 'none.json', written: 'none.json', place: undefined }],
    });
    assert.deepEqual(findings(), []);
  });
});

describe('a change of a schema', () => {
  const files = {
    '.dynamics-docs.json': '{ "metadataSchema": ["one.json", "two.json"] }',
    'one.json': strict,
    'two.json': '{ "properties": { "topic": { "enum": ["a"] } } }',
    'a.md': article('topic: x'),
    'sub/.dynamics-docs.json': '{ "metadataSchema": "../one.json" }',
    'sub/b.md': article('topic: x'),
  };
  const wrong = "a.md:2:8-2:9 warning invalid-value Invalid value for 'topic': 'x'.";

  it('concerns the files whose configuration names it', async () => {
    const { host, repository, findings } = await open(files);
    assert.deepEqual(findings(), [wrong]);
    host.write('two.json', '{}');
    assert.ok(repository.governsOthers('two.json'));
    assert.ok((await reload(repository, 'two.json')).includes('a.md'));
    assert.deepEqual(findings(), []);
  });

  it('is compiled once, however many files it checks', async () => {
    const { host } = await open({
      ...files,
      ...Object.fromEntries([1, 2, 3].map((n) => [`${n}.md`, article('topic: a')])),
    });
    assert.equal(host.reads.filter((path) => path === 'one.json').length, 1);
  });

  it('that breaks says so, and keeps the other schemas', async () => {
    const { host, repository, findings } = await open(files);
    host.write('one.json', '{');
    await reload(repository, 'one.json');
    assert.deepEqual(findings(), [
      wrong,
      'one.json:1:2-1:2 error schema-invalid This is not JSON: close brace expected.',
    ]);
    assert.equal(
      repository.configurationFailure(),
      'The schema one.json:1:2 is invalid: This is not JSON: close brace expected.',
    );
  });

  it('that goes is named where it is asked for, and may come back', async () => {
    const { host, repository, findings } = await open(files);
    host.delete('two.json');
    await reload(repository, 'two.json');
    assert.deepEqual(findings(), [
      ".dynamics-docs.json:1:34-1:44 error config-invalid There is no schema 'two.json'. Paths start from the folder of the configuration; 'dynamics' is the bundled one.",
    ]);
    host.write('two.json', files['two.json']);
    await reload(repository, 'two.json');
    assert.deepEqual(findings(), [wrong]);
  });
});
