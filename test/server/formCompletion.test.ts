import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CompletionList } from 'vscode-languageserver-protocol/node';
import { startClient, uriOf, type Client } from '../support/client';
import { completeAtEnd, labelsOf } from '../support/completion';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';

const folder = createFolder({
  ...rootMark,
  'docfx.json': docfx(),
  'a.md': article(),
  'includes/name.md': 'Name\n',
});

async function started(): Promise<Client> {
  return startClient({ folders: [uriOf(folder.path)] });
}

/** Asks at the end of a line that is added to an article. */
function complete(client: Client, path: string, body: string, trigger?: string): Promise<CompletionList | null> {
  return completeAtEnd(client, uriOf(folder.at(path)), `${article()}\n${body}`, trigger);
}

describe('server: completion of forms', () => {
  it('offers alerts beside includes', async () => {
    const client = await started();
    assert.deepEqual(labelsOf(await complete(client, 'a.md', '> [!', '!')), [
      ...['[!INCLUDE]', '[!NOTE]', '[!TIP]', '[!IMPORTANT]', '[!CAUTION]', '[!WARNING]', '[!VIDEO]', '[!div]'],
    ]);
  });

  it('offers elements, their attributes and values, and languages by what is typed', async () => {
    const client = await started();
    assert.deepEqual(labelsOf(await complete(client, 'a.md', ':::', ':'))?.slice(0, 2), [':::image', ':::video']);
    assert.deepEqual(labelsOf(await complete(client, 'a.md', ':::image ', ' '))?.slice(0, 2), ['source', 'type']);
    assert.deepEqual(labelsOf(await complete(client, 'a.md', ':::image type="', '"')), ['content', 'complex', 'icon']);
    assert.deepEqual(labelsOf(await complete(client, 'includes/name.md', '```', '`'))?.slice(0, 2), ['xpp', 'al']);
    assert.equal(await complete(client, 'a.md', 'Note:', ':'), null);
    assert.equal(await complete(client, 'a.md', 'A "', '"'), null);
  });
});
