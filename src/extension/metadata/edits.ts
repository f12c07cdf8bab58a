import * as vscode from 'vscode';
import type { FileChanges } from '../../server/metadataProtocol';
import type { DocumentChange } from '../../server/protocol';
import { rangeFrom } from '../commands/requests';
import { isKeyElement } from '../metadataView/elements';

/** The article that a command is for: of the element of a view or the address given, else the active one. */
export function articleFor(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  return isKeyElement(argument) ? argument.document : vscode.window.activeTextEditor?.document.uri;
}

/** The edits of several files as one, which undoes as one. With `label`, VS Code shows them before they are made. */
export function workspaceEdit(
  files: readonly FileChanges[],
  label?: (file: FileChanges) => string,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const file of files) {
    const metadata = label === undefined ? undefined : { needsConfirmation: true, label: label(file) };
    for (const { range, newText } of file.edits)
      edit.replace(vscode.Uri.parse(file.uri), rangeFrom(range), newText, metadata);
  }
  return edit;
}

export function textEdits(changes: readonly DocumentChange[]): vscode.TextEdit[] {
  return changes.map(({ range, newText }) => vscode.TextEdit.replace(rangeFrom(range), newText));
}
