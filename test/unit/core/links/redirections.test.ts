import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { siteBaseOf } from '../../../../src/core/links/siteBase';
import { open } from '../support/repository';

const configuration = '{ "rules": { "redirection-source-exists": "error" } }';

/** The findings on redirections, each a source and where it leads, without the JSON around them. */
async function found(entries: readonly (readonly [source: string, url: string])[], pages: readonly string[] = []) {
  const redirections = entries.map(([source_path, redirect_url]) => ({ source_path, redirect_url }));
  const { findings } = await open({
    'docfx.json': '{ "build": { "content": [{ "files": "**/*.md" }] } }',
    '.dynamics-docs.json': configuration,
    '.openpublishing.redirection.json': JSON.stringify({ redirections }),
    ...Object.fromEntries(pages.map((page) => [page, '# Page\n'])),
  });
  return findings('.openpublishing.redirection.json').map((finding) => finding.replace(/^\S+ /, '').split('\n')[0]);
}

describe('redirections', () => {
  it('that lead to pages, or to where nobody knows, are right', async () => {
    assert.deepEqual(
      await found(
        [
          ['old.md', 'new'],
          ['older.md', 'new.md#part'],
          ['folder/old.md', '../new?view=1'],
          ['section.md', 'folder'],
          ['gone.md', '/contoso/anything'],
          ['away.md', 'https://contoso.com/'],
        ],
        ['new.md', 'folder/index.md'],
      ),
      [],
    );
  });

  it('that lead nowhere, twice, or from a page that is there are reported', async () => {
    assert.deepEqual(
      await found(
        [
          ['old.md', 'missing'],
          ['two.md', 'new'],
          ['Two.md', '/contoso/two'],
          ['new.md', '/contoso/new'],
        ],
        ['new.md'],
      ),
      [
        "suggestion redirection-target-missing There is no page 'missing', seen from 'old.md'. Write a path from the root of the site, or that of a page.",
        "suggestion redirection-duplicate 'Two.md' is redirected twice. The build takes the first one: remove this one.",
        "error redirection-source-exists 'new.md' is redirected and still there. Its readers are led away from it: remove the file, or the redirection.",
      ],
    );
  });

  it('that lead in a circle are reported where the circle is, not on the way to it', async () => {
    assert.deepEqual(
      await found([
        ['a.md', 'b'],
        ['b.md', 'c'],
        ['c.md', 'b.md'],
        ['self.md', 'self'],
      ]),
      [
        "warning redirection-loop Build has identified circular redirection: 'b.md' --> 'c.md' --> 'b.md'.",
        "warning redirection-loop Build has identified circular redirection: 'c.md' --> 'b.md' --> 'c.md'.",
        "warning redirection-loop Build has identified circular redirection: 'self.md' --> 'self.md'.",
      ],
    );
  });

  it('that follow each other are reported, by paths of the site too once these are known', async () => {
    const known = ['one', 'two', 'three'].map((name) => [`old-${name}.md`, `/contoso/docs/${name}`] as const);
    assert.deepEqual(
      await found(
        [...known, ['a.md', 'old-one'], ['b.md', 'https://learn.microsoft.com/en-us/contoso/docs/old-two']],
        ['one.md', 'two.md', 'three.md'],
      ),
      [
        "suggestion redirection-chain 'old-one' is redirected in turn. Lead readers to '/contoso/docs/one' at once.",
        "suggestion redirection-chain 'https://learn.microsoft.com/en-us/contoso/docs/old-two' is redirected in turn. Lead readers to '/contoso/docs/two' at once.",
      ],
    );
  });

  it('that cannot be read are reported at their place, and keep no other from being read', async () => {
    const { findings } = await open({
      'docfx.json': '{ "build": { "content": [{ "files": "**/*.md" }] } }',
      '.openpublishing.redirection.json':
        '{ "redirections": [{ "source_path": "a.md" }, { "source_path": "../b.md", "redirect_url": "c" }, 1,\n' +
        '{ "source_path_from_root": "/d.md", "redirect_url": "e" },] }',
    });
    assert.deepEqual(findings('.openpublishing.redirection.json'), [
      ".openpublishing.redirection.json:1:20-1:21 warning redirection-invalid A redirection needs 'source_path' (or 'source_path_from_root') and 'redirect_url'.",
      ".openpublishing.redirection.json:1:64-1:73 warning redirection-invalid '../b.md' lies outside of the repository.",
      ".openpublishing.redirection.json:1:98-1:99 warning redirection-invalid A redirection needs 'source_path' (or 'source_path_from_root') and 'redirect_url'.",
      ".openpublishing.redirection.json:2:53-2:56 suggestion redirection-target-missing There is no page 'e', seen from 'd.md'. Write a path from the root of the site, or that of a page.",
    ]);
  });
});

describe('the path of a docset on its site', () => {
  const pages = ['one.md', 'folder/two.md', 'folder/overview.md', 'overview.md'];

  it('is the one that most addresses agree on', () => {
    const addresses = ['/x/y/one', '/en-us/x/y/folder/two', '/x/y/folder/overview', 'https://contoso.com/one'];
    assert.equal(siteBaseOf(addresses, pages), '/x/y');
  });

  it('is not known from two addresses, or where they do not agree', () => {
    assert.equal(siteBaseOf(['/x/one', '/x/folder/two'], pages), undefined);
    assert.equal(siteBaseOf(['/x/one', '/y/one', '/x/overview', '/y/overview', '/x/folder/two'], pages), undefined);
  });
});
