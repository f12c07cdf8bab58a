import * as vscode from 'vscode';
import { clientId } from '../names';

type Policy = 'prompt' | 'always' | 'never';

/**
 * Asks before the references to files that move are updated, which the server worked out. The edit belongs to the move:
 * one Undo takes back both. Without an edit the files move all the same.
 */
export async function askBeforeReferencesChange(
  event: vscode.FileWillRenameEvent,
  next: (event: vscode.FileWillRenameEvent) => Thenable<vscode.WorkspaceEdit | null | undefined>,
): Promise<vscode.WorkspaceEdit | null> {
  const first = event.files[0];
  if (first === undefined) return null;
  const policy = policyOf(first.oldUri);
  if (policy === 'never') return null;
  const edit = withoutLinksOfMoved((await next(event)) ?? new vscode.WorkspaceEdit(), event);
  if (edit.size === 0 || event.token.isCancellationRequested) return null;
  return policy === 'always' || (await agrees(edit, first)) ? edit : null;
}

function policyOf(uri: vscode.Uri): Policy {
  return vscode.workspace.getConfiguration(clientId, uri).get<Policy>('updateReferencesOnFileMove', 'prompt');
}

/**
 * VS Code's own update of Markdown links, where it is on, takes the links of a moved file for what they were before the
 * move. Written anew already, they would be changed twice: in the files that move it goes first. Those that lead to them
 * it does not find any more once they are right.
 */
function withoutLinksOfMoved(edit: vscode.WorkspaceEdit, { files }: vscode.FileWillRenameEvent): vscode.WorkspaceEdit {
  const byVSCode = files.filter(({ newUri }) => {
    const setting = vscode.workspace.getConfiguration('markdown', newUri).get<string>('updateLinksOnFileMove.enabled');
    return setting === 'prompt' || setting === 'always';
  });
  if (byVSCode.length === 0) return edit;
  const rest = new vscode.WorkspaceEdit();
  for (const [uri, edits] of edit.entries()) {
    if (!byVSCode.some(({ oldUri }) => isWithin(uri, oldUri))) rest.set(uri, edits);
  }
  return rest;
}

function isWithin({ scheme, authority, path }: vscode.Uri, folder: vscode.Uri): boolean {
  if (scheme !== folder.scheme || authority !== folder.authority) return false;
  return path === folder.path || path.startsWith(`${folder.path}/`);
}

async function agrees(edit: vscode.WorkspaceEdit, { oldUri, newUri }: MovedFile): Promise<boolean> {
  const entries = edit.entries();
  const count = entries.reduce((sum, [, edits]) => sum + edits.length, 0);
  const references = count === 1 ? vscode.l10n.t('1 reference') : vscode.l10n.t('{0} references', count);
  const files = entries.length === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', entries.length);
  const update = vscode.l10n.t('Update');
  const always = vscode.l10n.t('Always');
  const message = vscode.l10n.t("Update {0} in {1} for '{2}'?", references, files, nameOf(oldUri));
  const detail = vscode.l10n.t('Includes and links will lead to {0}.', vscode.workspace.asRelativePath(newUri));
  const no: vscode.MessageItem = { title: vscode.l10n.t('No'), isCloseAffordance: true };
  const choice = await vscode.window.showInformationMessage<vscode.MessageItem>(
    message,
    { modal: true, detail },
    { title: update },
    { title: always },
    no,
  );
  if (choice?.title === always) await rememberAlways(oldUri);
  return choice?.title === update || choice?.title === always;
}

interface MovedFile {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/** Where the setting has been made before, else for the user. */
async function rememberAlways(uri: vscode.Uri): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(clientId, uri);
  const made = configuration.inspect<Policy>('updateReferencesOnFileMove');
  const target =
    made?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : made?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await configuration.update('updateReferencesOnFileMove', 'always', target);
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
