import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension/activate';

export function workspaceUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the tests need a folder');
  return vscode.Uri.joinPath(folder.uri, path);
}

export function extension(): vscode.Extension<ExtensionApi> {
  const found = vscode.extensions.getExtension<ExtensionApi>('dynamics-docs.dynamics-docs');
  assert.ok(found, 'the extension is not installed');
  return found;
}

/** Opens a file as a user does, in an editor. */
export async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(workspaceUri(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The text of a file, whatever file system it is on. */
export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
}

/** Writes a file past the editor, as another program does. */
export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Replaces a piece of text in the buffer, without saving. */
export async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, from), to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Types into an open article, one character after the other, in place of a piece of its text. */
export async function type(document: vscode.TextDocument, from: string, typed: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const { start, end } = rangeOf(document, from);
  editor.selection = new vscode.Selection(start, end);
  for (const character of typed) await vscode.commands.executeCommand('type', { text: character });
}

/** Takes the first suggestion at a position, as a writer does with the keyboard. */
export async function accept(
  document: vscode.TextDocument,
  position: vscode.Position,
  isTaken: (text: string) => boolean,
): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await acceptShown(document, isTaken);
}

/** The same where the list comes up by itself. */
export async function acceptShown(document: vscode.TextDocument, isTaken: (text: string) => boolean): Promise<void> {
  // Nothing tells when the list is shown: until then the command does nothing.
  while (!isTaken(document.getText())) await vscode.commands.executeCommand('acceptSelectedSuggestion');
}

export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `${document.uri.path} does not contain ${text}`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

export function assertRange({ range }: vscode.Diagnostic, expected: vscode.Range): void {
  assert.equal(asText(range), asText(expected));
}

function asText({ start, end }: vscode.Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** Undoes what a test did to the buffers, so that the next one starts from the files. */
export async function revertAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || document.isUntitled) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Resolves once the text of a buffer is as wanted. */
export function becomes(document: vscode.TextDocument, holds: (text: string) => boolean): Promise<void> {
  if (holds(document.getText())) return Promise.resolve();
  return new Promise((resolve) => {
    const listening = vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document !== document || !holds(document.getText())) return;
      listening.dispose();
      resolve();
    });
  });
}

/** Resolves once the server runs. */
export async function running(): Promise<void> {
  await extension().activate();
  const { server } = extension().exports;
  if (server.state === 'running') return;
  await new Promise<void>((resolve) => {
    const listening = server.onDidChangeState((state) => {
      if (state !== 'running') return;
      listening.dispose();
      resolve();
    });
  });
}
