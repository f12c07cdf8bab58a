import * as vscode from 'vscode';
import { newConfiguration } from '../../features/configuration/newConfiguration';
import { repositoryRootRequest, type RepositoryRoot, type RepositoryRootParams } from '../../server/metadataProtocol';
import { workspaceFolder } from '../commands/folders';
import { apply, ask, type Asking } from '../commands/requests';

const name = '.dynamics-docs.json';

/** Create Team Configuration: a commented one at the root of the repository; opens the one that is there already. */
export async function createConfig(asking: Asking): Promise<vscode.TextDocument | undefined> {
  const folder = await workspaceFolder();
  if (folder === undefined) return undefined;
  const params: RepositoryRootParams = { uri: vscode.Uri.joinPath(folder, name).toString() };
  const answer = await ask<RepositoryRoot | null>(asking, repositoryRootRequest, params);
  if (answer === undefined) return undefined;
  const target = vscode.Uri.joinPath(answer === null ? folder : vscode.Uri.parse(answer.uri), name);
  if (await exists(target)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The repository has a configuration already.'));
  } else {
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(target, { contents: new TextEncoder().encode(newConfiguration) });
    if (!(await apply(edit))) return undefined;
  }
  const document = await vscode.workspace.openTextDocument(target);
  await vscode.window.showTextDocument(document);
  return document;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
