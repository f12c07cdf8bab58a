import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'mocha';
import { FileChangeType, type Diagnostic } from 'vscode-languageserver-protocol/node';
import { startClient, uriOf } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';
import { cliPath } from '../support/program';

const page = (code: string): string => `https://github.com/dynamics-docs/dynamics-docs/blob/main/docs/rules/${code}.md`;
const longText = (n: number): string =>
  `Shows in detail and at some length how a team member records time on project ${n}.`;

function docset(): Folder {
  return createFolder({
    ...rootMark,
    'docfx.json': docfx({ globalMetadata: { 'ms.service': 'dynamics-365' } }),
    'a.md': article({
      title: 'Approve time on a project',
      description: longText(1),
      'ms.service': '',
      'ms.date': '2025-10-29',
      manager: 'someone',
      'ms.technology': '',
    }),
    'b.md': article(),
    'includes/note.md': 'Just a note.\n',
  });
}

const range = (line: number, start: number, end: number): Diagnostic['range'] => ({
  start: { line, character: start },
  end: { line, character: end },
});

for (const [name, program] of [
  ['dynamics-docs lsp --stdio', [cliPath, 'lsp', '--stdio']],
  ['dist/server.js --stdio', [resolve('dist/server.js'), '--stdio']],
] as const) {
  describe(`${name}: opening an article`, () => {
    it('publishes each finding whole', async () => {
      const folder = docset();
      const client = await startClient({ folders: [uriOf(folder.path)], program });
      const uri = uriOf(folder.at('a.md'));
      await client.open(uri);
      const expected: Diagnostic[] = [
        {
          range: range(1, 0, 32),
          severity: 2,
          source: 'dynamics-docs',
          code: 'ms-service-missing',
          message:
            "Missing required attribute: 'ms.service'. Add the ID of the service here, or for the whole docset in docfx.json.",
          codeDescription: { href: page('ms-service-missing') },
        },
        {
          range: range(5, 9, 19),
          severity: 2,
          source: 'dynamics-docs',
          code: 'ms-date-invalid',
          message: "Invalid date format for 'ms.date': '2025-10-29'. Use MM/DD/YYYY, for example 10/29/2025.",
          codeDescription: { href: page('ms-date-invalid') },
        },
        {
          range: range(7, 0, 10),
          severity: 3,
          source: 'dynamics-docs',
          code: 'attribute-shadows-default',
          message: "The empty 'ms.service' hides 'dynamics-365' from docfx.json. Remove the line to inherit it.",
          codeDescription: { href: page('attribute-shadows-default') },
          relatedInformation: [
            {
              location: { uri: uriOf(folder.at('docfx.json')), range: range(13, 20, 34) },
              message: 'The value that is hidden',
            },
          ],
        },
        {
          range: range(8, 9, 16),
          severity: 3,
          source: 'dynamics-docs',
          code: 'attribute-deprecated',
          message: "Deprecated attribute: 'manager'. Delete the line.",
          codeDescription: { href: page('attribute-deprecated') },
          tags: [2],
        },
        {
          range: range(9, 0, 13),
          severity: 3,
          source: 'dynamics-docs',
          code: 'attribute-deprecated',
          message: "'ms.technology' is retired and empty: remove the line. Its successor is 'ms.subservice'.",
          codeDescription: { href: page('attribute-deprecated') },
          tags: [1],
        },
      ];
      assert.deepEqual(
        await client.shows(
          uri,
          'ms-service-missing',
          'ms-date-invalid',
          'attribute-shadows-default',
          'attribute-deprecated',
          'attribute-deprecated',
        ),
        expected,
      );
      await client.isReady();
      assert.deepEqual([...client.published.keys()], [uri]);
      assert.deepEqual(client.statuses, [
        { state: 'indexing', message: 'Reading the docset' },
        { state: 'ready', message: 'Ready' },
      ]);
    });
  });
}

