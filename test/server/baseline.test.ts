import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { validateWorkspaceRequest, type ValidateWorkspaceResult } from '../../src/server/protocol';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';
import { runCli } from '../support/program';

const name = '.dynamics-docs.baseline.json';

/** An article with a wrong date, which the baseline holds. */
async function docset(): Promise<Folder> {
  const folder = createFolder({ ...rootMark, 'docfx.json': docfx(), 'a.md': article({ 'ms.date': '2025-10-29' }) });
  assert.equal((await runCli(folder.path, ['check', '--update-baseline'])).code, 0);
  return folder;
}

function validateAll(client: Client): Promise<ValidateWorkspaceResult> {
  return client.connection.sendRequest(validateWorkspaceRequest, {});
}

describe('Findings that a baseline holds', () => {
  it('are hints in the editor, and new ones are not', async () => {
    const folder = await docset();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const uri = uriOf(folder.at('a.md'));
    await client.open(uri);
    const [known] = await client.shows(uri, 'ms-date-invalid');
    assert.equal(known?.severity, 4);
    await client.edit(uri, article({ 'ms.date': '2025-10-29', 'ms.topic': 'howto' }));
    const both = await client.shows(uri, 'ms-date-invalid', 'ms-topic-invalid');
    assert.deepEqual(
      both.map(({ severity }) => severity),
      [4, 2],
    );
  });

  it('stand out again once the baseline is gone, and are told apart in the summary of all', async () => {
    const folder = await docset();
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const uri = uriOf(folder.at('a.md'));
    await client.open(uri);
    await client.shows(uri, 'ms-date-invalid');
    const before = await validateAll(client);
    assert.deepEqual([before.counts.warning, before.known], [0, 1]);
    folder.remove(name);
    await client.changedOnDisk(FileChangeType.Deleted, uriOf(folder.at(name)));
    const after = await validateAll(client);
    assert.deepEqual([after.counts.warning, after.known], [1, 0]);
    const [shown] = await client.shows(uri, 'ms-date-invalid');
    assert.equal(shown?.severity, 2);
  });

  for (const [findings, codes] of [
    ['hidden', ['ms-topic-invalid']],
    ['as found', ['ms-date-invalid', 'ms-topic-invalid']],
  ] as const) {
    it(`are ${findings} where the setting says so`, async () => {
      const folder = await docset();
      const settings = (): object => ({ baseline: { findings } });
      const client = await startClient({ folders: [uriOf(folder.path)], settings });
      const uri = uriOf(folder.at('a.md'));
      await client.open(uri, article({ 'ms.date': '2025-10-29', 'ms.topic': 'howto' }));
      const shown = await client.shows(uri, ...codes);
      assert.deepEqual(new Set(shown.map(({ severity }) => severity)), new Set([2]));
    });
  }
});
