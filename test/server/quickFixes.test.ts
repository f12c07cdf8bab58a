import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeAction, CodeActionParams, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startClient, uriOf, type Client } from '../support/client';
import { article, docfx, inherited, rootMark } from '../support/docset';
import { createFolder, type Folder } from '../support/folder';

const supplied = { author: 'w', 'ms.author': 'w', 'ms.service': 'x', 'ms.topic': 'how-to' };

function docset(more: Readonly<Record<string, string>> = {}): Folder {
  return createFolder({ ...rootMark, 'docfx.json': docfx({ globalMetadata: supplied }), ...more });
}

async function open(folder: Folder, text: string): Promise<{ client: Client; uri: string }> {
  const client = await startClient({ folders: [uriOf(folder.path)] });
  const uri = uriOf(folder.at('a.md'));
  await client.open(uri, text);
  await client.isReady();
  return { client, uri };
}

/** All actions for a line from 0, or for a place in it. */
async function actions(
  { connection }: Client,
  uri: string,
  line: number,
  only?: readonly string[],
): Promise<readonly CodeAction[]> {
  const params: CodeActionParams = {
    textDocument: { uri },
    range: { start: { line, character: 0 }, end: { line, character: 200 } },
    context: { diagnostics: [], ...(only === undefined ? {} : { only: [...only] }) },
  };
  return (await connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', params)) ?? [];
}

function textAfter(uri: string, text: string, action: CodeAction | undefined): string {
  const changes = (action?.edit?.documentChanges ?? []).filter(
    (change): change is TextDocumentEdit => 'edits' in change && change.textDocument.uri === uri,
  );
  const document = TextDocument.create(uri, 'markdown', 1, text);
  return TextDocument.applyEdits(
    document,
    changes.flatMap(({ edits }) => edits.flatMap((edit) => ('newText' in edit ? [edit] : []))),
  );
}

describe('server: quick fixes', () => {
  const wrong = article({ ...inherited, 'ms.date': '2025-10-29' });

  it('repair a finding, the best way preferred, or turn its code off for the team', async () => {
    const { client, uri } = await open(docset(), wrong);
    const found = await actions(client, uri, 3, ['quickfix']);
    assert.deepEqual(
      found.map(({ title, kind, isPreferred, diagnostics }) => [title, kind, isPreferred, diagnostics?.[0]?.code]),
      [
        ["Change '2025-10-29' to '10/29/2025'", 'quickfix', true, 'ms-date-invalid'],
        ["Turn off 'ms-date-invalid' in .dynamics-docs.json", 'quickfix', undefined, 'ms-date-invalid'],
      ],
    );
    assert.equal(textAfter(uri, wrong, found[0]), wrong.replace('2025-10-29', '10/29/2025'));
  });

  it('write a rule into the configuration that is there, and make one where there is none', async () => {
    const configuration = '{\n  // ours\n  "rules": {\n    "title-bad-length": "off"\n  }\n}\n';
    const folder = docset({ '.dynamics-docs.json': configuration });
    const uriOfConfiguration = uriOf(folder.at('.dynamics-docs.json'));
    const { client, uri } = await open(folder, wrong);
    const [, off] = await actions(client, uri, 3, ['quickfix']);
    assert.equal(
      textAfter(uriOfConfiguration, configuration, off),
      '{\n  // ours\n  "rules": {\n    "title-bad-length": "off",\n    "ms-date-invalid": "off"\n  }\n}\n',
    );

    const other = docset();
    const opened = await open(other, wrong);
    const [, create] = await actions(opened.client, opened.uri, 3, ['quickfix']);
    const target = uriOf(other.at('.dynamics-docs.json'));
    assert.deepEqual(create?.edit?.documentChanges?.[0], {
      kind: 'create',
      uri: target,
      options: { ignoreIfExists: true },
    });
    assert.equal(textAfter(target, '', create), '{\n  "rules": {\n    "ms-date-invalid": "off"\n  }\n}\n');
  });

  it('insert every missing key at once, in the order of the schema', async () => {
    const text = '---\nms.reviewer: r\n---\n\n# Record time on a project\n';
    const { client, uri } = await open(docset(), text);
    const found = await actions(client, uri, 1, ['quickfix']);
    const all = found.find(({ title }) => title === 'Insert all 3 missing keys');
    const date = new Date().toISOString().replace(/^(\d+)-(\d+)-(\d+).*$/, '$2/$3/$1');
    assert.equal(
      textAfter(uri, text, all),
      text.replace('ms.rev', `title: Record time on a project\ndescription:\nms.date: ${date}\nms.rev`),
    );
  });

  it('insert front matter where there is none', async () => {
    const text = '# Record time\n';
    const { client, uri } = await open(
      docset({ 'docfx.json': docfx({ globalMetadata: { ...supplied, description: 'd', 'ms.date': '01/02/2025' } }) }),
      text,
    );
    const found = await actions(client, uri, 0, ['quickfix']);
    const insert = found.find(({ title }) => title === 'Insert front matter');
    assert.equal(textAfter(uri, text, insert), '---\ntitle: Record time\n---\n\n# Record time\n');
  });

  it('are none where nothing is found, nor for a file that is not checked', async () => {
    const { client, uri } = await open(docset(), article(inherited));
    assert.deepEqual(await actions(client, uri, 3, ['quickfix']), []);
    const ignored = docset({ '.dynamics-docs.json': '{ "ignore": ["**"] }' });
    const opened = await open(ignored, wrong);
    assert.deepEqual(await actions(opened.client, opened.uri, 3, ['quickfix', 'source.fixAll']), []);
  });
});

describe('server: fix all', () => {
  it('repairs what is certain by edits of those lines alone, when asked for by its kind', async () => {
    const text = article({ ...inherited, 'ms.date': '2025-10-29', 'ms.assetid': '', decription: 'x' }).replaceAll(
      '\n',
      '\r\n',
    );
    const { client, uri } = await open(docset(), text);
    for (const kind of ['source.fixAll.dynamicsDocs', 'source.fixAll', 'source']) {
      const [fix, ...others] = await actions(client, uri, 0, [kind]);
      assert.deepEqual(others, []);
      const changes = fix?.edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : []));
      assert.deepEqual(changes, [
        {
          range: { start: { line: 3, character: 0 }, end: { line: 5, character: 0 } },
          newText: 'ms.date: 10/29/2025\r\n',
        },
      ]);
    }
    assert.deepEqual(
      await actions(client, uri, 0).then((all) => all.filter(({ kind }) => kind?.startsWith('source'))),
      [],
    );
  });

  it('has nothing to offer where nothing is certain', async () => {
    const { client, uri } = await open(docset(), article({ ...inherited, 'ms.date': '03/04/26' }));
    assert.deepEqual(await actions(client, uri, 0, ['source.fixAll']), []);
  });
});
