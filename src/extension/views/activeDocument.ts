import * as vscode from 'vscode';
import { documentInfoRequest, type DocumentInfoParams, type DocumentInfoResult } from '../../server/protocol';
import { servedSchemes } from '../client/selector';
import { askQuietly, type Asking } from '../commands/requests';
import { docsetFileContextKey } from '../names';

/** The Markdown of a docset that the views in the Explorer are about. */
export interface ActiveDocument {
  readonly uri: vscode.Uri | undefined;
  /** Fires when it is another one, or none. */
  readonly onDidChange: vscode.Event<vscode.Uri | undefined>;
  readonly dispose: () => void;
}

/** Follows the active editor; what is no file of the workspace, such as the output, changes nothing. */
export function createActiveDocument(asking: Asking): ActiveDocument {
  const changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  let current: vscode.Uri | undefined;
  let pending = new vscode.CancellationTokenSource();

  function take(next: vscode.Uri | undefined): void {
    if (next?.toString() === current?.toString()) return;
    current = next;
    changed.fire(next);
  }

  async function follow(): Promise<void> {
    pending.cancel();
    pending.dispose();
    const mine = (pending = new vscode.CancellationTokenSource());
    const active = vscode.window.activeTextEditor?.document;
    if (active === undefined || !servedSchemes().includes(active.uri.scheme)) {
      if (current !== undefined && !isOpen(current)) take(undefined);
      return;
    }
    const isShown = active.languageId === 'markdown' && (await isOfDocset(active.uri, mine.token));
    if (mine !== pending) return;
    await vscode.commands.executeCommand('setContext', docsetFileContextKey, isShown);
    // The editor may have been closed meanwhile.
    if (mine !== pending) return;
    take(isShown ? active.uri : undefined);
  }

  async function isOfDocset(uri: vscode.Uri, token: vscode.CancellationToken): Promise<boolean> {
    const params: DocumentInfoParams = { uri: uri.toString() };
    const words = `Whether ${uri.toString()} is of a docset is not known`;
    const info = await askQuietly<DocumentInfoResult>(asking, documentInfoRequest, params, words, token);
    return info !== undefined && (info.docset !== null || info.configuration !== null);
  }

  const listening = vscode.Disposable.from(
    changed,
    vscode.window.onDidChangeActiveTextEditor(() => void follow()),
    // A tab may be closed that was not active.
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.length > 0) void follow();
    }),
    asking.supervisor.onDidChangeState((state) => {
      if (state === 'running') void follow();
    }),
  );
  void follow();

  return {
    get uri() {
      return current;
    },
    onDidChange: changed.event,
    dispose: () => {
      pending.cancel();
      pending.dispose();
      listening.dispose();
    },
  };
}

/** Whether some tab shows the document. */
function isOpen(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => {
      if (input instanceof vscode.TabInputText) return input.uri.toString() === uri.toString();
      return input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString();
    }),
  );
}
