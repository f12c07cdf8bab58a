import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CompletionList, TextDocumentClientCapabilities } from 'vscode-languageserver-protocol/node';
import { startClient, uriOf, type Client } from '../support/client';
import { completeAtEnd, labelsOf } from '../support/completion';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';

const team = {
  articleProfiles: [
    {
      name: 'team',
      files: ['team/**'],
      detect: false,
      sections: [
        { id: 'goal', titles: ['Goal'], required: true, guidance: 'What readers want to reach.' },
        { id: 'steps', titles: ['Steps'] },
      ],
    },
  ],
};
const folder = createFolder({
  ...rootMark,
  'docfx.json': docfx(),
  '.dynamics-docs.json': JSON.stringify(team),
  'a.md': article(),
  'team/b.md': article(),
  'includes/banner.md': 'Banner\n',
  'includes/name.md': 'Name\n',
});
const snippets: TextDocumentClientCapabilities = {
  completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
};

function started(capabilities?: TextDocumentClientCapabilities): Promise<Client> {
  const options = capabilities === undefined ? {} : { capabilities };
  return startClient({ folders: [uriOf(folder.path)], ...options });
}

/** Asks at the end of a line that is added to an article. */
function complete(client: Client, path: string, body: string, trigger?: string): Promise<CompletionList | null> {
  return completeAtEnd(client, uriOf(folder.at(path)), `${article()}\n${body}`, trigger);
}

const support = '**Environment details**\n\nText.\n\n**Issue**\n\nText.\n\n';

describe('server: completion of sections', () => {
  it('gives each item whole', async () => {
    const list = await complete(await started(snippets), 'a.md', `${support}**sol`);
    const start = { line: 20, character: 0 };
    const item = {
      label: '**Solution**',
      kind: 18,
      filterText: '**Solution Solution Solutions Solution(s) Resolution Lösung Lösungen Auflösung solution solution',
      sortText: '000',
      textEdit: { range: { start, end: { line: 20, character: 5 } }, newText: '**Solution**\n\n$0' },
      insertTextFormat: 2,
      detail: 'environment-issue-solution',
      documentation: {
        kind: 'markdown',
        value: 'What readers do to solve it, in numbered steps, with how they can tell that it worked.',
      },
      labelDetails: { description: 'required' },
    };
    assert.deepEqual(list, { isIncomplete: false, items: [item] });
  });

  it('gives plain text to a client that knows no snippets', async () => {
    const list = await complete(await started(), 'a.md', `${support}sol`);
    assert.deepEqual(
      list?.items.map(({ textEdit, insertTextFormat }) => [textEdit?.newText, insertTextFormat]),
      [['**Solution**\n\n', undefined]],
    );
  });

  it('offers what is lacking by marks that are typed, the next expected one first', async () => {
    const client = await started();
    assert.deepEqual(labelsOf(await complete(client, 'a.md', `${support}**`, '*')), [
      '**Solution**',
      '**Cause**',
      '**Additional option**',
      '**Long-term solution**',
      '**Symptom**',
      '**Red flag**',
    ]);
    assert.equal(await complete(client, 'a.md', '**', '*'), null);
  });

  it('offers the sections of the profile that the team gives the article', async () => {
    const list = await complete(await started(), 'team/b.md', '## ');
    assert.deepEqual(labelsOf(list), ['## Goal', '## Steps']);
    assert.deepEqual(list?.items[0]?.documentation, { kind: 'markdown', value: 'What readers want to reach.' });
  });

  it('offers sections and includes for a word that begins both', async () => {
    const list = await complete(await started(), 'a.md', 'i');
    assert.deepEqual(labelsOf(list), ['**Issue**', 'banner', 'name', '## Issue']);
    assert.deepEqual(
      list?.items.map(({ textEdit }) => textEdit?.newText).filter((text) => text?.startsWith('[')),
      ['[!INCLUDE [banner](includes/banner.md)]', '[!INCLUDE [name](includes/name.md)]'],
    );
  });

  it('offers none in an include file', async () => {
    assert.equal(await complete(await started(), 'includes/name.md', `${support}sol`), null);
  });
});
