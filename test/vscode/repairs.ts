import * as vscode from 'vscode';

/** How often a request that is cancelled is made again. */
const attempts = 50;

/**
 * The quick fixes at a place where there are some. VS Code cancels what is asked for while other extensions start or a text
 * changes: then it is asked again.
 */
export async function repairsAt(uri: vscode.Uri, range: vscode.Range): Promise<readonly vscode.CodeAction[]> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const actions = await requested(uri, range);
    if (actions.length > 0) return actions;
  }
  return [];
}

async function requested(uri: vscode.Uri, range: vscode.Range): Promise<readonly vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  try {
    return await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      kind,
    );
  } catch (error) {
    if (String(error) === 'Canceled: Canceled') return [];
    throw error;
  }
}
