import * as vscode from 'vscode';
import type { ServerConnection, WorkProgress } from '../client/serverConnection';

let runs = 0;

/**
 * Asks the server for something that takes long, with a notification that tells how far it is and can be cancelled.
 * Gives `undefined` when the server answers a cancellation with nothing but that.
 */
export function requestWithProgress<R>(
  connection: ServerConnection,
  title: string,
  method: string,
  params: object,
): Thenable<R | undefined> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, cancellation) => {
    runs += 1;
    const workDoneToken = `${method}-${runs}`;
    const listening = connection.onProgress(workDoneToken, progressReporter(progress));
    try {
      return await connection.request<R>(method, { ...params, workDoneToken }, cancellation);
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
