import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { toolNames } from '../../src/extension/names';
import { describeWith, hasTools } from './hosts';
import { docsetIsRead } from './metadataSupport';
import { open, replace, revertAll, running, workspaceUri } from './workspace';

/** What VS Code has from 1.95 on: newer than what the tests are compiled against. */
interface ToolsApi {
  readonly tools?: readonly { readonly name: string; readonly inputSchema: object | undefined }[];
  readonly invokeTool?: (
    name: string,
    options: { readonly input: object; readonly toolInvocationToken: undefined },
    token?: vscode.CancellationToken,
  ) => Promise<{ readonly content: readonly { readonly value?: string }[] }>;
}

const api = vscode.lm as unknown as ToolsApi;

describeWith('VS Code 1.95 or newer', hasTools, 'tools of agents', () => {
  before(async () => {
    await running();
    // Reads the folders anew: watchers take their time to tell that the files of other tests are gone.
    await docsetIsRead();
  });

  afterEach(revertAll);

  async function ask(name: string, path: string): Promise<string[]> {
    assert.ok(api.invokeTool);
    const { content } = await api.invokeTool(name, { input: { path }, toolInvocationToken: undefined });
    return content.map(({ value }) => String(value));
  }

  async function findings(path: string): Promise<string[]> {
    const [text = ''] = await ask('dynamics_docs_validate_article', path);
    const { diagnostics } = JSON.parse(text) as { diagnostics: { line: number; code: string; lineText: string }[] };
    return diagnostics.map(({ line, code, lineText }) => `${line} ${code} ${lineText}`);
  }

  it('are offered', () => {
    const names = api.tools?.map(({ name }) => name) ?? [];
    assert.deepEqual(
      toolNames.filter((name) => !names.includes(name)),
      [],
    );
  });

  it('validate a file that is not open, by each of its names', async () => {
    const uri = workspaceUri('unopened/wrong-date.md');
    const found = await findings('unopened/wrong-date.md');
    assert.match(found.join('\n'), /ms-date-invalid ms\.date: /);
    const folder = vscode.workspace.workspaceFolders?.[0];
    for (const name of [uri.fsPath, uri.toString(), `${folder?.name ?? ''}/unopened/wrong-date.md`])
      assert.deepEqual(await findings(name), found);
  });

  it('validate text that is not saved, without waiting for a pause in typing', async () => {
    const document = await open('guide/record-time.md');
    assert.deepEqual(await findings('guide/record-time.md'), []);
    await replace(document, 'ms.topic: how-to', 'ms.topic: nonsense');
    assert.match((await findings('guide/record-time.md')).join('\n'), /^\d+ ms-topic-invalid ms\.topic: nonsense$/);
  });

  it('tell effective metadata and expand includes', async () => {
    const [metadata = ''] = await ask('dynamics_docs_effective_metadata', 'inherited/article.md');
    assert.equal((JSON.parse(metadata) as { docset: string }).docset, 'inherited/docfx.json');
    const document = await open('guide/includes/name.md');
    await replace(document, 'Contoso Projects', 'Fabrikam');
    const [markdown = '', ...problems] = await ask('dynamics_docs_expand_article', 'guide/with-includes.md');
    assert.match(markdown, /\nRead more in Fabrikam\.\n/);
    assert.deepEqual(problems, []);
  });

  it('refuse what is outside of the workspace or not there, in a sentence', async () => {
    const folder = workspaceUri('').fsPath;
    for (const path of [
      '../x.md',
      `${folder}/../x.md`,
      workspaceUri('../x.md').fsPath,
      'https://example.com/x.md',
      'guide/../../x.md',
    ])
      await assert.rejects(ask('dynamics_docs_expand_article', path), /is no file of a folder that is open/);
    await assert.rejects(ask('dynamics_docs_validate_article', 'guide/none.md'), /There is no file 'guide\/none\.md'/);
    await assert.rejects(ask('dynamics_docs_validate_article', ''), /Name a file in 'path'/);
  });
});
