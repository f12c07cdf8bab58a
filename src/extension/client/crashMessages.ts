import * as vscode from 'vscode';

/** Says that the server crashed and was started again. */
export function reportRestart(output: vscode.LogOutputChannel): void {
  const showOutput = vscode.l10n.t('Show Output');
  const message = vscode.l10n.t('The Dynamics Docs language server crashed and is started again.');
  void vscode.window.showWarningMessage(message, showOutput).then((choice) => {
    if (choice === showOutput) output.show(true);
  });
}

/** Says that there is no server any more, and offers to start one. */
export function reportFailure(message: string, output: vscode.LogOutputChannel, restart: () => Promise<void>): void {
  const restartAction = vscode.l10n.t('Restart');
  const showOutput = vscode.l10n.t('Show Output');
  void vscode.window.showErrorMessage(message, restartAction, showOutput).then((choice) => {
    if (choice === restartAction) return restart();
    if (choice === showOutput) output.show(true);
    return undefined;
  });
}
