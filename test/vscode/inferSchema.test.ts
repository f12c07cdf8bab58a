import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appears, disappears, eventually } from './diagnostics';
import { extension, open, readText, revertAll, workspaceUri, writeText } from './workspace';

async function exists(path: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(workspaceUri(path));
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}

function basename({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function infer(answers: object): Thenable<vscode.TextDocument | undefined> {
  return vscode.commands.executeCommand('dynamicsDocs.inferSchema', answers);
}

describe('Infer Schema from Docset', () => {
  before(async () => {
    await extension().activate();
  });

  afterEach(async () => {
    await revertAll();
  });

  it('opens a draft that is not saved, without a fault, and leaves the files alone', async () => {
    const document = await infer({ docset: 'watched/docfx.json', saves: false });
    assert.ok(document);
    assert.deepEqual([document.isUntitled, document.languageId], [true, 'jsonc']);
    assert.match(document.getText(), /^\/\/ A draft, inferred from 1 article of watched\.\n/);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.equal(await exists('.dynamics-docs.json'), false);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('saves the draft beside docfx.json and names it in a new configuration, which counts at once', async () => {
    const schema = 'watched/watched.metadata-schema.json';
    try {
      const document = await infer({ docset: 'watched/docfx.json', saves: true });
      assert.equal(document?.uri.toString(), workspaceUri(schema).toString());
      assert.match(document.getText(), /^\/\/ A draft, inferred from 1 article of watched\.\n/);
      const written = await readText(workspaceUri('.dynamics-docs.json'));
      assert.deepEqual(JSON.parse(written), { metadataSchema: ['dynamics', schema] });
      // What the schema file says wrong is found, so that it is in force.
      await writeText(workspaceUri(schema), '{ "enumm": [] }');
      const uri = workspaceUri(schema);
      await eventually(
        uri,
        () => vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'dynamics-docs'),
        'a finding in the schema',
      );
    } finally {
      await vscode.workspace.fs.delete(workspaceUri(schema));
      await vscode.workspace.fs.delete(workspaceUri('.dynamics-docs.json'));
    }
  });

  it('adds to a configuration that is there, comments kept', async () => {
    let schema: vscode.Uri | undefined;
    const before =
      '{\n  // of the team\n  "rules": { "ms-date-invalid": "off" },\n  "metadataSchema": ["dynamics"],\n}\n';
    const article = await open('guide/wrong-date.md');
    await appears(article.uri, 'ms-date-invalid');
    await writeText(workspaceUri('.dynamics-docs.json'), before);
    try {
      // From here on the server knows of it.
      await disappears(article.uri, 'ms-date-invalid');
      const configuration = await open('.dynamics-docs.json');
      schema = (await infer({ docset: 'watched/docfx.json', saves: true }))?.uri;
      assert.ok(schema);
      assert.equal(configuration.isDirty, false);
      assert.equal(
        configuration.getText().replaceAll(/\s+/g, ''),
        `{//oftheteam"rules":{"ms-date-invalid":"off"},"metadataSchema":["dynamics","watched/${basename(schema)}"],}`,
      );
    } finally {
      if (schema !== undefined) await vscode.workspace.fs.delete(schema);
      await vscode.workspace.fs.delete(workspaceUri('.dynamics-docs.json'));
    }
  });

  it('does nothing for a docset that is not there', async () => {
    assert.equal(await infer({ docset: 'nothing/docfx.json' }), undefined);
  });
});
