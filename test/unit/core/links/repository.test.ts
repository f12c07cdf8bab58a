import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { docfx, open, plainConfiguration } from '../support/repository';

const base = { 'docfx.json': docfx(), '.dynamics-docs.json': plainConfiguration, 'schema.json': '{}' };
const page = (body: string): string => `---\ntitle: A\n---\n\n# H\n\n${body}\n`;

describe('links of a repository that changes', () => {
  it('say whose findings change when a heading does, through includes too', async () => {
    const { repository, findings } = await open({
      ...base,
      'a.md': page('[b](b.md#part) [c](c.md#inner)'),
      'b.md': page('## Part'),
      'c.md': page('[!INCLUDE [x](includes/x.md)]'),
      'includes/x.md': '## Inner\n',
      'd.md': page('[b](b.md)'),
    });
    assert.deepEqual(findings(), []);
    assert.deepEqual([...repository.validateText('b.md', page('## Other'))].sort(), ['a.md', 'd.md']);
    assert.deepEqual([...repository.validateText('includes/x.md', '## Outer\n')].sort(), ['a.md', 'c.md']);
    assert.deepEqual(findings('a.md'), [
      "a.md:7:5-7:14 suggestion bookmark-not-found Cannot find bookmark '#part' in 'b.md'.",
      "a.md:7:20-7:30 suggestion bookmark-not-found Cannot find bookmark '#inner' in 'c.md'.",
    ]);
    assert.deepEqual([...repository.validateText('b.md', page('## Other\n\nMore text.'))], []);
    assert.deepEqual([...repository.validateText('c.md', page('## Inner'))].sort(), ['a.md', 'includes/x.md']);
    assert.deepEqual(findings('a.md').length, 1);
  });

  it('say whose findings change when a file comes or goes', async () => {
    const { host, repository, findings } = await open({ ...base, 'a.md': page('[b](media/b.png)') });
    assert.equal(findings('a.md').length, 1);
    host.write('media/b.png', '');
    assert.deepEqual([...repository.add('media/b.png')], ['a.md']);
    assert.deepEqual(findings('a.md'), []);
    assert.deepEqual([...repository.remove('media/b.png')], ['a.md']);
    assert.equal(findings('a.md').length, 1);
  });

  it('say whose findings change when a redirection does', async () => {
    const file = '.openpublishing.redirection.json';
    const { host, repository, findings } = await open({ ...base, 'a.md': page('[b](b.md)'), [file]: '{}' });
    assert.deepEqual(findings(), [
      "a.md:7:5-7:9 warning file-not-found Invalid file link: 'b.md'. Did you mean 'a.md'?",
    ]);
    host.write(file, '{ "redirections": { "b.md": "/contoso/b" } }');
    assert.ok(repository.governsOthers(file));
    assert.deepEqual(await repository.reload(file), ['a.md']);
    assert.deepEqual(findings(), [
      "a.md:7:5-7:9 suggestion redirected-link 'b.md' is gone. Its readers are led to '/contoso/b': link to that at once.",
    ]);
  });

  it('are not known to be broken in a repository of translations', async () => {
    const config = JSON.stringify({ docsets_to_publish: [{ locale: 'de-de' }] });
    const links = page('[b](b.md) [out](../../b.md) [h](#none)');
    const { findings } = await open({ ...base, '.openpublishing.publish.config.json': config, 'a.md': links });
    assert.deepEqual(findings(), []);
  });

  it('may lead to files that git ignores, and out of a folder that may be a part of a repository', async () => {
    const { findings } = await open({
      ...base,
      '.gitignore': 'made/\n',
      'made/b.md': '# B\n',
      'a.md': page('[b](made/b.md) [out](../b.md)'),
    });
    assert.deepEqual(findings(), []);
  });
});
