import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, describe, it } from 'mocha';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol/node';
import { formatDay } from '../../src/core/schema/dateRepair';
import { localDay } from '../../src/core/schema/day';
import { startClient, uriOf, type Client, type ClientOptions } from '../support/client';
import { article, docfx, rootMark } from '../support/docset';
import { createFolder } from '../support/folder';

const schema = {
  strictRequired: ['topic', 'author'],
  recommended: ['tags'],
  properties: {
    topic: { title: 'Kind', description: 'What it is.', enum: ['how-to', 'overview'] },
    author: { title: 'GitHub ID' },
    tags: { title: 'Tags', type: 'array' },
    day: { title: 'Day', dateFormat: 'yyyy-MM-dd' },
    service: { title: 'Service' },
  },
};

const folder = createFolder({
  ...rootMark,
  '.dynamics-docs.json': '{ "metadataSchema": "schema.json" }',
  'schema.json': JSON.stringify(schema),
  'docfx.json': docfx({ globalMetadata: { service: 'sales' } }),
  'a.md': '---\ntopic: overview\ntags: [one, two]\nauthor: ann\n---\n',
  'b.md': '---\ntopic: overview\ntags: [two]\nauthor: bob\n---\n',
  'c.md': '---\ntitle: x\n---\n\n# Heading\n',
});
const uri = uriOf(folder.at('c.md'));

async function started(options: Partial<ClientOptions> = {}): Promise<Client> {
  const client = await startClient({ folders: [uriOf(folder.path)], ...options });
  await client.open(uri);
  await client.isReady();
  return client;
}

/** Asks at the `|` of what the article is now. */
async function complete(client: Client, marked: string, triggerCharacter?: string): Promise<CompletionList | null> {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  await client.edit(uri, marked.replace('|', ''));
  return client.connection.sendRequest('textDocument/completion', {
    textDocument: { uri },
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
    ...(triggerCharacter === undefined ? {} : { context: { triggerKind: 2, triggerCharacter } }),
  });
}

async function labels(client: Client, marked: string, trigger?: string): Promise<string[] | undefined> {
  return (await complete(client, marked, trigger))?.items.map(({ label }) => label);
}

const range = (start: number, end: number): object => ({
  start: { line: 1, character: start },
  end: { line: 1, character: end },
});