describe('server: the greeting', () => {
  it('offers what it does', async () => {
    const moved = {
      filters: [
        { pattern: { glob: '**/*.md', matches: 'file', options: { ignoreCase: true } } },
        { pattern: { glob: '**', matches: 'folder' } },
      ],
    };
    const client = await startClient({ folders: [] });
    assert.deepEqual(client.initialized, {
      serverInfo: { name: 'dynamics-docs' },
      capabilities: {
        hoverProvider: true,
        inlayHintProvider: true,
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentLinkProvider: {},
        documentSymbolProvider: { label: 'Dynamics Docs' },
        foldingRangeProvider: true,
        renameProvider: true,
        codeActionProvider: {
          codeActionKinds: ['quickfix', 'source.fixAll.dynamicsDocs', 'refactor.extract', 'refactor.inline'],
        },
        completionProvider: {
          triggerCharacters: [':', ' ', '[', '.', '!', '(', '/', '<', '#', '"', '*', '`', '~'],
          resolveProvider: true,
        },
        textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { willRename: moved, didRename: moved, didCreate: moved, didDelete: moved },
        },
      },
    });
  });
});

describe('server: typing', () => {
  it('follows edits within the text, several at once', async () => {
    const folder = docset();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const uri = uriOf(folder.at('b.md'));
    await client.open(uri);
    // A finding appears where a value goes wrong …
    await client.edit(uri, { range: range(6, 10, 16), text: 'howto' });
    const [finding] = await client.shows(uri, 'ms-topic-invalid');
    assert.deepEqual(finding?.range, range(6, 10, 15));
    // … moves with the lines above it …
    await client.edit(
      uri,
      { range: range(1, 0, 0), text: '# A comment\n' },
      { range: range(7, 10, 15), text: 'no-topic' },
    );
    await client.until(
      () => client.published.get(uri)?.[0]?.range.start.line === 7,
      () => 'the finding one line below',
    );
    assert.deepEqual(client.published.get(uri)?.[0]?.range, range(7, 10, 18));
    // … and goes away.
    await client.edit(uri, { range: range(7, 10, 18), text: 'how-to' });
    await client.shows(uri);
  });

  it('counts columns in UTF-16 units', async () => {
    const folder = docset();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const uri = uriOf(folder.at('b.md'));
    await client.open(uri, article({ description: `"\u{1f600} [!INCLUDE [x](y.md)] ${longText(1)}"` }));
    const [finding] = await client.shows(uri, 'include-in-front-matter');
    assert.deepEqual(finding?.range, range(2, 17, 37));
  });

  it('publishes nothing anew where nothing changes', async () => {
    const folder = docset();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const uri = uriOf(folder.at('b.md'));
    await client.open(uri, article({ 'ms.date': 'x' }));
    await client.shows(uri, 'ms-date-invalid');
    await client.edit(uri, `${article({ 'ms.date': 'x' })}More text.\n`);
    await client.edit(uri, article());
    await client.shows(uri);
    assert.deepEqual(
      client.publications.map(({ diagnostics }) => diagnostics.length),
      [1, 0],
    );
  });

  it('waits for a pause, but not when the document is saved', async () => {
    const folder = docset();
    // Longer than any test may last: what is published is published without the pause.
    const client = await startClient({
      folders: [uriOf(folder.path)],
      settings: () => ({ validate: { debounce: 3_600_000 } }),
    });
    const uri = uriOf(folder.at('b.md'));
    await client.open(uri);
    await client.isReady();
    await client.edit(uri, article({ 'ms.date': 'x' }));
    await client.edit(uri, article({ 'ms.date': '2025-10-29' }));
    await client.save(uri);
    const [finding] = await client.shows(uri, 'ms-date-invalid');
    assert.equal(
      finding?.message,
      "Invalid date format for 'ms.date': '2025-10-29'. Use MM/DD/YYYY, for example 10/29/2025.",
    );
    assert.equal(client.publications.length, 1);
  });
});

