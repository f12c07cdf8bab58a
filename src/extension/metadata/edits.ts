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

/** The edits of several files as one, which undoes as one. */
export function workspaceEdit(
  files: readonly FileChanges[],
  label?: (file: FileChanges) => string,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const file of files) {
    const metadata = label === undefined ? undefined : { needsConfirmation: false, label: label(file) };
    for (const { range, newText } of file.edits)
      edit.replace(vscode.Uri.parse(file.uri), rangeFrom(range), newText, metadata);
  }
  return edit;
}

/**
 * The same, shown in VS Code's preview of refactorings before it is made, every change ticked. VS Code shows the preview
 * where some change needs to be confirmed, and leaves such changes without a tick: the one that needs to be confirmed
 * changes nothing and says what to do.
 */
export function previewedEdit(
  files: readonly FileChanges[],
  label: (file: FileChanges) => string,
): vscode.WorkspaceEdit {
  const edit = workspaceEdit(files, label);
  const [first] = files;
  if (first !== undefined) {
    const advice = vscode.l10n.t('Clear the ticks of what is to stay as it is, then choose Apply');
    edit.insert(vscode.Uri.parse(first.uri), new vscode.Position(0, 0), '', { needsConfirmation: true, label: advice });
  }
  return edit;
}

export function textEdits(changes: readonly DocumentChange[]): vscode.TextEdit[] {
  return changes.map(({ range, newText }) => vscode.TextEdit.replace(rangeFrom(range), newText));
}