describe('server: completion of metadata', () => {
  it('gives each key whole, with placeholders for clients that know them', async () => {
    const plain = await complete(await started(), '---\nto|\ntags: [x]\n---\n');
    assert.deepEqual(plain, {
      isIncomplete: false,
      items: [
        {
          label: 'topic',
          kind: 10,
          filterText: 'topic',
          sortText: '00000',
          textEdit: { range: range(0, 2), newText: 'topic: ' },
          detail: 'Kind',
          data: { uri, key: 'topic' },
        },
        {
          label: 'author',
          kind: 10,
          filterText: 'author',
          sortText: '00001',
          textEdit: { range: range(0, 2), newText: 'author: ' },
          detail: 'GitHub ID',
          data: { uri, key: 'author' },
        },
        {
          label: 'day',
          kind: 10,
          filterText: 'day',
          sortText: '20003',
          textEdit: { range: range(0, 2), newText: plain?.items[2]?.textEdit?.newText },
          detail: 'Day',
          data: { uri, key: 'day' },
        },
        {
          label: 'service',
          kind: 10,
          filterText: 'service',
          sortText: '30004',
          textEdit: { range: range(0, 2), newText: 'service: ' },
          detail: 'inherited: sales',
          data: { uri, key: 'service' },
        },
      ],
    });
    const client = await started({
      capabilities: { completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } } },
      initializationOptions: { suggestCommand: 'show.more' },
    });
    const [topic, author] = (await complete(client, '---\nto|\ntags: [x]\n---\n'))?.items ?? [];
    assert.deepEqual(topic, {
      ...plain.items[0],
      labelDetails: { description: 'required' },
      textEdit: { range: range(0, 2), newText: 'topic: ${1|overview,how-to|}' },
      insertTextFormat: 2,
    });
    assert.deepEqual(author, {
      ...plain.items[1],
      labelDetails: { description: 'required' },
      textEdit: { range: range(0, 2), newText: 'author: $1' },
      insertTextFormat: 2,
      command: { title: 'Suggest', command: 'show.more' },
    });
  });

  it('explains an item when that is asked for', async () => {
    const client = await started();
    const items = (await complete(client, '---\n|\n---\n'))?.items ?? [];
    const explained = async (label: string): Promise<CompletionItem> =>
      client.connection.sendRequest(
        'completionItem/resolve',
        items.find((item) => item.label === label),
      );
    assert.deepEqual((await explained('topic')).documentation, {
      kind: 'markdown',
      value: 'What it is.\n\nAllowed: `how-to`, `overview`',
    });
    assert.deepEqual((await explained('service')).documentation, {
      kind: 'markdown',
      value: `Inherited: \`sales\` from [docfx.json:14](${uriOf(folder.at('docfx.json'))}#L14) (globalMetadata)`,
    });
  });

  it('has editors leave the indentation of lists alone, where they can', async () => {
    const completionItem = { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } };
    const client = await started({ capabilities: { completion: { completionItem: completionItem as object } } });
    const list = await complete(client, '---\n|\n---\n');
    const [topic, , tags] = list?.items ?? [];
    assert.equal(topic?.insertTextMode, undefined);
    assert.deepEqual(tags, {
      label: 'tags',
      kind: 10,
      filterText: 'tags',
      sortText: '10002',
      textEdit: { range: range(0, 0), newText: 'tags:\n  - $1' },
      insertTextFormat: 2,
      insertTextMode: 1,
      detail: 'Tags',
      data: { uri, key: 'tags' },
    });
  });

  it('names the key where it explains a value', async () => {
    const client = await started();
    const [item] = (await complete(client, '---\ntopic: |\n---\n'))?.items ?? [];
    const { documentation } = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    const value = '**topic** · Kind · required\n\nWhat it is.\n\nAllowed: `how-to`, `overview`';
    assert.deepEqual(documentation, { kind: 'markdown', value });
  });

  it('offers the values of the schema and of the docset, those of unsaved articles too', async () => {
    const client = await started();
    assert.deepEqual(await complete(client, '---\ntopic: h|o\n---\n'), {
      isIncomplete: false,
      items: [
        ['overview', 'used in 2 articles'],
        ['how-to', undefined],
      ].map(([label, detail], index) => ({
        label,
        kind: 12,
        filterText: label,
        sortText: `000${index}`,
        textEdit: { range: range(7, 9), newText: label },
        ...(detail === undefined ? {} : { detail }),
        data: { uri, key: 'topic' },
      })),
    });
    assert.deepEqual(await labels(client, '---\ntags: [|]\n---\n', '['), ['two', 'one']);
    assert.deepEqual(await labels(client, '---\ntags:\n  - two\n  - |\n---\n', ' '), ['one']);
    const other = uriOf(folder.at('a.md'));
    await client.open(other, '---\ntags: [three, four]\n---\n');
    await client.edit(other, '---\ntags: [three, two]\n---\n');
    assert.deepEqual(await labels(client, '---\ntags: [|]\n---\n'), ['two', 'three']);
  });

  it('answers neither in the body nor where a character asks that means nothing', async () => {
    const client = await started();
    assert.equal(await complete(client, '---\ntopic: x\n---\n\ntopic: |\n', ' '), null);
    assert.equal(await complete(client, '---\ntopic: x\n---\n\nSee ms.|\n', '.'), null);
    assert.equal(await complete(client, '---\ntopic: x |\n---\n', ' '), null);
    assert.equal(await complete(client, '---\n# topic: |\n---\n', ' '), null);
  });

  it('answers at once in front matter that is not closed, with CRLF too', async () => {
    const client = await started();
    assert.deepEqual(await labels(client, '---\r\ntopic: |\r\n\r\n# Heading\r\n'), ['overview', 'how-to']);
    assert.deepEqual((await labels(client, '---\n|'))?.slice(0, 2), ['topic', 'author']);
  });

  it('leaves Markdown alone that is no article', async () => {
    const alone = createFolder({ 'notes.md': '---\ntopic: \n---\n' });
    const client = await startClient({ folders: [uriOf(alone.path)] });
    const notes = uriOf(alone.at('notes.md'));
    await client.open(notes);
    const params = { textDocument: { uri: notes }, position: { line: 1, character: 7 } };
    assert.equal(await client.connection.sendRequest('textDocument/completion', params), null);
  });
});

