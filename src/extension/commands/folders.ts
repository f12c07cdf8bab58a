import * as vscode from 'vscode';
import { tell } from './requests';

/** The folder of the active file or one of the workspace: asked for where there are several. */
export async function askForFolder(title: string): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const ofActive = active === undefined ? [] : [vscode.Uri.joinPath(active, '..')];
  const known = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const inside = ofActive.filter((uri) => vscode.workspace.getWorkspaceFolder(uri) !== undefined);
  const folders = [...inside, ...known.filter((uri) => inside.every((other) => other.toString() !== uri.toString()))];
  if (folders.length <= 1) return folders[0];
  const items = folders.map((uri) => ({ label: vscode.workspace.asRelativePath(uri, true), uri }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Folder') }))?.uri;
}

/** The workspace folder of the active file, else the only one, else one that is chosen. Says so where there is none. */
export async function workspaceFolder(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const ofActive = active === undefined ? undefined : vscode.workspace.getWorkspaceFolder(active);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) tell(vscode.l10n.t('Open the folder of a repository first.'));
  const folder = ofActive ?? (folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0]);
  return folder?.uri;
}
