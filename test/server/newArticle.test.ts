import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { articleChoicesRequest, type ArticleChoices } from '../../src/server/newArticleProtocol';
import { startClient, uriOf } from '../support/client';
import { docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';

describe('server: templates of a folder', () => {
  const folder = createFolder({
    ...rootMark,
    'docfx.json': docfx(),
    '.dynamics-docs.json': '{ "templates": "templates" }',
    'templates/release-note.md': '# {{title}}\n',
  });

  for (const trusted of [true, false, undefined]) {
    it(`are ${trusted === true ? '' : 'not '}offered where the client says of trust: ${String(trusted)}`, async () => {
      const client = await startClient({
        folders: [uriOf(folder.path)],
        initializationOptions: trusted === undefined ? {} : { trusted },
      });
      const choices = await client.connection.sendRequest<ArticleChoices | null>(articleChoicesRequest, {
        uri: uriOf(folder.path),
      });
      assert.deepEqual(
        [choices?.templates.filter(({ isOwn }) => isOwn).map(({ name }) => name), choices?.problem],
        [trusted === true ? ['release-note'] : [], ''],
      );
    });
  }
});
