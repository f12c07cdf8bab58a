import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-protocol';
import type { Refused } from '../../src/server/protocol';
import {
  addRedirectionRequest,
  checkRedirectionsRequest,
  redirectionChoicesRequest,
  sortRedirectionsRequest,
  type AddedRedirection,
  type CheckedRedirections,
  type RedirectionChanges,
  type RedirectionChoices,
  type SortedRedirections,
} from '../../src/server/redirectionProtocol';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files, type Folder } from '../support/folder';

const file = '.openpublishing.redirection.json';
const entry = (source: string, url: string): string => `    { "source_path": "${source}", "redirect_url": "${url}" }`;
const fileOf = (...entries: readonly string[]): string => `{\n  "redirections": [\n${entries.join(',\n')}\n  ]\n}\n`;
const known = ['one', 'three', 'two'].map((name) => entry(`docs/old-${name}.md`, `/contoso/${name}`));

async function started(more: Files = {}): Promise<{ folder: Folder; client: Client }> {
  const pages = ['one', 'three', 'two'].map((name): [string, string] => [
    `docs/${name}.md`,
    article({ title: `The page ${name} of Contoso` }),
  ]);
  const files = { ...rootMark, 'docs/docfx.json': docfx(), 'docs/includes/x.md': 'x\n', ...Object.fromEntries(pages) };
  const folder = createFolder({ ...files, ...more });
  const client = await startClient({ folders: [uriOf(folder.path)] });
  return { folder, client };
}

function applied(text: string, change: RedirectionChanges | undefined): string {
  if (change === undefined) return text;
  if ('text' in change) return change.text;
  return TextDocument.applyEdits(TextDocument.create('file:///x', 'json', 1, text), [...change.edits]);
}

