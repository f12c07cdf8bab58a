import * as vscode from 'vscode';
import type { Supervisor } from '../client/supervisor';
import type { ActiveDocument } from './activeDocument';

/** Milliseconds after an edit, or a change on disk, until a view follows it. */
const refreshDelay = 250;

/** The elements of a view about one document. */
export interface DocumentTreeData<E> extends vscode.TreeDataProvider<E> {
  /** Shows a document, none, or the same one as it is now. Resolves to a word to show above the elements, if any. */
  readonly show: (document: vscode.Uri | undefined) => Promise<string | undefined>;
  readonly dispose: () => void;
}

/** A view about the active document, current as texts and files change. */
export interface DocumentView<E> {
  readonly data: vscode.TreeDataProvider<E>;
  /** Fires once everything that is shown is known; with the document that it belongs to. */
  readonly onDidRefresh: vscode.Event<vscode.Uri | undefined>;
  readonly dispose: () => void;
}

export interface DocumentViewOptions {
  readonly showCollapseAll?: boolean;
  /** Whether an edit of such a file may change what is shown. */
  readonly concerns: (document: vscode.TextDocument) => boolean;
}

/** Creates the view; it owns its data. */
export function createDocumentView<E>(
  id: string,
  data: DocumentTreeData<E>,
  active: ActiveDocument,
  supervisor: Supervisor,
  { showCollapseAll = false, concerns }: DocumentViewOptions,
): DocumentView<E> {
  const refreshed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const view = vscode.window.createTreeView(id, { treeDataProvider: data, showCollapseAll });
  let isStale = false;
  let runs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function refresh(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    // Nobody looks: the server need not be asked at every pause in typing.
    isStale = !view.visible;
    if (isStale) return;
    const mine = ++runs;
    const shown = active.uri;
    const message = await data.show(shown);
    // A newer one is on its way.
    if (mine !== runs) return;
    view.message = message ?? '';
    refreshed.fire(shown);
  }

  function refreshSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), refreshDelay);
  }

  const listening = vscode.Disposable.from(
    refreshed,
    data,
    view,
    supervisor.onDidChangeDisk(refreshSoon),
    active.onDidChange((next) => {
      view.description = next === undefined ? '' : nameOf(next);
      void refresh();
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && isStale) void refresh();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && concerns(document)) refreshSoon();
    }),
    // Text that was not saved is gone with it.
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (concerns(document)) refreshSoon();
    }),
    supervisor.onDidChangeState((state) => {
      if (state === 'running') refreshSoon();
    }),
  );

  return {
    data,
    onDidRefresh: refreshed.event,
    dispose: () => {
      clearTimeout(timer);
      listening.dispose();
    },
  };
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
