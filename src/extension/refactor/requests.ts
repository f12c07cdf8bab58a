import * as vscode from 'vscode';
import type { Refused } from '../../server/protocol';
import { reportFailure } from '../client/crashMessages';
import type { Supervisor } from '../client/supervisor';

/** Asks the server; tells the writer and the log where no answer comes. */
export async function ask<R>(
  { supervisor, output }: Asking,
  method: string,
  params: object,
  cancellation: vscode.CancellationToken = uncancellable,
): Promise<R | undefined> {
  const connection = await supervisor.running();
  if (connection === undefined) {
    reportFailure(vscode.l10n.t('The Dynamics Docs language server is not running.'), output, supervisor.restart);
    return undefined;
  }
  try {
    return await connection.request<R>(method, params, cancellation);
  } catch (error) {
    output.error(`${method} failed: ${String(error)}`);
    reportFailure(vscode.l10n.t('This did not work. The output says why.'), output, supervisor.restart);
    return undefined;
  }
}

/** What a command needs to ask the server. */
export interface Asking {
  readonly supervisor: Supervisor;
  readonly output: vscode.LogOutputChannel;
}

const uncancellable = new vscode.CancellationTokenSource().token;

/** Whether it worked; tells the writer why it did not. */
export function isDone<R extends object>(answer: R | Refused): answer is R {
  if (!('refused' in answer)) return true;
  tell(answer.refused);
  return false;
}

export function tell(message: string): void {
  void vscode.window.showWarningMessage(message);
}

/** Carries out an edit that undoes as one. */
export async function apply(edit: vscode.WorkspaceEdit): Promise<boolean> {
  const isApplied = await vscode.workspace.applyEdit(edit);
  if (!isApplied) tell(vscode.l10n.t('The files could not be changed.'));
  return isApplied;
}

/** A range as it comes in a message. */
export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export function plainRange({ start, end }: vscode.Range): PlainRange {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

export function rangeFrom({ start, end }: PlainRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
