import * as vscode from 'vscode';
import type { DocumentInfoParams, DocumentInfoResult, StatusParams } from '../../server/protocol';
import { documentInfoRequest } from '../../server/protocol';
import type { ServedDocuments } from '../client/selector';
import type { Supervisor } from '../client/supervisor';
import { commandIds, displayName } from '../names';
import { statusText } from './statusText';

export interface StatusItem {
  /** Takes what the server says about its work. */
  readonly report: (work: StatusParams) => void;
  readonly select: (documents: readonly ServedDocuments[]) => void;
  readonly dispose: () => void;
}

/** The language status item: shown for the documents that the server looks after, kept current as they change. */
export function createStatusItem(
  supervisor: Supervisor,
  documents: readonly ServedDocuments[],
  output: vscode.LogOutputChannel,
): StatusItem {
  const item = vscode.languages.createLanguageStatusItem('dynamicsDocs.status', documents);
  item.name = displayName;
  let work: StatusParams | undefined;
  let document: DocumentInfoResult | undefined;
  let pending = new vscode.CancellationTokenSource();

  function render(): void {
    const shown = statusText({ server: supervisor.state, work, document }, vscode.l10n.t);
    item.text = shown.text;
    item.detail = shown.detail;
    item.busy = shown.busy;
    item.severity =
      shown.severity === 'error' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.command =
      supervisor.state === 'failed'
        ? { command: commandIds.restartServer, title: vscode.l10n.t('Restart') }
        : { command: commandIds.showOutput, title: vscode.l10n.t('Show Output') };
  }

  /** Asks about the active document; an answer that a newer question has overtaken is dropped. */
  async function refresh(): Promise<void> {
    pending.cancel();
    pending.dispose();
    const mine = (pending = new vscode.CancellationTokenSource());
    const active = vscode.window.activeTextEditor?.document;
    if (active === undefined || vscode.languages.match(item.selector, active) === 0) return;
    const connection = await supervisor.running();
    if (connection === undefined || pending !== mine) return;
    try {
      const params: DocumentInfoParams = { uri: active.uri.toString() };
      const answer = await connection.request<DocumentInfoResult>(documentInfoRequest, params, mine.token);
      if (pending !== mine) return;
      document = answer;
      render();
    } catch (error) {
      if (pending === mine) output.warn(`No information about the active document: ${String(error)}`);
    }
  }

  function show(): void {
    render();
    void refresh();
  }

  const listening = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(() => {
      document = undefined;
      show();
    }),
    supervisor.onDidChangeState((state) => {
      // What an earlier server said is no longer true.
      if (state !== 'running') work = undefined;
      show();
    }),
  );
  show();

  return {
    report: (next) => {
      work = next;
      show();
    },
    select: (next) => {
      item.selector = next;
    },
    dispose: () => {
      pending.cancel();
      pending.dispose();
      listening.dispose();
      item.dispose();
    },
  };
}
