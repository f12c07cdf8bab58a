import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files, type Folder } from '../support/folder';

const service = (name: string): string => docfx({ globalMetadata: { [name]: 'dynamics-365' } });
const withoutService = article({ 'ms.service': undefined });

interface Opened {
  readonly folder: Folder;
  readonly client: Client;
  readonly docfxUri: string;
  readonly articleUri: string;
}

/** A docset with an article that is open and has been read with everything else. */
async function opened(files: Files = {}): Promise<Opened> {
  const folder = createFolder({
    ...rootMark,
    'docfx.json': service('ms.service'),
    'a.md': withoutService,
    ...files,
  });
  const client = await startClient({ folders: [uriOf(folder.path)] });
  const articleUri = uriOf(folder.at('a.md'));
  await client.open(articleUri);
  await client.isReady();
  return { folder, client, docfxUri: uriOf(folder.at('docfx.json')), articleUri };
}

describe('server: docfx.json', () => {
  it('that is edited validates its articles again, unsaved', async () => {
    const { client, docfxUri, articleUri } = await opened();
    await client.open(docfxUri);
    await client.edit(docfxUri, service('ms.other'));
    await client.shows(articleUri, 'ms-service-missing');
    await client.edit(docfxUri, service('ms.service'));
    await client.shows(articleUri);
  });

  it('that is closed unsaved counts as it is on disk', async () => {
    const { client, docfxUri, articleUri } = await opened();
    await client.open(docfxUri, service('ms.other'));
    await client.shows(articleUri, 'ms-service-missing');
    await client.close(docfxUri);
    await client.shows(articleUri);
  });

  it('that changes, goes and comes on disk validates its articles again', async () => {
    const { folder, client, docfxUri, articleUri } = await opened({ '.dynamics-docs.json': '{}' });
    folder.write({ 'docfx.json': service('ms.other') });
    await client.changedOnDisk(FileChangeType.Changed, docfxUri);
    await client.shows(articleUri, 'ms-service-missing');
    folder.write({ 'docfx.json': service('ms.service') });
    await client.changedOnDisk(FileChangeType.Changed, docfxUri);
    await client.shows(articleUri);
    folder.remove('docfx.json');
    await client.changedOnDisk(FileChangeType.Deleted, docfxUri);
    await client.shows(articleUri, 'ms-service-missing');
    folder.write({ 'docfx.json': service('ms.service') });
    await client.changedOnDisk(FileChangeType.Created, docfxUri);
    await client.shows(articleUri);
  });

  it('that is nested takes articles over from the one above', async () => {
    const { folder, client, docfxUri } = await opened({ 'deep/b.md': withoutService });
    const [nested, deep] = [uriOf(folder.at('deep/docfx.json')), uriOf(folder.at('deep/b.md'))];
    await client.open(deep);
    await client.shows(deep, 'duplicate-title-within-docset', 'duplicate-description-within-docset');
    folder.write({ 'deep/docfx.json': docfx() });
    await client.changedOnDisk(FileChangeType.Created, nested);
    await client.shows(deep, 'ms-service-missing');
    assert.equal(client.codesOf(docfxUri), undefined);
  });

  it('shows its own mistakes while it is edited', async () => {
    const { client, docfxUri } = await opened();
    await client.open(docfxUri);
    await client.edit(docfxUri, '{\n  "build": {\n    "content": [[] ]\n  }\n}\n');
    const [finding] = await client.shows(docfxUri, 'docfx-config-invalid');
    assert.deepEqual(finding, {
      range: { start: { line: 2, character: 16 }, end: { line: 2, character: 18 } },
      severity: 1,
      source: 'dynamics-docs',
      code: 'docfx-config-invalid',
      message: "An item of 'content' must be an object with 'files'.",
      codeDescription: {
        href: 'https://github.com/dynamics-docs/dynamics-docs/blob/main/docs/rules/docfx-config-invalid.md',
      },
    });
    await client.edit(docfxUri, service('ms.service'));
    await client.shows(docfxUri);
  });

  it('shows its mistakes without being open', async () => {
    const { client, docfxUri } = await opened({
      'docfx.json': docfx({
        globalMetadata: { 'ms.service': 'x', 'ms.author': 'a b' },
        fileMetadata: { x: { 'b*': 1 } },
      }),
      'a.md': article({ 'ms.author': undefined }),
    });
    await client.shows(docfxUri, 'ms-author-invalid', 'glob-pattern-unmatched');
  });

  it('shows a finding on a value that it supplies once, and takes it back with the last article', async () => {
    const { folder, client, docfxUri, articleUri } = await opened({
      'docfx.json': docfx({ globalMetadata: { 'ms.date': 'x' } }),
      'a.md': article({ 'ms.date': undefined }),
      'b.md': article({ 'ms.date': undefined, title: 'Approve time on a project' }),
    });
    await client.shows(docfxUri, 'ms-date-invalid');
    await client.edit(articleUri, article());
    folder.remove('b.md');
    await client.changedOnDisk(FileChangeType.Deleted, uriOf(folder.at('b.md')));
    await client.shows(docfxUri);
  });

  it('takes its metadata from files beside it, too', async () => {
    const { folder, client, articleUri } = await opened({
      'docfx.json': JSON.stringify({ build: { content: [{ files: '**/*.md' }], globalMetadataFiles: ['more.json'] } }),
      'more.json': '{ "ms.service": "dynamics-365" }',
    });
    const more = uriOf(folder.at('more.json'));
    assert.equal(client.codesOf(articleUri), undefined);
    await client.open(more, '{ "ms.other": "x" }');
    await client.shows(articleUri, 'ms-service-missing');
    await client.close(more);
    await client.shows(articleUri);
  });
});