describe('server: the day that is offered', () => {
  const zone = process.env.TZ;

  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  // At every moment, one of the two is on another day than UTC.
  for (const name of ['Pacific/Kiritimati', 'Pacific/Pago_Pago'])
    it(`is the writer's in ${name}`, async () => {
      process.env.TZ = name;
      const client = await started();
      const today = (): string => formatDay(localDay(new Date()), 'yyyy-MM-dd');
      const before = today();
      const offered = await labels(client, '---\nday: |\n---\n');
      // Midnight may fall between the two.
      assert.ok([before, today()].includes(String(offered)), `${String(offered)} is not ${before}`);
    });
});

describe('server: the writer', () => {
  const repository = createFolder({
    'docfx.json': docfx(),
    'a.md': article({ author: undefined }),
    'b.md': article({ author: 'someone-else', 'ms.author': 'someoneelse' }),
  });
  const git = (...args: readonly string[]): void => {
    assert.equal(spawnSync('git', ['-C', repository.path, ...args]).status, 0);
  };
  git('init', '--quiet');
  git('config', 'user.name', 'Robin Writer');
  git('config', 'user.email', 'Robin@microsoft.com');
  git('config', 'github.user', 'robin-writes');

  async function offered(key: string, options: Partial<ClientOptions>): Promise<unknown> {
    const client = await startClient({ folders: [uriOf(repository.path)], ...options });
    const own = uriOf(repository.at('a.md'));
    await client.open(own, `---\n${key}: \n---\n`);
    await client.isReady();
    const params = { textDocument: { uri: own }, position: { line: 1, character: key.length + 2 } };
    const list = await client.connection.sendRequest<CompletionList | null>('textDocument/completion', params);
    return list?.items.map(({ label, detail }) => [label, detail]);
  }

  it('is who git says in a trusted workspace', async () => {
    const initializationOptions = { trusted: true };
    assert.deepEqual(await offered('author', { initializationOptions }), [
      ['robin-writes', 'your GitHub ID'],
      ['someone-else', 'used in 1 article'],
    ]);
    assert.deepEqual(await offered('ms.author', { initializationOptions }), [
      ['robin', 'your Microsoft alias'],
      ['someoneelse', 'used in 1 article'],
    ]);
  });

  it('is nobody elsewhere', async () => {
    assert.deepEqual(await offered('author', {}), [['someone-else', 'used in 1 article']]);
    assert.deepEqual(await offered('ms.author', { initializationOptions: { trusted: false } }), [
      ['someoneelse', 'used in 1 article'],
    ]);
  });

  it('is who the settings say', async () => {
    const settings = (): object => ({ author: '@me', alias: 'myalias' });
    assert.deepEqual(await offered('author', { settings, initializationOptions: { trusted: true } }), [
      ['me', 'your GitHub ID'],
      ['someone-else', 'used in 1 article'],
    ]);
    assert.deepEqual(await offered('ms.author', { settings }), [
      ['myalias', 'your Microsoft alias'],
      ['someoneelse', 'used in 1 article'],
    ]);
  });
});
