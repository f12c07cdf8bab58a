import * as vscode from 'vscode';
import type { Refused } from '../../server/protocol';
import { reportFailure } from '../client/crashMessages';
import type { ServerConnection } from '../client/serverConnection';
import type { Supervisor } from '../client/supervisor';
import { requestWithProgress } from './progress';

/** Asks the server; tells the writer and the log where no answer comes. */
export function ask<R>(
  asking: Asking,
  method: string,
  params: object,
  cancellation: vscode.CancellationToken = uncancellable,
): Promise<R | undefined> {
  return withServer(asking, method, (connection) => connection.request<R>(method, params, cancellation));
}

/**
 * Asks for something that takes long, with a notification that tells how far it is and can be cancelled. Gives `undefined`
 * also when the server answers a cancellation with nothing but that.
 */
export function askWithProgress<R>(
  asking: Asking,
  title: string,
  method: string,
  params: object,
): Promise<R | undefined> {
  return withServer(asking, method, (connection) => requestWithProgress<R>(connection, title, method, params));
}

async function withServer<R>(
  { supervisor, output }: Asking,
  method: string,
  request: (connection: ServerConnection) => PromiseLike<R | undefined>,
): Promise<R | undefined> {
  const connection = await supervisor.running();
  if (connection === undefined) {
    reportFailure(vscode.l10n.t('The Dynamics Docs language server is not running.'), output, supervisor.restart);
    return undefined;
  }
  try {
    return await request(connection);
  } catch (error) {
    output.error(`${method} failed: ${String(error)}`);
    reportFailure(vscode.l10n.t('This did not work. The output says why.'), output, supervisor.restart);
    return undefined;
  }
}

/**
 * Asks for what a view shows. Where no answer comes, the log alone is told, in these words; not where it is not wanted any
 * more: a newer question is on its way.
 */
export async function askQuietly<R>(
  { supervisor, output }: Asking,
  method: string,
  params: object,
  words: string,
  cancellation: vscode.CancellationToken = uncancellable,
): Promise<R | undefined> {
  try {
    const connection = await supervisor.running();
    return await connection?.request<R>(method, params, cancellation);
  } catch (error) {
    if (!cancellation.isCancellationRequested) output.warn(`${words}: ${String(error)}`);
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

/**
 * Carries out an edit of many files that the writer sees first. VS Code saves them afterwards, unless its setting for
 * refactorings says otherwise. Resolves to `false` where the writer discards it, too: nothing to be told of.
 */
export async function applyPreviewed(edit: vscode.WorkspaceEdit): Promise<boolean> {
  return vscode.workspace.applyEdit(edit, { isRefactoring: true });
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
