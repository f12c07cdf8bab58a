import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { agentAnswerRequest, type AgentAnswer, type AgentAnswerParams } from '../../src/server/agentProtocol';
import type { Refused } from '../../src/server/protocol';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';

async function ask(client: Client, tool: AgentAnswerParams['tool'], uri: string): Promise<AgentAnswer | Refused> {
  return client.connection.sendRequest(agentAnswerRequest, { tool, uri } satisfies AgentAnswerParams);
}

/** The codes that the tool reports, in order. */
async function codes(client: Client, uri: string): Promise<readonly string[]> {
  const answer = await ask(client, 'dynamics_docs_validate_article', uri);
  assert.ok('texts' in answer, JSON.stringify(answer));
  const { diagnostics } = JSON.parse(answer.texts[0] ?? '') as { diagnostics: { code: string }[] };
  return diagnostics.map(({ code }) => code);
}

const folder = createFolder({
  ...rootMark,
  'docfx.json': docfx(),
  'a.md': article({
    title: 'Approve time in Contoso',
    description: 'Shows how a manager of a team approves the time that its members have recorded in Contoso.',
  }),
  'b.md': article(),
  'includes/c.md': 'Of c.\n',
});
const a = uriOf(folder.at('a.md'));
const b = uriOf(folder.at('b.md'));
const open = (settings: object): Promise<Client> =>
  startClient({ folders: [uriOf(folder.path)], settings: () => settings });

describe('language server: tools of agents', () => {
  it('know buffers at once, and what they change for other files', async () => {
    const client = await open({ validate: { debounce: 10_000 } });
    await client.open(a);
    assert.deepStrictEqual([await codes(client, a), await codes(client, b)], [[], []]);
    await client.edit(a, article());
    assert.deepStrictEqual(await codes(client, a), [
      'duplicate-title-within-docset',
      'duplicate-description-within-docset',
    ]);
    assert.deepStrictEqual((await codes(client, b)).length, 2);
  });

  it('take docfx.json as it stands in the editor', async () => {
    const client = await open({ validate: { debounce: 10_000 } });
    const config = uriOf(folder.at('docfx.json'));
    await client.open(config);
    await client.edit(config, docfx({ globalMetadata: { 'ms.custom': 'new' } }));
    const answer = await ask(client, 'dynamics_docs_effective_metadata', b);
    assert.ok('texts' in answer);
    const { metadata } = JSON.parse(answer.texts[0] ?? '') as { metadata: Record<string, { value: unknown }> };
    assert.strictEqual(metadata['ms.custom']?.value, 'new');
  });

  it('answer also where validation is off, and publish nothing then', async () => {
    const client = await open({ validate: { enable: false } });
    await client.open(b);
    await client.edit(b, article({ 'ms.topic': 'nonsense' }));
    assert.deepStrictEqual(await codes(client, b), ['ms-topic-invalid']);
    assert.deepStrictEqual(client.publications, []);
  });

  it('expand what is not saved', async () => {
    const client = await open({});
    await client.open(b);
    await client.edit(b, '[!INCLUDE [c](includes/c.md)]\n');
    await client.open(uriOf(folder.at('includes/c.md')), 'Of the buffer.\n');
    assert.deepStrictEqual(await ask(client, 'dynamics_docs_expand_article', b), { texts: ['Of the buffer.\n'] });
  });

  it('refuse what is in no folder that is open', async () => {
    const client = await open({});
    assert.deepStrictEqual(await ask(client, 'dynamics_docs_expand_article', 'untitled:Untitled-1'), {
      refused: 'This file belongs to no folder that is open.',
    });
  });
});
