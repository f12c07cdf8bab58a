import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { docsetIsRead } from './metadataSupport';
import { open, readText, revertAll, running, workspaceUri, writeText } from './workspace';

const redirections = '.openpublishing.redirection.json';
const header = '---\ntitle: Redirect\n---\n\n# Redirect\n';

/** Articles of one test alone: watchers take their time to tell of what comes and goes. */
let folder = '';
let count = 0;

function setting(section: string, value: string | undefined): Thenable<void> {
  return vscode.workspace.getConfiguration().update(section, value, vscode.ConfigurationTarget.Workspace);
}

function entry(source: string, url: string): string {
  return `    { "source_path": "${source}", "redirect_url": "${url}" }`;
}

function fileOf(...entries: string[]): string {
  return `{\n  "redirections": [\n${entries.join(',\n')}\n  ]\n}\n`;
}

async function rename(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(workspaceUri(`${folder}/${from}`), workspaceUri(`${folder}/${to}`));
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Resolves once the file is as wanted, whether VS Code saves it or not. */
async function redirectionsBecome(expected: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(workspaceUri(redirections));
  if (document.getText() === expected) return;
  await new Promise<void>((resolve) => {
    const listening = vscode.workspace.onDidChangeTextDocument(() => {
      if (document.getText() !== expected) return;
      listening.dispose();
      resolve();
    });
  });
}

describe('redirections of articles that move', () => {
  /** Three tell below which path the docset is published. */
  const known = ['record-time', 'plan-projects'].map((name) =>
    entry(`guide/before-${name}.md`, `/contoso/guide/${name}`),
  );
  let stays = '';

  beforeEach(async () => {
    folder = `redirecting-${++count}`;
    stays = entry(`${folder}/before.md`, `/contoso/${folder}/stays`);
    await writeText(workspaceUri(redirections), fileOf(...known, stays));
    for (const name of ['one', 'stays']) await writeText(workspaceUri(`${folder}/${name}.md`), header);
    await open(`${folder}/one.md`);
    await running();
    // Reads the folders anew: watchers may miss files of a folder that has just come into being.
    await docsetIsRead();
  });

  afterEach(async () => {
    await setting('dynamicsDocs.redirections.onMove', undefined);
    await revertAll();
    await vscode.workspace.fs.delete(workspaceUri(folder), { recursive: true });
    await vscode.workspace.fs.delete(workspaceUri(redirections));
  });

  it('are added without a question where the setting says so', async () => {
    await setting('dynamicsDocs.redirections.onMove', 'always');
    await rename('one.md', 'two.md');
    await redirectionsBecome(fileOf(...known, stays, entry(`${folder}/one.md`, `/contoso/${folder}/two`)));
  });

  it('are added when the writer agrees', async () => {
    await rename('one.md', 'three.md');
    const expected = fileOf(...known, stays, entry(`${folder}/one.md`, `/contoso/${folder}/three`));
    const document = await vscode.workspace.openTextDocument(workspaceUri(redirections));
    // Nothing tells when the question stands there: until then the command does nothing.
    while (document.getText() !== expected) await vscode.commands.executeCommand('notification.acceptPrimaryAction');
  });

  it('are left out where the setting says so', async () => {
    await setting('dynamicsDocs.redirections.onMove', 'never');
    await rename('one.md', 'four.md');
    await setting('dynamicsDocs.redirections.onMove', 'always');
    await rename('stays.md', 'five.md');
    const led = [
      entry(`${folder}/before.md`, `/contoso/${folder}/five`),
      entry(`${folder}/stays.md`, `/contoso/${folder}/five`),
    ];
    await redirectionsBecome(fileOf(...known, ...led));
    assert.doesNotMatch(await readText(workspaceUri(redirections)), /four/);
  });
});
