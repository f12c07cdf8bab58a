import * as vscode from 'vscode';
import { validateWorkspaceRequest, type ValidateWorkspaceResult } from '../../server/protocol';
import { askWithProgress, type Asking } from './requests';
import { findingCount, summarize } from './summary';

/** Validates everything in the workspace: progress that can be cancelled, then how many findings of which severity. */
export async function validateWorkspace(asking: Asking): Promise<ValidateWorkspaceResult | undefined> {
  const title = vscode.l10n.t('Validating workspace');
  const result = await askWithProgress<ValidateWorkspaceResult>(asking, title, validateWorkspaceRequest, {});
  if (result !== undefined) showSummary(result);
  return result;
}

function showSummary(result: ValidateWorkspaceResult): void {
  const showProblems = vscode.l10n.t('Show Problems');
  const actions = findingCount(result.counts) > 0 ? [showProblems] : [];
  void vscode.window.showInformationMessage(summarize(result, vscode.l10n.t), ...actions).then((choice) => {
    if (choice === showProblems) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}
