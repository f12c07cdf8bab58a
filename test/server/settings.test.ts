import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { startClient, uriOf } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files, type Folder } from '../support/folder';

const wrong = article({ 'ms.date': 'x', title: 'short' });

function plainFolder(files: Files = {}): Folder {
  return createFolder({ ...rootMark, 'docfx.json': docfx(), 'a.md': wrong, ...files });
}

describe('server: settings', () => {
  it('grade, silence and bring back codes as they change', async () => {
    const folder = plainFolder();
    const client = await startClient({
      folders: [uriOf(folder.path)],
      settings: () => ({ rules: { 'title-bad-length': 'off', 'ms-date-invalid': 'error', 'not-a-code': 7 } }),
    });
    const uri = uriOf(folder.at('a.md'));
    await client.open(uri);
    const [finding] = await client.shows(uri, 'ms-date-invalid');
    assert.equal(finding?.severity, 1);
    await client.changeSettings(() => ({ rules: { 'ms-date-invalid': 'off' } }));
    await client.shows(uri, 'title-bad-length');
    await client.changeSettings(() => ({}));
    await client.shows(uri, 'title-bad-length', 'ms-date-invalid');
  });

  it('name the schemas', async () => {
    const folder = plainFolder({ 'ours.json': '{ "properties": { "title": { "minLength": 6 } } }' });
    const client = await startClient({
      folders: [uriOf(folder.path)],
      settings: () => ({ metadataSchema: ['dynamics', 'ours.json'] }),
    });
    const uri = uriOf(folder.at('a.md'));
    await client.open(uri);
    await client.shows(uri, 'string-length-invalid', 'title-bad-length', 'ms-date-invalid');
    await client.changeSettings(() => ({ metadataSchema: 'ours.json' }));
    await client.shows(uri, 'string-length-invalid');
    await client.changeSettings(() => ({ metadataSchema: 'dynamics' }));
    await client.shows(uri, 'title-bad-length', 'ms-date-invalid');
  });

  it('ignore files', async () => {
    const folder = plainFolder();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const uri = uriOf(folder.at('a.md'));
    await client.open(uri);
    await client.shows(uri, 'title-bad-length', 'ms-date-invalid');
    await client.changeSettings(() => ({ ignore: ['*.md'] }));
    await client.shows(uri);
    await client.changeSettings(() => ({ ignore: [] }));
    await client.shows(uri, 'title-bad-length', 'ms-date-invalid');
  });

  it('give way to .dynamics-docs.json', async () => {
    const folder = plainFolder({ '.dynamics-docs.json': '{ "rules": { "title-bad-length": "off" } }' });
    const client = await startClient({
      folders: [uriOf(folder.path)],
      settings: () => ({ rules: { 'ms-date-invalid': 'off' }, ignore: ['**'], metadataSchema: 'nope.json' }),
    });
    const uri = uriOf(folder.at('a.md'));
    await client.open(uri);
    await client.shows(uri, 'ms-date-invalid');
  });

  it('switch everything off and on', async () => {
    const folder = plainFolder({ 'docfx.json': docfx({ fileMetadata: { x: { 'nowhere/*': 1 } } }) });
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const [uri, docfxUri] = [uriOf(folder.at('a.md')), uriOf(folder.at('docfx.json'))];
    await client.open(uri);
    await client.shows(docfxUri, 'glob-pattern-unmatched');
    await client.shows(uri, 'title-bad-length', 'ms-date-invalid');
    await client.changeSettings(() => ({ validate: { enable: false } }));
    await client.shows(uri);
    await client.shows(docfxUri);
    await client.changeSettings(() => ({ validate: { enable: true } }));
    await client.shows(uri, 'title-bad-length', 'ms-date-invalid');
    await client.shows(docfxUri, 'glob-pattern-unmatched');
  });

  it('of a wrong type fall back to their defaults', async () => {
    const folder = plainFolder();
    const client = await startClient({
      folders: [uriOf(folder.path)],
      settings: () => ({ rules: 'x', ignore: 5, metadataSchema: { a: 1 }, validate: { enable: 'no' } }),
    });
    const uri = uriOf(folder.at('a.md'));
    await client.open(uri);
    await client.shows(uri, 'title-bad-length', 'ms-date-invalid');
  });
});

describe('server: workspace folders', () => {
  it('have settings of their own', async () => {
    const [one, two] = [plainFolder(), plainFolder()];
    const client = await startClient({
      folders: [uriOf(one.path), uriOf(two.path)],
      settings: (scope) => ({ rules: { [scope === uriOf(one.path) ? 'ms-date-invalid' : 'title-bad-length']: 'off' } }),
    });
    const [a, b] = [uriOf(one.at('a.md')), uriOf(two.at('a.md'))];
    await client.open(a);
    await client.open(b);
    await client.shows(a, 'title-bad-length');
    await client.shows(b, 'ms-date-invalid');
  });

  it('may lie below the root of their repository, whose settings are theirs', async () => {
    const folder = plainFolder({ 'guide/b.md': wrong });
    const client = await startClient({
      folders: [uriOf(folder.at('guide'))],
      settings: (scope) => ({ rules: scope === uriOf(folder.at('guide')) ? { 'title-bad-length': 'off' } : {} }),
    });
    const uri = uriOf(folder.at('guide/b.md'));
    await client.open(uri);
    await client.shows(uri, 'duplicate-title-within-docset', 'duplicate-description-within-docset', 'ms-date-invalid');
  });
});