describe('server: unsaved text', () => {
  it('wins over the disk until the document is closed', async () => {
    const folder = docset();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const uri = uriOf(folder.at('b.md'));
    await client.open(uri, article({ 'ms.topic': 'howto' }));
    await client.shows(uri, 'ms-topic-invalid');
    await client.isReady();
    folder.write({ 'b.md': article({ 'ms.date': 'on disk' }) });
    await client.changedOnDisk(FileChangeType.Changed, uri);
    await client.edit(uri, article({ 'ms.topic': 'howto', title: 'short' }));
    await client.shows(uri, 'title-bad-length', 'ms-topic-invalid');
    await client.close(uri);
    // Findings of closed articles are shown after Validate Workspace alone.
    await client.shows(uri);
  });

  it('of an article counts for the duplicates of another, as does its text on disk after closing', async () => {
    const folder = docset();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const approve = 'Approve time on a project';
    const [a, b] = [uriOf(folder.at('a.md')), uriOf(folder.at('b.md'))];
    await client.open(a, article({ title: approve, description: longText(1) }));
    await client.open(b);
    await client.isReady();
    assert.deepEqual(client.codesOf(a) ?? [], []);

    await client.edit(b, article({ title: approve }));
    const [onB] = await client.shows(b, 'duplicate-title-within-docset');
    const [onA] = await client.shows(a, 'duplicate-title-within-docset');
    const message = (path: string): string =>
      `Attribute 'title' with value '${approve}' is duplicated in '${path}(2,8)'. Give each article its own title.`;
    const shared = {
      range: range(1, 7, 32),
      severity: 3,
      source: 'dynamics-docs',
      code: 'duplicate-title-within-docset',
      codeDescription: { href: page('duplicate-title-within-docset') },
    } as const;
    const related = (uri: string): Diagnostic['relatedInformation'] => [
      { location: { uri, range: range(1, 7, 32) }, message: 'The same title' },
    ];
    assert.deepEqual(onB, { ...shared, message: message('a.md'), relatedInformation: related(a) });
    assert.deepEqual(onA, { ...shared, message: message('b.md'), relatedInformation: related(b) });

    await client.close(b);
    await client.shows(a);
  });

  it('of a new article is checked although there is no file', async () => {
    const folder = docset();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const uri = uriOf(folder.at('deep/new.md'));
    await client.open(
      uri,
      article({ 'ms.date': 'x', description: longText(9), title: 'Record time for a new project' }),
    );
    await client.shows(uri, 'ms-date-invalid');
  });
});

describe('server: what it leaves alone', () => {
  it('is Markdown that is no article, is ignored or belongs to no repository of documentation', async () => {
    const folder = docset();
    folder.write({
      '.dynamics-docs.json': '{ "ignore": ["old/**"] }',
      'toc.md': '# TOC\n\n[!INCLUDE [note](includes/note.md)]\n[!INCLUDE [wrong](includes/wrong.md)]\n',
      'includes/wrong.md': '---\na:b\n---\n',
    });
    const notes = createFolder({ 'notes.md': '# My notes\n', 'learn.md': '---\ntitle: x\nms.date: y\n---\n' });
    const client = await startClient({ folders: [uriOf(folder.path), uriOf(notes.path)] });
    const open = async (uri: string, text?: string): Promise<string> => {
      await client.open(uri, text);
      return uri;
    };
    await open(uriOf(folder.at('toc.md')));
    await open(uriOf(folder.at('old/a.md')), 'No front matter');
    await open(uriOf(folder.at('includes/note.md')));
    await open(uriOf(notes.at('notes.md')));
    await open('untitled:Untitled-1', 'No front matter');
    const wrong = await open(uriOf(folder.at('includes/wrong.md')));
    await client.shows(wrong, 'yaml-header-syntax-error');
    // Plainly metadata of Learn, although nothing around it says so.
    const learn = await open(uriOf(notes.at('learn.md')));
    await client.until(
      () => client.codesOf(learn)?.includes('ms-date-invalid') === true,
      () => 'ms-date-invalid on learn.md',
    );
    await client.isReady(2);
    assert.deepEqual([...client.published.keys()], [wrong, learn]);
  });
});
