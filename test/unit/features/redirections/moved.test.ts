import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { planForMoved } from '../../../../src/features/redirections/moved';
import { open } from '../../core/support/repository';
import { docset, fileOf, redirectionFile } from './support';

type Files = Readonly<Record<string, string>>;

/** Where the readers of each page are led, after a move. */
async function wanted(files: Files, from: string, to: string): Promise<Files> {
  const { repository } = await open(files);
  const { added } = planForMoved(repository, [{ from, to }]);
  return Object.fromEntries(added.map(({ source, url }) => [source, url]));
}

const redirected: Files = { ...docset, [redirectionFile]: fileOf([]) };

describe('articles that were moved', () => {
  it('need a redirection, those in a folder too', async () => {
    assert.deepEqual(await wanted(redirected, 'zero.md', 'one.md'), { 'zero.md': 'one' });
    assert.deepEqual(await wanted(redirected, 'old', 'folder'), { 'old/index.md': '../folder/' });
    assert.deepEqual(await wanted(redirected, 'fold', 'folder/index'), {});
  });

  it('tell themselves below which path they are published', async () => {
    const entries = ['one', 'two', 'three'].map(
      (name) => `    { "source_path": "${name}-before.md", "redirect_url": "/Contoso/old/${name}" }`,
    );
    const { 'docfx.json': config, 'one.md': page } = docset;
    const names = ['one', 'two', 'three'];
    const pages = Object.fromEntries(names.map((name) => [`new/${name}.md`, page]));
    const files = { 'docfx.json': config, ...pages, [redirectionFile]: fileOf(entries) };
    assert.deepEqual(await wanted(files, 'old', 'new'), {
      'old/one.md': '/Contoso/new/one',
      'old/two.md': '/Contoso/new/two',
      'old/three.md': '/Contoso/new/three',
    });
  });

  it('need none where the build does not take the page, or did not', async () => {
    const files = { ...redirected, 'includes/part.md': 'Text\n', 'media/one.png': '', 'toc.yml': '- name: One\n' };
    assert.deepEqual(await wanted(files, 'part.md', 'includes/part.md'), {});
    assert.deepEqual(await wanted(files, 'includes/one.md', 'one.md'), {});
    assert.deepEqual(await wanted(files, 'media/zero.png', 'media/one.png'), {});
    assert.deepEqual(await wanted(files, 'old/toc.yml', 'toc.yml'), {});
    const inDocs = { 'docs/docfx.json': docset['docfx.json'], 'docs/one.md': '# One\n', [redirectionFile]: fileOf([]) };
    assert.deepEqual(await wanted(inDocs, 'one.md', 'docs/one.md'), {});
    assert.deepEqual(await wanted(inDocs, 'docs/zero.md', 'docs/one.md'), { 'docs/zero.md': 'one' });
  });

  it('need none where nothing is redirected, or the old place has a page again', async () => {
    assert.deepEqual(await wanted(docset, 'zero.md', 'one.md'), {});
    assert.deepEqual(await wanted(redirected, 'two.md', 'one.md'), {});
    const apart = { ...docset, 'sub/.openpublishing.redirection.json': fileOf([]) };
    const config = JSON.stringify({ redirection_files: ['sub/.openpublishing.redirection.json'] });
    assert.deepEqual(
      await wanted({ ...apart, '.openpublishing.publish.config.json': config }, 'zero.md', 'one.md'),
      {},
    );
  });
});
