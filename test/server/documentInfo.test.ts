import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { documentInfoRequest } from '../../src/server/protocol';
import { startClient, uriOf } from '../support/client';
import { docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';

describe('server: what the status item asks for', () => {
  const folder = createFolder({
    ...rootMark,
    '.dynamics-docs.json': '{}',
    'docs/docfx.json': docfx({ content: [{ files: ['**/*.md', '**/*.yml'], exclude: 'archive/**' }] }),
    'docs/a.md': '',
    'team/.dynamics-docs.json': '{ "metadataSchema": ["s.json", "dynamics"] }',
    'team/s.json': '{}',
    'team/docs/docfx.json': docfx(),
  });
  const plain = createFolder({ 'plain/a.md': '' });
  const none = { docset: null, schemas: ['dynamics'], configuration: '.dynamics-docs.json' };
  const docset = { ...none, docset: 'docs/docfx.json' };

  for (const [path, expected] of Object.entries({
    'docs/a.md': { kind: 'article', ...docset },
    'docs/not/yet/there.md': { kind: 'article', ...docset },
    'docs/includes/x.md': { kind: 'include', ...docset },
    'docs/toc.yml': { kind: 'toc', ...docset },
    'docs/index.yml': { kind: 'page', ...docset },
    'docs/archive/index.yml': { kind: 'other', ...docset },
    'docs/archive/old.md': { kind: 'other', ...docset },
    'docs/docfx.json': { kind: 'docfx', ...docset },
    '.dynamics-docs.json': { kind: 'configuration', ...none },
    'README.md': { kind: 'other', ...none },
    'team/docs/b.md': {
      kind: 'article',
      docset: 'team/docs/docfx.json',
      schemas: ['team/s.json', 'dynamics'],
      configuration: 'team/.dynamics-docs.json',
    },
  })) {
    it(`is known of ${path}`, async () => {
      const client = await startClient({ folders: [uriOf(folder.path)] });
      const info = await client.connection.sendRequest(documentInfoRequest, { uri: uriOf(folder.at(path)) });
      assert.deepEqual(info, expected);
    });
  }

  it('is that settings rule where there is no configuration', async () => {
    const client = await startClient({ folders: [uriOf(plain.path)] });
    const info = await client.connection.sendRequest(documentInfoRequest, { uri: uriOf(plain.at('plain/a.md')) });
    assert.deepEqual(info, { kind: 'article', docset: null, schemas: ['dynamics'], configuration: null });
  });
});
