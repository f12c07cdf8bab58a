import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { revertAll, workspaceUri, writeText } from './workspace';

const dialect = 'urn:dynamics-docs:schema:metadata-dialect';
const created: vscode.Uri[] = [];

/** Makes a file of the workspace and opens it; removed after the test. */
async function openNew(path: string, text: string): Promise<vscode.TextDocument> {
  const uri = workspaceUri(path);
  await writeText(uri, text);
  created.push(uri);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** What VS Code's own JSON support says of a document, once it is as wanted. */
function messages(document: vscode.TextDocument, isDone: (found: readonly string[]) => boolean): Promise<string[]> {
  const now = (): string[] =>
    vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source !== 'dynamics-docs')
      .map(({ range, message }) => `${range.start.line}:${range.start.character} ${message}`)
      .sort();
  if (isDone(now())) return Promise.resolve(now());
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      listening.dispose();
      reject(new Error(`There: ${now().join('; ') || 'nothing'}`));
    }, 20_000);
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((uri) => uri.toString() === document.uri.toString()) || !isDone(now())) return;
      clearTimeout(timer);
      listening.dispose();
      resolve(now());
    });
  });
}

/** Where a `|` stands in a text. */
function marked(text: string): { readonly text: string; readonly at: number } {
  return { text: text.replace('|', ''), at: text.indexOf('|') };
}

async function completions(document: vscode.TextDocument, at: number): Promise<Map<string, string>> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(at),
  );
  return new Map(
    list.items.map(({ label, documentation }) => [
      (typeof label === 'string' ? label : label.label).replaceAll('"', ''),
      typeof documentation === 'string' ? documentation : (documentation?.value ?? ''),
    ]),
  );
}

async function hover(document: vscode.TextDocument, text: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) =>
      contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')),
    )
    .join('\n');
}

describe('files of schema authors', () => {
  afterEach(async () => {
    await revertAll();
    // As a user does: VS Code keeps documents of files that go otherwise, and the server takes them for open ones.
    const edit = new vscode.WorkspaceEdit();
    for (const uri of created.splice(0)) edit.deleteFile(uri);
    await vscode.workspace.applyEdit(edit);
  });

  it('.dynamics-docs.json is checked, completed and explained', async () => {
    const { text, at } = marked(
      '{\n  // for all\n  "metadataSchema": 1,\n  "rules": { "title-missing": "loud" },\n  |\n}\n',
    );
    const document = await openNew('.dynamics-docs.json', text);
    assert.equal(document.languageId, 'jsonc');
    const found = await messages(document, (all) => all.length >= 2);
    assert.ok(
      found.some((message) => message.startsWith('2:20 Incorrect type')),
      found.join(),
    );
    assert.ok(
      found.some((message) => message.startsWith('3:30 Value is not accepted')),
      found.join(),
    );
    assert.ok(!found.some((message) => message.includes('Comments')), found.join());
    const offered = await completions(document, at);
    for (const key of ['articleProfiles', 'ignore', 'baseline'])
      assert.ok(offered.has(key), [...offered.keys()].join());
    assert.match(await hover(document, '"metadataSchema"'), /What the metadata of articles is checked against/);
    assert.match(await hover(document, '"title-missing"'), /title/i);
  });

  const schema = '{\n  // ours\n  "properties": { "team": { "enumm": [], "type": "strin" }, },\n  |\n}\n';
  for (const [name, path, text] of [
    ['by its name', 'schemas/team.metadata-schema.json', schema],
    ['by what it names itself', 'schemas/team.json', schema.replace('{', `{\n  "$schema": "${dialect}",`)],
  ] as const) {
    it(`a metadata schema that is known ${name} is checked, completed and explained`, async () => {
      const content = marked(text);
      const document = await openNew(path, content.text);
      if (path.endsWith('/team.json')) await vscode.languages.setTextDocumentLanguage(document, 'jsonc');
      const found = await messages(document, (all) => all.length >= 2);
      assert.deepEqual(
        found.map((message) => message.replace(/^\d+:\d+ /, '').replace(/\. Valid values.*$/, '')),
        ['Property enumm is not allowed.', 'Value is not accepted'],
        found.join('\n'),
      );
      const offered = await completions(document, content.at);
      for (const key of ['strictRequired', 'docsetUnique', 'rules', 'either'])
        assert.ok(offered.has(key), [...offered.keys()].join());
      assert.ok((offered.get('strictRequired') ?? '').length > 0);
      assert.match(await hover(document, '"properties"'), /key/i);
    });
  }

  it('a draft that is not saved is checked by what it names itself', async () => {
    const content = `{ "$schema": "${dialect}", "required": 1 }`;
    const document = await vscode.workspace.openTextDocument({ language: 'jsonc', content });
    await vscode.window.showTextDocument(document);
    const found = await messages(document, (all) => all.length > 0);
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /Incorrect type. Expected "array"/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
