import * as vscode from 'vscode';

/**
 * What the server asks for comes from text in the workspace, an include's path for instance, and what an agent asks for from
 * anywhere. VS Code compares folders by path prefix, so a path that climbs out by `..` has to be refused here.
 */
export function isInsideWorkspace(uri: vscode.Uri): boolean {
  const climbs = uri.path.split(/[\\/]/).some((segment) => segment === '..');
  return !climbs && vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}
