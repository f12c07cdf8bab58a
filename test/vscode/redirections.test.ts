import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CheckedRedirections } from '../../src/server/redirectionProtocol';
import { appears, disappears } from './diagnostics';
import { extension, open, readText, revertAll, workspaceUri, writeText } from './workspace';

const file = '.openpublishing.redirection.json';

const entry = (source: string, url: string): string => `    { "source_path": "${source}", "redirect_url": "${url}" }`;
const fileOf = (...entries: readonly string[]): string => `{\n  "redirections": [\n${entries.join(',\n')}\n  ]\n}\n`;

describe('commands for redirections', () => {
  before(async () => {
    await extension().activate();
  });

  afterEach(async () => {
    await revertAll();
    // A text that is gone from the disk counts as long as VS Code keeps it open, which it does for minutes.
    await writeText(workspaceUri(file), '{}\n');
    await disappears(workspaceUri(file));
    await vscode.workspace.fs.delete(workspaceUri(file));
  });

  it('add one from an article to a new file, which is shown', async () => {
    await open('guide/record-time.md');
    const answers = { source: 'guide/gone.md', target: 'guide/record-time.md' };
    assert.equal(await vscode.commands.executeCommand('dynamicsDocs.addRedirection', answers), true);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), workspaceUri(file).toString());
    assert.deepEqual(JSON.parse(await readText(workspaceUri(file))), {
      redirections: [{ source_path: 'guide/gone.md', redirect_url: 'record-time', redirect_document_id: false }],
    });
  });

  it('add one to the file that is there, sort it and check it', async () => {
    const chain = [entry('guide/b.md', 'a'), entry('guide/a.md', 'record-time')];
    await writeText(workspaceUri(file), fileOf(...chain));
    const document = await open(file);
    await appears(document.uri, 'redirection-chain');
    const answers = { source: 'guide/0.md', target: 'https://contoso.com/' };
    assert.equal(await vscode.commands.executeCommand('dynamicsDocs.addRedirection', answers), true);
    const added = entry('guide/0.md', 'https://contoso.com/');
    assert.equal(document.getText(), fileOf(...chain, added));
    assert.equal(await vscode.commands.executeCommand('dynamicsDocs.sortRedirections'), true);
    const sorted = fileOf(added, ...[...chain].reverse());
    assert.equal(document.getText(), sorted);
    assert.equal(await vscode.commands.executeCommand('dynamicsDocs.sortRedirections'), true);
    assert.equal(document.getText(), sorted);
    const checked = await vscode.commands.executeCommand<CheckedRedirections>('dynamicsDocs.checkRedirections');
    assert.deepEqual(checked, { files: 1, counts: { error: 0, warning: 0, suggestion: 1, info: 0 } });
    await vscode.commands.executeCommand('undo');
  });
});
