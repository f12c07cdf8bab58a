import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentChange, Refused } from '../../src/server/protocol';
import {
  adoptSchemaRequest,
  docsetsRequest,
  inferSchemaRequest,
  type AdoptedSchema,
  type DocsetInfo,
  type InferredSchema,
} from '../../src/server/schemaProtocol';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder, type Files, type Folder } from '../support/folder';
import { runCli } from '../support/program';

const twoDocsets: Files = {
  ...rootMark,
  'sales/docfx.json': docfx(),
  'sales/a.md': article({ 'ms.topic': 'how-to' }),
  'sales/b.md': article({ 'ms.topic': 'faq' }),
  'sales/includes/x.md': 'text\n',
  'empty/docfx.json': docfx(),
  'service/docfx.json': docfx(),
  'service/c.md': article(),
};

async function openAll(files: Files): Promise<{ folder: Folder; client: Client }> {
  const folder = createFolder(files);
  return { folder, client: await startClient({ folders: [uriOf(folder.path)] }) };
}

async function adopt(client: Client, uri: string): Promise<AdoptedSchema> {
  const answer = await client.connection.sendRequest<AdoptedSchema | Refused>(adoptSchemaRequest, { uri });
  assert.ok(!('refused' in answer), JSON.stringify(answer));
  return answer;
}

function applied(text: string, edits: readonly DocumentChange[]): string {
  return TextDocument.applyEdits(TextDocument.create('file:///x', 'jsonc', 1, text), [...edits]);
}

describe('server: infer a schema', () => {
  it('lists the docsets that have articles', async () => {
    const { folder, client } = await openAll(twoDocsets);
    const docsets = await client.connection.sendRequest<readonly DocsetInfo[]>(docsetsRequest, {});
    assert.deepEqual(
      [...docsets].sort((a, b) => (a.name < b.name ? -1 : 1)),
      [
        { uri: uriOf(folder.at('sales/docfx.json')), name: 'sales/docfx.json', articles: 2 },
        { uri: uriOf(folder.at('service/docfx.json')), name: 'service/docfx.json', articles: 1 },
      ],
    );
  });

  it('gives the draft of the command line, with progress, also of what is not saved', async () => {
    const { folder, client } = await openAll(twoDocsets);
    const uri = uriOf(folder.at('sales/docfx.json'));
    const draft = await client.connection.sendRequest<InferredSchema>(inferSchemaRequest, { uri });
    assert.deepEqual(draft, { text: (await runCli(folder.path, ['infer', 'sales'])).stdout, articles: 2 });
    await client.open(uriOf(folder.at('sales/b.md')), article({ audience: 'admins' }));
    await client.isReady();
    const edited = await client.connection.sendRequest<InferredSchema>(inferSchemaRequest, { uri });
    assert.ok(!draft.text.includes('"audience"') && edited.text.includes('"audience"'));
  });

  it('refuses where there is nothing to read', async () => {
    const { folder, client } = await openAll(twoDocsets);
    const ask = (path: string): Promise<Refused> =>
      client.connection.sendRequest<Refused>(inferSchemaRequest, { uri: uriOf(path) });
    assert.deepEqual(await ask(folder.at('empty/docfx.json')), {
      refused: 'There is no article here whose front matter the build reads.',
    });
    assert.deepEqual(await ask('/nowhere/at/all/docfx.json'), {
      refused: 'This folder belongs to no repository that is open.',
    });
  });

  it('places the schema beside docfx.json, and a configuration at the root', async () => {
    const { folder, client } = await openAll({ ...twoDocsets, 'sales/sales.metadata-schema.json': '{}' });
    const adopted = await adopt(client, uriOf(folder.at('sales/docfx.json')));
    assert.deepEqual(adopted, {
      schema: uriOf(folder.at('sales/sales-2.metadata-schema.json')),
      configuration: {
        uri: uriOf(folder.at('.dynamics-docs.json')),
        text: '{\n  "metadataSchema": [\n    "dynamics",\n    "sales/sales-2.metadata-schema.json"\n  ]\n}\n',
      },
    });
  });

  it('names it in the configuration in force, as it stands in the editor', async () => {
    const onDisk = '\ufeff{ "metadataSchema": "x.json", "rules": {} }';
    const { folder, client } = await openAll({ ...twoDocsets, 'sales/.dynamics-docs.json': onDisk });
    const uri = uriOf(folder.at('sales/docfx.json'));
    const { configuration } = await adopt(client, uri);
    assert.equal(configuration.uri, uriOf(folder.at('sales/.dynamics-docs.json')));
    assert.ok('edits' in configuration);
    assert.deepEqual(JSON.parse(applied(onDisk.slice(1), configuration.edits)), {
      metadataSchema: ['x.json', 'sales.metadata-schema.json'],
      rules: {},
    });
    const inEditor = '{\n  // mine\n  "metadataSchema": ["y.json"]\n}\n';
    await client.open(uriOf(folder.at('sales/.dynamics-docs.json')), inEditor);
    await client.isReady();
    const second = (await adopt(client, uri)).configuration;
    assert.ok('edits' in second);
    assert.equal(
      applied(inEditor, second.edits).replaceAll(/\s+/g, ''),
      '{//mine"metadataSchema":["y.json","sales.metadata-schema.json"]}',
    );
  });

  it('leaves a configuration alone that cannot be read', async () => {
    const { folder, client } = await openAll({ ...twoDocsets, '.dynamics-docs.json': '{ "rules": ' });
    const uri = uriOf(folder.at('sales/docfx.json'));
    assert.deepEqual(await client.connection.sendRequest(adoptSchemaRequest, { uri }), {
      refused: 'Mend .dynamics-docs.json first: it is no JSON object.',
    });
  });
});