describe('server: redirections', () => {
  it('offers the pages, and the one that a link misses or that is open', async () => {
    const { folder, client } = await started();
    const uri = uriOf(folder.at('docs/one.md'));
    const text = `${article()}\nSee [it](gone.md) and [this](two.md).\n`;
    await client.open(uri, text);
    const line = text.split('\n').findIndex((one) => one.startsWith('See'));
    const ask = (params: object): Promise<RedirectionChoices | null> =>
      client.connection.sendRequest<RedirectionChoices | null>(redirectionChoicesRequest, params);
    const pages = ['docs/one.md', 'docs/three.md', 'docs/two.md'];
    assert.deepEqual(await ask({ uri, position: { line, character: 11 } }), { source: 'docs/gone.md', pages });
    assert.deepEqual(await ask({ uri, position: { line, character: 32 } }), { source: 'docs/one.md', pages });
    assert.deepEqual(await ask({ uri: uriOf(folder.at('docs/docfx.json')) }), { source: '', pages });
    assert.equal(await ask({ uri: 'file:///elsewhere/a.md' }), null);
  });

  const add = (client: Client, folder: Folder, source: string, target: string): Promise<AddedRedirection | Refused> =>
    client.connection.sendRequest<AddedRedirection | Refused>(addRedirectionRequest, {
      uri: uriOf(folder.at('docs/one.md')),
      source,
      target,
    });

  it('adds one to a new file', async () => {
    const { folder, client } = await started();
    assert.deepEqual(await add(client, folder, 'docs/two.md', 'docs/one.md'), {
      files: [
        {
          uri: uriOf(folder.at(file)),
          text: '{\n  "redirections": [\n    {\n      "source_path": "docs/two.md",\n      "redirect_url": "one",\n      "redirect_document_id": false\n    }\n  ]\n}\n',
        },
      ],
      summary: "'docs/two.md' leads to 'one'. 'docs/two.md' is still there: remove it, or nobody is led on.",
    });
    const refused = { refused: "There is no file 'docs/missing.md'." };
    assert.deepEqual(await add(client, folder, 'docs/gone.md', 'docs/missing.md'), refused);
  });

  it('adds one to the file as it stands in the editor', async () => {
    const { folder, client } = await started({ [file]: fileOf(entry('docs/x.md', '/x')) });
    const text = fileOf(...known, entry('docs/z.md', '/contoso/gone?x'));
    await client.open(uriOf(folder.at(file)), text);
    await client.isReady();
    const added = await add(client, folder, 'docs/gone.md', 'docs/one.md');
    assert.ok('files' in added);
    assert.equal(added.summary, "'docs/gone.md' leads to '/contoso/one'. Redirections that led there lead on: 1.");
    assert.equal(
      applied(text, added.files[0]),
      fileOf(entry('docs/gone.md', '/contoso/one'), ...known, entry('docs/z.md', '/contoso/one?x')),
    );
  });

  it('sorts the file that is open, or all, counted as editors do', async () => {
    const [one = '', three = '', two = ''] = known;
    const other = 'docs/.openpublishing.redirection.json';
    const { folder, client } = await started({
      [file]: `\ufeff{ "redirections": [\n${[two, one, three].join(',\n')}\n]}`,
      [other]: fileOf(entry('b.md', '/b'), `    // which?\n\n${entry('a.md', '/a')}`),
      '.openpublishing.publish.config.json': JSON.stringify({ redirection_files: [other] }),
    });
    const ask = (params: object): Promise<SortedRedirections> =>
      client.connection.sendRequest<SortedRedirections>(sortRedirectionsRequest, params);
    const refused = [
      `It is not plain which entry the comment in line 4 of '${other}' belongs to. Put it behind that entry, on the same line, and sort again.`,
    ];
    const all = await ask({ uri: uriOf(folder.at('docs/one.md')) });
    assert.deepEqual(
      [all.looked, all.refused, all.files.map(({ uri }) => uri)],
      [2, refused, [uriOf(folder.at(file))]],
    );
    assert.equal(
      applied(`{ "redirections": [\n${[two, one, three].join(',\n')}\n]}`, all.files[0]),
      `{ "redirections": [\n${known.join(',\n')}\n]}`,
    );
    assert.deepEqual(await ask({ uri: uriOf(folder.at(other)) }), { files: [], looked: 1, refused });
  });

  it('reads a file that was just made as soon as it is open, before a watcher tells of it', async () => {
    const { folder, client } = await started();
    await client.open(uriOf(folder.at('docs/one.md')), article());
    await client.isReady();
    const text = fileOf(entry('docs/x.md', 'y'), entry('docs/y.md', 'x'));
    folder.write({ [file]: text });
    const uri = uriOf(folder.at(file));
    await client.open(uri, text);
    await client.shows(uri, 'redirection-loop', 'redirection-loop');
  });

  it('counts what is wrong, and repairs it', async () => {
    const text = fileOf(...known, entry('docs/x.md', 'y'), entry('docs/y.md', 'x'), entry('docs/z.md', 'old-one'));
    const { folder, client } = await started({ [file]: text });
    const uri = uriOf(folder.at(file));
    await client.open(uri, text);
    await client.isReady();
    const checked = await client.connection.sendRequest<CheckedRedirections>(checkRedirectionsRequest, {});
    assert.deepEqual(checked, { files: 1, counts: { error: 0, warning: 2, suggestion: 1, info: 0 } });
    const line = text.split('\n').findIndex((one) => one.includes('z.md'));
    const range = { start: { line, character: 0 }, end: { line, character: 99 } };
    const actions = (only?: readonly string[]): Promise<CodeAction[] | null> =>
      client.connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
      });
    assert.deepEqual(
      (await actions())?.map(({ title, isPreferred = false }) => [title, isPreferred]),
      [
        ["Change to 'one'", true],
        ["Turn off 'redirection-chain' in .dynamics-docs.json", false],
      ],
    );
    const [all] = (await actions(['source.fixAll'])) ?? [];
    const [change] = all?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change);
    const edits = change.edits as { range: typeof range; newText: string }[];
    assert.equal(applied(text, { uri, edits }), text.replace('"old-one"', '"one"'));
  });
});
