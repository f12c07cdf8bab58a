import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CancellationTokenSource, FileChangeType } from 'vscode-languageserver-protocol/node';
import { validateWorkspaceRequest, type ValidateWorkspaceResult } from '../../src/server/protocol';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files, type Folder } from '../support/folder';

const numbered = (n: number, date = 'x'): string =>
  article({
    title: `Record time on project number ${n}`,
    description: `Shows in detail and at some length how a team member records time on project ${n}.`,
    'ms.date': date,
  });

const content = [{ files: '**/*.md', exclude: 'README.md' }];

function docset(files: Files = {}): Folder {
  return createFolder({
    ...rootMark,
    'docfx.json': docfx({ content, fileMetadata: { x: { 'nowhere/*': 1 } } }),
    'a.md': numbered(1),
    'b.md': numbered(2, '10/29/2025'),
    'includes/note.md': '---\na:b\n---\n',
    'README.md': '# Not an article',
    ...files,
  });
}

interface Progress {
  readonly kind: string;
  readonly message?: string;
  readonly percentage?: number;
}

/** Runs the command and keeps its progress. */
async function validate(
  client: Client,
  source = new CancellationTokenSource(),
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<{ result: ValidateWorkspaceResult; progress: readonly Progress[] }> {
  const progress: Progress[] = [];
  const listening = client.connection.onNotification(
    '$/progress',
    ({ token, value }: { token: unknown; value: Progress }) => {
      if (token !== 'token') return;
      progress.push(value);
      onProgress(value);
    },
  );
  const params = { workDoneToken: 'token' };
  const result = await client.connection.sendRequest<ValidateWorkspaceResult>(
    validateWorkspaceRequest,
    params,
    source.token,
  );
  listening.dispose();
  return { result, progress };
}

const withoutTime = ({ result }: { result: ValidateWorkspaceResult }): object => ({ ...result, durationMs: 0 });

describe('server: Validate Workspace', () => {
  it('publishes the findings of every file, whether it is open or not, and counts them', async () => {
    const folder = docset();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const { result, progress } = await validate(client);
    assert.deepEqual(withoutTime({ result }), {
      files: 3,
      counts: { error: 1, warning: 1, suggestion: 1, info: 0 },
      durationMs: 0,
      cancelled: false,
      known: 0,
    });
    assert.deepEqual(
      [...client.published].map(([uri, diagnostics]) => [uri, diagnostics.map(({ code }) => code)]).sort(),
      [
        [uriOf(folder.at('a.md')), ['ms-date-invalid']],
        [uriOf(folder.at('docfx.json')), ['glob-pattern-unmatched']],
        [uriOf(folder.at('includes/note.md')), ['yaml-header-syntax-error']],
      ],
    );
    assert.deepEqual(progress.at(0), { kind: 'begin', title: 'Validating', cancellable: true, percentage: 0 });
    assert.deepEqual(progress.at(-2), { kind: 'report', message: '3 of 3 files', percentage: 100 });
    assert.deepEqual(progress.at(-1), { kind: 'end' });
  });

  it('keeps them current from then on', async () => {
    const folder = docset();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const [a, b, c] = ['a.md', 'b.md', 'c.md'].map((name) => uriOf(folder.at(name))) as [string, string, string];
    await validate(client);
    await client.shows(a, 'ms-date-invalid');
    // On disk …
    folder.write({ 'a.md': numbered(1, '10/29/2025'), 'c.md': numbered(3) });
    await client.changedOnDisk(FileChangeType.Changed, a);
    await client.shows(a);
    await client.changedOnDisk(FileChangeType.Created, c);
    await client.shows(c, 'ms-date-invalid');
    folder.remove('c.md');
    await client.changedOnDisk(FileChangeType.Deleted, c);
    await client.shows(c);
    // … and unsaved: what is closed counts as it is on disk.
    await client.open(b, numbered(2));
    await client.shows(b, 'ms-date-invalid');
    await client.close(b);
    await client.shows(b);
    await client.open(b, numbered(1, '10/29/2025'));
    await client.shows(a, 'duplicate-title-within-docset', 'duplicate-description-within-docset');
    await client.close(b);
    await client.shows(a);
  });

  it('looks at what stands on disk, whatever is told of it and when', async () => {
    const folder = docset();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const [a, b, c] = ['a.md', 'b.md', 'c.md'].map((name) => uriOf(folder.at(name))) as [string, string, string];
    await validate(client);
    // It went and came again, which is told late and the wrong way round.
    folder.write({ 'a.md': numbered(1, 'y'), 'b.md': numbered(2) });
    await client.changedOnDisk(FileChangeType.Created, a);
    await client.changedOnDisk(FileChangeType.Deleted, a);
    await client.changedOnDisk(FileChangeType.Created, c);
    await client.changedOnDisk(FileChangeType.Changed, b);
    await client.shows(b, 'ms-date-invalid');
    assert.deepEqual(client.codesOf(a), ['ms-date-invalid']);
    folder.write({ 'd.md': `${numbered(4, '10/29/2025')}\n[a](a.md)\n[c](c.md)\n` });
    await client.changedOnDisk(FileChangeType.Created, uriOf(folder.at('d.md')));
    await client.shows(uriOf(folder.at('d.md')), 'file-not-found');
  });

  it('leaves alone what git ignores, also once that is another thing', async () => {
    const folder = docset({ '.gitignore': 'drafts/\n' });
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const [draft, c] = ['drafts/d.md', 'c.md'].map((name) => uriOf(folder.at(name))) as [string, string];
    await validate(client);
    folder.write({ 'drafts/d.md': numbered(4), 'c.md': numbered(3) });
    await client.changedOnDisk(FileChangeType.Created, draft, c);
    await client.shows(c, 'ms-date-invalid');
    assert.equal(client.codesOf(draft), undefined);
    // A copy of docfx.json there governs nothing.
    folder.write({ 'drafts/docfx.json': '{ "build": { "resource": 7 ', 'c.md': numbered(3, 'y') });
    await client.changedOnDisk(FileChangeType.Created, uriOf(folder.at('drafts/docfx.json')));
    await client.changedOnDisk(FileChangeType.Changed, c);
    await client.shows(c, 'ms-date-invalid');
    assert.equal(client.codesOf(uriOf(folder.at('drafts/docfx.json'))), undefined);
    folder.remove('drafts/docfx.json');
    folder.write({ '.gitignore': 'c.md\n' });
    await client.changedOnDisk(FileChangeType.Changed, uriOf(folder.at('.gitignore')));
    await client.shows(draft, 'ms-date-invalid');
    await client.shows(c);
  });

  it('says of patterns of docfx.json that match no file any more, and of those that match one again', async () => {
    const folder = docset({ 'nowhere/n.md': numbered(3, '10/29/2025') });
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const [config, file] = [uriOf(folder.at('docfx.json')), uriOf(folder.at('nowhere/n.md'))];
    await validate(client);
    assert.deepEqual(client.codesOf(config) ?? [], []);
    folder.remove('nowhere');
    await client.changedOnDisk(FileChangeType.Deleted, file);
    await client.shows(config, 'glob-pattern-unmatched');
    folder.write({ 'nowhere/n.md': numbered(3, '10/29/2025') });
    await client.changedOnDisk(FileChangeType.Created, file);
    await client.shows(config);
  });

  it('validates all that several changes concern which follow each other', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`many/${n}.md`, numbered(100 + n)]));
    const folder = docset({
      ...many,
      '.dynamics-docs.json': '{}',
      'sub/s.md': numbered(5),
      'sub/.dynamics-docs.json': '{}',
    });
    const client = await startClient({ folders: [uriOf(folder.path)] });
    await validate(client);
    const off = '{ "rules": { "ms-date-invalid": "off" } }';
    folder.write({ '.dynamics-docs.json': off, 'sub/.dynamics-docs.json': off });
    // The second one comes while what the first one concerns is being validated.
    await client.changedOnDisk(FileChangeType.Changed, uriOf(folder.at('.dynamics-docs.json')));
    await client.changedOnDisk(FileChangeType.Changed, uriOf(folder.at('sub/.dynamics-docs.json')));
    for (const name of ['a.md', 'sub/s.md', ...Object.keys(many)]) await client.shows(uriOf(folder.at(name)));
  });

  it('uses unsaved text', async () => {
    const folder = docset();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const [a, b] = [uriOf(folder.at('a.md')), uriOf(folder.at('b.md'))];
    await client.open(a, numbered(1, '10/29/2025'));
    await client.open(b, numbered(2));
    await client.isReady();
    assert.deepEqual((await validate(client)).result.counts, { error: 1, warning: 1, suggestion: 1, info: 0 });
    assert.deepEqual(client.codesOf(b), ['ms-date-invalid']);
    assert.deepEqual(client.codesOf(a) ?? [], []);
  });

  it('takes back what is gone since the last time', async () => {
    const folder = docset();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    await validate(client);
    folder.remove('a.md');
    folder.remove('includes');
    folder.write({ 'docfx.json': docfx({ content }) });
    assert.deepEqual(withoutTime(await validate(client)), {
      files: 1,
      counts: { error: 0, warning: 0, suggestion: 0, info: 0 },
      durationMs: 0,
      cancelled: false,
      known: 0,
    });
    for (const diagnostics of client.published.values()) assert.deepEqual(diagnostics, []);
  });

  it('leaves alone what is opened and closed without being an article', async () => {
    const folder = docset({ 'docfx.json': docfx({ content: [{ files: '*.md', exclude: 'README.md' }] }) });
    folder.write({ 'archive/old.md': 'No front matter', 'data.json': '{}' });
    const client = await startClient({ folders: [uriOf(folder.path)] });
    await validate(client);
    for (const name of ['README.md', 'archive/old.md', 'data.json']) {
      const uri = uriOf(folder.at(name));
      await client.open(uri);
      await client.close(uri);
      await client.changedOnDisk(FileChangeType.Changed, uri);
    }
    await client.open(uriOf(folder.at('b.md')), numbered(2));
    await client.shows(uriOf(folder.at('b.md')), 'ms-date-invalid');
    for (const name of ['README.md', 'archive/old.md', 'data.json'])
      assert.deepEqual(client.codesOf(uriOf(folder.at(name))) ?? [], [], name);
  });

  it('ends early when it is cancelled, and says so', async () => {
    const files = Object.fromEntries(Array.from({ length: 1500 }, (_, n) => [`many/a${n}.md`, numbered(n + 10)]));
    const folder = docset(files);
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const source = new CancellationTokenSource();
    const { result, progress } = await validate(client, source, ({ kind }) => {
      if (kind === 'report') source.cancel();
    });
    assert.equal(result.cancelled, true);
    assert.ok(result.files < 1503, `${result.files} files`);
    assert.deepEqual(progress.at(-1), { kind: 'end' });
    // It can be run again.
    const again = await validate(client);
    assert.deepEqual([again.result.cancelled, again.result.files], [false, 1503]);
  });

  it('does each repository of the workspace once', async () => {
    const one = docset({ 'guide/docfx.json': docfx(), 'guide/c.md': numbered(1) });
    const two = createFolder({ 'plain/a.md': numbered(1), 'plain/deep/b.md': numbered(2) });
    const client = await startClient({
      folders: [uriOf(one.path), uriOf(one.at('guide')), uriOf(two.at('plain'))],
    });
    await client.open(uriOf(two.at('plain/deep/b.md')));
    await client.open(uriOf(one.at('guide/c.md')));
    const { result } = await validate(client);
    assert.deepEqual([result.files, result.counts], [6, { error: 1, warning: 4, suggestion: 1, info: 0 }]);
  });

  it('takes a folder that holds several repositories', async () => {
    const folder = createFolder({
      'one/.openpublishing.publish.config.json': '{}',
      'one/docfx.json': docfx(),
      'one/a.md': numbered(1),
      'two/.openpublishing.publish.config.json': '{}',
      'two/docfx.json': docfx(),
      'two/a.md': numbered(1),
    });
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const [one, two] = [uriOf(folder.at('one/a.md')), uriOf(folder.at('two/a.md'))];
    await client.open(one);
    await client.shows(one, 'ms-date-invalid');
    const { result } = await validate(client);
    assert.deepEqual([result.files, result.counts.warning], [2, 2]);
    assert.deepEqual(client.codesOf(two), ['ms-date-invalid']);
    await client.edit(one, numbered(1, '10/29/2025'));
    await client.shows(one);
  });

  it('has nothing to do without a folder', async () => {
    const client = await startClient({ folders: [] });
    assert.deepEqual(withoutTime(await validate(client)), {
      files: 0,
      counts: { error: 0, warning: 0, suggestion: 0, info: 0 },
      durationMs: 0,
      cancelled: false,
      known: 0,
    });
  });

  it('counts what it shows of a table of contents that is open, though its file is gone', async () => {
    const folder = docset({
      'docfx.json': docfx({ content: [{ files: ['**/*.md', '**/*.yml'] }] }),
      'b.md': numbered(1),
    });
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const { result: before } = await validate(client);
    await client.open(uriOf(folder.at('TOC.yml')), '- name: Gone\n  href: gone.md\n');
    await client.shows(uriOf(folder.at('TOC.yml')), 'file-not-found');
    const { result } = await validate(client);
    assert.deepEqual(result.counts, { ...before.counts, warning: before.counts.warning + 1 });
    await client.shows(uriOf(folder.at('TOC.yml')), 'file-not-found');
  });

  it('counts nothing that it does not show where validation is off', async () => {
    const folder = docset();
    const client = await startClient({
      folders: [uriOf(folder.path)],
      settings: () => ({ validate: { enable: false } }),
    });
    const { result } = await validate(client);
    assert.deepEqual([...client.published], []);
    assert.deepEqual(result.counts, { error: 0, warning: 0, suggestion: 0, info: 0 });
  });
});
