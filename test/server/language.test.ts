import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  Hover,
  InlayHint,
  InlayHintLabelPart,
  MarkupContent,
  Position,
} from 'vscode-languageserver-protocol/node';
import {
  effectiveMetadataRequest,
  insertMetadataRequest,
  metadataKeysRequest,
  metadataTreeRequest,
  setMetadataRequest,
  type EffectiveMetadataText,
  type MetadataKey,
  type MetadataTree,
} from '../../src/server/metadataProtocol';
import { articleChoicesRequest, composeArticleRequest, type ArticleChoices } from '../../src/server/newArticleProtocol';
import {
  extractIncludeRequest,
  inlineIncludeRequest,
  prepareExtractRequest,
  type InitializationOptions,
  type Refused,
} from '../../src/server/protocol';
import { healthReportRequest, reportHistoryRequest, type LocatedReport } from '../../src/server/reportProtocol';
import { adoptSchemaRequest, inferSchemaRequest } from '../../src/server/schemaProtocol';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import type { Code } from '../../src/core/rules/codes';
import { createFolder, type Files, type Folder } from '../support/folder';
import { bundleOf, pseudoTranslations, untranslated } from '../support/pseudo';
import { allCodes, filesOf, unshown } from '../support/ruleExamples';

const capabilities = { completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } } };
const initializationOptions: InitializationOptions = { translations: pseudoTranslations(), commands: true };

async function opened(files: Files, ...open: string[]): Promise<{ folder: Folder; client: Client }> {
  const folder = createFolder({ ...rootMark, ...files });
  const client = await startClient({ folders: [uriOf(folder.path)], capabilities, initializationOptions });
  for (const path of open) await client.open(uriOf(folder.at(path)));
  await client.isReady();
  return { folder, client };
}

/** Texts that are not in the language of the client, but for what they quote. */
function assertTranslated(texts: readonly (string | MarkupContent | undefined)[]): void {
  assert.deepEqual(
    texts
      .map((text) => untranslated(typeof text === 'object' ? text.value : (text ?? '')))
      .filter((text) => text !== ''),
    [],
  );
}

/** One document of each folder. */
function shownFiles(codes: readonly Code[], folder: Folder): string[] {
  return codes.flatMap((code) => {
    const first = Object.keys(filesOf(code, 'Trigger') ?? {}).find((path) => path.endsWith('a.md'));
    return first === undefined ? [] : uriOf(folder.at(`${code}/${first}`));
  });
}

function titlesOf(client: Client, uri: string, diagnostics: readonly Diagnostic[]): Promise<string[]> {
  return Promise.all(
    diagnostics.map(async ({ range }) => {
      const context = { diagnostics };
      const params = { textDocument: { uri }, range, context };
      const actions = await client.connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', params);
      return (actions ?? []).map(({ title }) => title);
    }),
  ).then((titles) => titles.flat());
}