describe('server: .dynamics-docs.json', () => {
  const off = '{ "rules": { "ms-service-missing": "off" } }';
  const missing = { 'docfx.json': docfx() };

  it('that is edited validates what it governs, unsaved', async () => {
    const { folder, client, articleUri } = await opened({ ...missing, '.dynamics-docs.json': '{}' });
    const configuration = uriOf(folder.at('.dynamics-docs.json'));
    await client.shows(articleUri, 'ms-service-missing');
    await client.open(configuration);
    await client.edit(configuration, off);
    await client.shows(articleUri);
    await client.edit(configuration, off.replace('off', 'info'));
    const [finding] = await client.shows(articleUri, 'ms-service-missing');
    assert.equal(finding?.severity, 4);
  });

  it('that comes, changes and goes on disk validates what it governs', async () => {
    const { folder, client, articleUri } = await opened(missing);
    const configuration = uriOf(folder.at('.dynamics-docs.json'));
    folder.write({ '.dynamics-docs.json': off });
    await client.changedOnDisk(FileChangeType.Created, configuration);
    await client.shows(articleUri);
    folder.write({ '.dynamics-docs.json': '{}' });
    await client.changedOnDisk(FileChangeType.Changed, configuration);
    await client.shows(articleUri, 'ms-service-missing');
    folder.write({ '.dynamics-docs.json': off });
    await client.changedOnDisk(FileChangeType.Changed, configuration);
    await client.shows(articleUri);
    folder.remove('.dynamics-docs.json');
    await client.changedOnDisk(FileChangeType.Deleted, configuration);
    await client.shows(articleUri, 'ms-service-missing');
  });

  it('shows its own mistakes, open or not', async () => {
    const { folder, client } = await opened({ '.dynamics-docs.json': '{ "rulez": {} }' });
    const configuration = uriOf(folder.at('.dynamics-docs.json'));
    await client.shows(configuration, 'config-invalid');
    await client.open(configuration, '{}');
    await client.shows(configuration);
    await client.edit(configuration, '{ "metadataSchema": "nope.json" }');
    const [finding] = await client.shows(configuration, 'config-invalid');
    assert.deepEqual(finding?.range, { start: { line: 0, character: 20 }, end: { line: 0, character: 31 } });
    await client.edit(configuration, '{}');
    await client.shows(configuration);
  });

  it('that ignores an open article takes its findings back, and returns them', async () => {
    const { folder, client, articleUri } = await opened(missing);
    const configuration = uriOf(folder.at('.dynamics-docs.json'));
    await client.shows(articleUri, 'ms-service-missing');
    await client.open(configuration, '{ "ignore": ["a.md"] }');
    await client.shows(articleUri);
    await client.edit(configuration, '{ "ignore": [] }');
    await client.shows(articleUri, 'ms-service-missing');
  });

  it('decides which closed articles count for duplicates', async () => {
    const { folder, client, articleUri } = await opened({
      '.dynamics-docs.json': '{ "ignore": ["old/**"] }',
      'old/b.md': article({ description: undefined }),
    });
    const configuration = uriOf(folder.at('.dynamics-docs.json'));
    await client.open(configuration, '{}');
    await client.shows(articleUri, 'duplicate-title-within-docset');
    await client.edit(configuration, '{ "ignore": ["old/**"] }');
    await client.shows(articleUri);
  });
});

describe('server: a schema of the team', () => {
  const files = {
    '.dynamics-docs.json': '{ "metadataSchema": "team/ours.json" }',
    'team/ours.json': '{ "properties": { "title": { "maxLength": 99 } } }',
  };
  const strict = '{ "properties": { "title": { "maxLength": 9 } } }';

  it('that is edited validates the articles that it governs, unsaved', async () => {
    const { folder, client, articleUri } = await opened(files);
    const schema = uriOf(folder.at('team/ours.json'));
    await client.open(schema);
    await client.edit(schema, strict);
    await client.shows(articleUri, 'string-length-invalid');
    await client.edit(schema, files['team/ours.json']);
    await client.shows(articleUri);
  });

  it('that changes on disk validates the articles that it governs', async () => {
    const { folder, client, articleUri } = await opened(files);
    const schema = uriOf(folder.at('team/ours.json'));
    folder.write({ 'team/ours.json': strict });
    await client.changedOnDisk(FileChangeType.Changed, schema);
    await client.shows(articleUri, 'string-length-invalid');
  });

  it('may come after the configuration that names it, and go', async () => {
    const { folder, client, articleUri } = await opened({ '.dynamics-docs.json': files['.dynamics-docs.json'] });
    const configuration = uriOf(folder.at('.dynamics-docs.json'));
    const schema = uriOf(folder.at('team/ours.json'));
    await client.shows(configuration, 'config-invalid');
    folder.write({ 'team/ours.json': strict });
    await client.changedOnDisk(FileChangeType.Created, schema);
    await client.shows(articleUri, 'string-length-invalid');
    await client.shows(configuration);
    folder.remove('team/ours.json');
    await client.changedOnDisk(FileChangeType.Deleted, schema);
    await client.shows(articleUri);
    await client.shows(configuration, 'config-invalid');
  });

  it('shows its own mistakes, open or not', async () => {
    const { folder, client } = await opened({
      ...files,
      'team/ours.json': '{ "properties": { "title": { "maxLenght": 9 } } }',
    });
    const schema = uriOf(folder.at('team/ours.json'));
    const [finding] = await client.shows(schema, 'schema-invalid');
    assert.equal(finding?.message, "The dialect has no keyword 'maxLenght'. Did you mean 'maxLength'?");
    await client.open(schema);
    await client.edit(schema, strict);
    await client.shows(schema);
  });
});
