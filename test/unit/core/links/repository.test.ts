import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { docfx, open, plainConfiguration } from '../support/repository';

const base = { 'docfx.json': docfx(), '.dynamics-docs.json': plainConfiguration, 'schema.json': '{}' };
const page = (body: string): string => `---\ntitle: A\n---\n\n# H\n\n${body}\n`;

const withPages = docfx({ content: [{ files: ['**/*.md', '**/*.yml'], exclude: 'old/**' }] });

describe('links of pages in YAML', () => {
  const hub = [
    '### YamlMime:Hub',
    'title: Contoso # url: none.md',
    'highlightedContent:',
    '  items:',
    '  # - url: none.md',
    '  - title: A',
    '    itemType: overview # url: none.md',
    '    url: a.md#h',
    '  - {title: B, url: "b.md"}',
    "  - url: 'a.md#none' # the first one",
    'productDirectory:',
    '  items:',
    '  - imageSrc: ./media/none.svg',
    '    links: [{ url: /contoso/site }, { url: "https://contoso.com/en-us/x" }, { url: "http://contoso.org/" }]',
    '    text: C#',
    '    url: a.md?tabs=x',
    '',
  ].join('\n');
  const wrong = [
    "9:22-9:26 warning file-not-found Invalid file link: 'b.md'.",
    "10:11-10:20 suggestion bookmark-not-found Cannot find bookmark '#none' in 'a.md'.",
    "13:15-13:31 warning file-not-found Invalid file link: './media/none.svg'.",
    '14:85-14:104 suggestion insecure-link The link is not encrypted. Write https:// where the server knows it.',
  ];

  it('are judged on hubs and landing pages, without what stands in comments', async () => {
    const { findings } = await open({
      ...base,
      'docfx.json': withPages,
      'a.md': page('text'),
      'index.yml': hub,
      'landing.yml': '\ufeff### YamlMime:Landing\r\nlandingContent:\r\n- links:\r\n  - url: b.md\r\n    text: B\r\n',
    });
    assert.deepEqual(findings(), [
      ...wrong.map((finding) => `index.yml:${finding}`),
      "landing.yml:4:10-4:14 warning file-not-found Invalid file link: 'b.md'.",
    ]);
    assert.deepEqual(
      findings('index.yml'),
      wrong.map((finding) => `index.yml:${finding}`),
    );
  });

  it('are left alone on other pages, and where the build takes none or a team wants none', async () => {
    const { findings } = await open({
      ...base,
      '.dynamics-docs.json': '{ "metadataSchema": "schema.json", "ignore": ["drafts/**"] }',
      'docfx.json': withPages,
      'faq.yml': hub.replace('Hub', 'FAQ'),
      'hubs.yml': hub.replace('Hub', 'HubLike'),
      'plain.yml': hub.replace('### ', '# '),
      'old/index.yml': hub,
      'drafts/index.yml': hub,
      'drafts/toc.yml': '- href: none.md\n',
    });
    assert.deepEqual(findings(), []);
    assert.deepEqual(findings('drafts/index.yml'), []);
    assert.deepEqual(findings('drafts/toc.yml'), []);
  });
});

describe('folders that docfx.json names', () => {
  const build = (...items: readonly unknown[]): string => docfx({ content: items, resource: { cwd: 'pictures' } });
  const files = {
    ...base,
    '.openpublishing.publish.config.json': '{ "dependent_repositories": [{ "path_to_root": "shared" }] }',
    'docs/a.md': page('text'),
    'pictures/a.png': '',
  };

  it('must be there', async () => {
    const { findings, repository, host } = await open({
      ...files,
      'docfx.json': build(
        { src: 'docs', files: '**/*.md' },
        { src: './', files: '*.md' },
        { src: 'dosc', files: '**/*.md' },
        { src: 'Docs/', files: '**/*.md' },
        { src: '../other', files: '**/*.md' },
        'x/**',
      ),
    });
    const names = [
      "file-not-found There is no folder 'dosc': the build takes nothing from it.",
      "link-case-mismatch The folder is called 'docs'. The build server tells upper and lower case apart.",
      "file-not-found Invalid file link: '../other'. It leads out of the repository.",
    ];
    assert.deepEqual(
      findings('docfx.json').map((finding) => finding.replace(/^\S+ \S+ /, '')),
      names,
    );
    host.write('dosc/b.md', '');
    assert.deepEqual([...repository.add('dosc/b.md')], ['docfx.json']);
    assert.equal(findings('docfx.json').length, 2);
    assert.deepEqual([...repository.remove('dosc/b.md')], ['docfx.json']);
    assert.equal(findings('docfx.json').length, 3);
  });

  it('may be brought by dependent repositories, submodules and docfx itself', async () => {
    const missing = { src: 'dosc', files: '**/*.md' };
    for (const more of [
      { 'docfx.json': build({ src: 'shared/docs', files: '**' }, { src: '$(Docs)', files: '**' }) },
      { 'docfx.json': build(missing), '.gitmodules': '[submodule "dosc"]\n' },
      { 'docfx.json': build(missing).replace('{', '{"metadata": [{ "dest": "dosc" }],') },
    ]) {
      const { findings } = await open({ ...files, ...more });
      assert.deepEqual(findings('docfx.json'), []);
    }
  });
});

describe('bookmarks of a page with includes', () => {
  it('are numbered file by file', async () => {
    const { findings } = await open({
      ...base,
      'a.md': page('[1](b.md#steps) [2](b.md#more) [3](b.md#more-1) [4](b.md#steps-1)'),
      'b.md': page('## Steps\n\n[!INCLUDE [x](includes/x.md)]'),
      'includes/x.md': '## Steps\n\n## More\n\n## More\n',
    });
    assert.deepEqual(findings(), [
      "a.md:7:53-7:65 suggestion bookmark-not-found Cannot find bookmark '#steps-1' in 'b.md'. Did you mean '#steps'?",
    ]);
  });
});

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
    assert.deepEqual(findings(), ["a.md:7:5-7:9 warning file-not-found Invalid file link: 'b.md'."]);
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
