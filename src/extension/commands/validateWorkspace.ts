import * as vscode from 'vscode';
import type { ValidateWorkspaceParams, ValidateWorkspaceResult } from '../../server/protocol';
import { validateWorkspaceRequest } from '../../server/protocol';
import { reportFailure } from '../client/crashMessages';
import type { ServerConnection, WorkProgress } from '../client/serverConnection';
import type { Supervisor } from '../client/supervisor';
import { findingCount, summarize } from './summary';

let runs = 0;

/** Validates everything in the workspace: progress that can be cancelled, then how many findings of which severity. */
export async function validateWorkspace(
  supervisor: Supervisor,
  output: vscode.LogOutputChannel,
): Promise<ValidateWorkspaceResult | undefined> {
  const connection = await supervisor.running();
  if (connection === undefined) {
    reportFailure(vscode.l10n.t('The Dynamics Docs language server is not running.'), output, supervisor.restart);
    return undefined;
  }
  try {
    const result = await runWithProgress(connection);
    if (result !== undefined) showSummary(result);
    return result;
  } catch (error) {
    output.error(`Validating the workspace failed: ${String(error)}`);
    const message = vscode.l10n.t('The workspace could not be validated. The output says why.');
    reportFailure(message, output, supervisor.restart);
    return undefined;
  }
}

/** Gives `undefined` when the server answers a cancellation with nothing but that. */
function runWithProgress(connection: ServerConnection): Thenable<ValidateWorkspaceResult | undefined> {
  const title = vscode.l10n.t('Validating workspace');
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, cancellation) => {
    runs += 1;
    const workDoneToken = `validateWorkspace-${runs}`;
    const listening = connection.onProgress(workDoneToken, progressReporter(progress));
    const params: ValidateWorkspaceParams = { workDoneToken };
    try {
      return await connection.request<ValidateWorkspaceResult>(validateWorkspaceRequest, params, cancellation);
    } finally {
      listening.dispose();
    }
  });
}

/** The server counts to a hundred, VS Code adds up. */
function progressReporter(
  progress: vscode.Progress<{ message?: string; increment?: number }>,
): (value: WorkProgress) => void {
  let reached = 0;
  return ({ message, percentage }) => {
    const increment = Math.max(0, (percentage ?? reached) - reached);
    reached += increment;
    progress.report({ increment, ...(message === undefined ? {} : { message }) });
  };
}

function showSummary(result: ValidateWorkspaceResult): void {
  const showProblems = vscode.l10n.t('Show Problems');
  const actions = findingCount(result.counts) > 0 ? [showProblems] : [];
  void vscode.window.showInformationMessage(summarize(result, vscode.l10n.t), ...actions).then((choice) => {
    if (choice === showProblems) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}
