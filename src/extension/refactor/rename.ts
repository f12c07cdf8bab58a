import * as vscode from 'vscode';

/**
 * Tells why something of ours cannot get a name. VS Code would ask the next extension otherwise, and its own one for Markdown
 * renames all the same, without the links of tables of contents and of whoever includes the heading.
 */
export async function renameOrTellWhyNot(
  document: vscode.TextDocument,
  position: vscode.Position,
  newName: string,
  token: vscode.CancellationToken,
  next: (
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
    token: vscode.CancellationToken,
  ) => vscode.ProviderResult<vscode.WorkspaceEdit>,
): Promise<vscode.WorkspaceEdit | null | undefined> {
  try {
    return await next(document, position, newName, token);
  } catch (error) {
    if (error instanceof vscode.CancellationError || !(error instanceof Error)) throw error;
    void vscode.window.showErrorMessage(error.message);
    return new vscode.WorkspaceEdit();
  }
}
