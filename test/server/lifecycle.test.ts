import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'mocha';
import { startClient, uriOf } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';
import { cliPath } from '../support/program';

const programs = [
  ['dynamics-docs lsp --stdio', [cliPath, 'lsp', '--stdio']],
  ['dist/server.js --stdio', [resolve('dist/server.js'), '--stdio']],
] as const;

for (const [name, program] of programs) {
  describe(`${name}: the end`, () => {
    it('is 0 after shutdown and exit', async () => {
      const client = await startClient({ folders: [], program });
      assert.equal(await client.stop(), 0);
    });

    it('is 0 in the middle of work', async () => {
      const folder = createFolder({
        ...rootMark,
        'docfx.json': docfx(),
        ...Object.fromEntries(Array.from({ length: 800 }, (_, n) => [`a${n}.md`, article({ title: String(n) })])),
      });
      const client = await startClient({ folders: [uriOf(folder.path)], program });
      await client.open(uriOf(folder.at('a0.md')));
      assert.equal(await client.stop(), 0);
    });

    it('is 1 without a shutdown, as the protocol asks', async () => {
      const client = await startClient({ folders: [], program });
      await client.connection.sendNotification('exit');
      assert.equal(await client.gone(), 1);
    });

    it('comes when the client is gone', async () => {
      const client = await startClient({ folders: [], program });
      client.process.stdin?.end();
      assert.equal(typeof (await client.gone()), 'number');
    });
  });
}

describe('server: what it does not know', () => {
  it('is refused or passed over', async () => {
    const folder = createFolder({ ...rootMark, 'docfx.json': docfx(), 'a.md': article({ 'ms.date': 'x' }) });
    const client = await startClient({ folders: [uriOf(folder.path)] });
    const uri = uriOf(folder.at('a.md'));
    await assert.rejects(client.connection.sendRequest('dynamicsDocs/unheardOf'));
    await client.connection.sendNotification('dynamicsDocs/unheardOf', {});
    // An edit of a document that was never opened, and one that is closed twice.
    await client.edit(uri, 'text');
    await client.close(uri);
    await client.open(uri);
    await client.shows(uri, 'ms-date-invalid');
    await client.close(uri);
    await client.close(uri);
    await client.shows(uri);
  });
});