describe('server: language', () => {
  it('words every kind of finding, and every repair', async () => {
    const shown = allCodes.filter((code) => !unshown.has(code));
    const folder = createFolder(
      Object.fromEntries(
        shown.flatMap((code) =>
          Object.entries({ ...rootMark, ...filesOf(code, 'Trigger') }).map(([path, text]) => [`${code}/${path}`, text]),
        ),
      ),
    );
    const folders = shown.map((code) => uriOf(folder.at(code)));
    const client = await startClient({ folders, initializationOptions });
    for (const uri of shownFiles(shown, folder)) await client.open(uri);
    await client.isReady(folders.length);
    const found = [...client.published].filter(([, diagnostics]) => diagnostics.length > 0);
    const diagnostics = found.flatMap(([, each]) => each);
    const codes = new Set(diagnostics.map(({ code }) => code));
    assert.deepEqual(
      shown.filter((code) => !codes.has(code)),
      [],
    );
    assertTranslated(diagnostics.map(({ message }) => message));
    assertTranslated(
      diagnostics.flatMap(({ relatedInformation = [] }) => relatedInformation).map(({ message }) => message),
    );
    const titles = await Promise.all(found.map(([uri, each]) => titlesOf(client, uri, each)));
    assert.ok(titles.flat().length > 100);
    assertTranslated(titles.flat());
    assertTranslated(client.statuses.map(({ message }) => message));
  });

  const text = `${article({ 'ms.service': undefined, 'ms.prod': 'x' })}\n**Issue**\n\nText.\n\n**Solution**\n\n[!INCLUDE [b](includes/b.md)]\n\n`;
  const files = {
    'docfx.json': docfx({ globalMetadata: { 'ms.service': 'dynamics-365', 'x.own': 'y' } }),
    'a.md': text,
    'includes/b.md': 'Text.\n',
    'c.md': '# C\n',
  };
  /** What a hover shows beside our texts: names and values. */
  const quotes = /`[^`]*`|\*\*[^*]*\*\*|\[[^\]]*\]\([^)]*\)|\((?:global|file)Metadata\)/g;

  it('explains keys and sections', async () => {
    const { folder, client } = await opened(files, 'a.md');
    const textDocument = { uri: uriOf(folder.at('a.md')) };
    const hovers = await Promise.all(
      text.split('\n').map((_line, line) => {
        const position: Position = { line, character: 2 };
        return client.connection.sendRequest<Hover | null>('textDocument/hover', { textDocument, position });
      }),
    );
    const shown = hovers.flatMap((hover) => (hover === null ? [] : [(hover.contents as MarkupContent).value]));
    assert.equal(shown.length, 12);
    // The last one shows an include: its text.
    const explained = shown
      .slice(0, -1)
      .map((value) => value.replaceAll(quotes, ' ').replace('environment-issue-solution', ''));
    assertTranslated(explained);
    const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
    const hints = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
    const [first] = hints.map(({ label }) => (label as InlayHintLabelPart[])[0]);
    assertTranslated([first?.value, (first?.tooltip as MarkupContent).value.replaceAll(quotes, ' ')]);
  });

  it('describes what may be inserted', async () => {
    const { folder, client } = await opened(files, 'a.md');
    const textDocument = { uri: uriOf(folder.at('a.md')) };
    const offered = async (line: number, character: number): Promise<CompletionItem[]> => {
      const params = { textDocument, position: { line, character } };
      const list = await client.connection.sendRequest<CompletionList>('textDocument/completion', params);
      return Promise.all(
        list.items.map((item) => client.connection.sendRequest<CompletionItem>('completionItem/resolve', item)),
      );
    };
    const keys = await offered(1, 0);
    assert.ok(keys.length > 20);
    const sections = await offered(text.split('\n').length - 1, 0);
    assert.ok(sections.some(({ label }) => label === '**Environment details**'));
    const documented = [...keys, ...sections.filter(({ label }) => label.startsWith('**'))];
    assertTranslated(
      documented.map(({ documentation }) =>
        (documentation as MarkupContent | undefined)?.value.replaceAll(quotes, ' '),
      ),
    );
    assertTranslated(keys.flatMap(({ detail, labelDetails }) => [detail, labelDetails?.description]));
  });

  it('shows metadata, the choices for new articles and the health report', async () => {
    const { folder, client } = await opened(files, 'a.md');
    const uri = uriOf(folder.at('a.md'));
    const ask = <R>(method: string, params: object): Promise<R> => client.connection.sendRequest<R>(method, params);
    const tree = await ask<MetadataTree>(metadataTreeRequest, { uri });
    const items = tree.groups.flatMap((group) => group.items);
    assertTranslated(items.flatMap(({ title, description, problem }) => [title, description, problem?.message]));
    const keys = await ask<readonly MetadataKey[]>(metadataKeysRequest, { uri: uriOf(folder.path) });
    assertTranslated(keys.map(({ title }) => title));
    const { text: yaml } = await ask<EffectiveMetadataText>(effectiveMetadataRequest, { uri });
    assertTranslated(
      yaml
        .split('\n')
        .filter((line) => /^# (?!\w+\.|docfx)/.test(line))
        .map((line) => line.replace('a.md', '')),
    );
    const { templates } = await ask<ArticleChoices>(articleChoicesRequest, { uri: uriOf(folder.path) });
    assertTranslated(templates.map(({ label }) => label));
    const located = await ask<LocatedReport | Refused>(healthReportRequest, { uri });
    assert.ok('report' in located);
    const { ages, findings } = located.report;
    assertTranslated([...ages.map(({ label }) => label), ...findings.map(({ message }) => message)]);
  });

  it('words what it refuses', async () => {
    const { folder, client } = await opened(files, 'a.md', 'c.md');
    const uri = uriOf(folder.at('a.md'));
    const outside = 'untitled:x.md';
    const nowhere = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    const folderUri = uriOf(folder.path);
    const refusals = await Promise.all(
      (
        [
          [prepareExtractRequest, { uri, range: nowhere }],
          [prepareExtractRequest, { uri: outside, range: nowhere }],
          [extractIncludeRequest, { uri, range: { start: nowhere.start, end: { line: 3, character: 0 } }, name: 'x' }],
          [inlineIncludeRequest, { uri: outside, position: nowhere.start }],
          [insertMetadataRequest, { uri: outside, keys: ['title'] }],
          [setMetadataRequest, { uris: [outside], key: 'title', value: 'x' }],
          [setMetadataRequest, { uris: [uri], key: 'title', value: null }],
          [composeArticleRequest, { uri: folderUri, template: 'none', title: 'X', product: '' }],
          [composeArticleRequest, { uri: folderUri, template: 'how-to', title: 'X', product: '', fileName: 'a b' }],
          [composeArticleRequest, { uri: 'untitled:x', template: 'how-to', title: 'X', product: '' }],
          [healthReportRequest, { uri: outside }],
          [reportHistoryRequest, { uri: outside, commits: 3 }],
          [reportHistoryRequest, { uri, commits: 3 }],
          [inferSchemaRequest, { uri: outside }],
          [adoptSchemaRequest, { uri: outside }],
        ] as const
      ).map(([method, params]) => client.connection.sendRequest<Refused>(method, params)),
    );
    assert.deepEqual(
      refusals.filter((answer) => !('refused' in answer)),
      [],
    );
    assertTranslated(refusals.map(({ refused }) => refused));
  });

  const broken = {
    'docfx.json': docfx(),
    'a.md': '# A\n',
    '.dynamics-docs.json': '{ "metadataSchema": "none.json" }',
    'none.json': '{}',
  };
  const messageFor = async (options: {
    locale?: string;
    initializationOptions?: InitializationOptions;
  }): Promise<string> => {
    const folder = createFolder({ ...rootMark, ...broken });
    const client = await startClient({ folders: [uriOf(folder.path)], ...options });
    await client.open(uriOf(folder.at('a.md')));
    const [diagnostic] = await client.shows(uriOf(folder.at('a.md')), 'front-matter-missing');
    const { message } = diagnostic ?? { message: '' };
    return typeof message === 'string' ? message : message.value;
  };
  const english = Object.keys(bundleOf()).find((key) => key.startsWith('The article has no front matter')) ?? '';
  const german = bundleOf('de')[english];

  it('is that of the locale of an editor', async () => {
    assert.notEqual(german, undefined);
    assert.equal(await messageFor({ locale: 'de' }), german);
    assert.equal(await messageFor({ locale: 'de-AT' }), german);
  });

  it('is English where there is no other', async () => {
    for (const locale of ['en', 'xx', '../de', 'de/../de', '']) assert.equal(await messageFor({ locale }), english);
    assert.equal(await messageFor({}), english);
  });

  it('is that of the texts of a client rather than of its locale', async () => {
    const sent = { initializationOptions: { translations: { [english]: 'x' } } };
    assert.equal(await messageFor({ locale: 'de', ...sent }), 'x');
    const wrong = { [english]: 1 } as unknown as Record<string, string>;
    assert.equal(await messageFor({ initializationOptions: { translations: wrong } }), english);
  });
});
