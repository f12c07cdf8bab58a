import * as vscode from 'vscode';
import { documentInfoRequest, type DocumentInfoParams, type DocumentInfoResult } from '../../server/protocol';
import { servedSchemes } from '../client/selector';
import type { Supervisor } from '../client/supervisor';
import { docsetFileContextKey, viewIds } from '../names';
import { isFileElement, type IncludeElement } from './elements';
import { createTreeData } from './treeData';
import { directiveFile, placesOf } from './treeItems';

/** Milliseconds after an edit, or a change on disk, until the view follows it. */
const refreshDelay = 250;

export interface IncludesView {
  readonly data: vscode.TreeDataProvider<IncludeElement>;
  /** Fires once both branches of what is shown are known; with the document that they belong to. */
  readonly onDidRefresh: vscode.Event<vscode.Uri | undefined>;
  /** Goes to the directive of a file in the view; peeks at them where there are several. */
  readonly goToDirective: (argument: unknown) => Promise<void>;
  readonly dispose: () => void;
}

/** The view of what the active document includes and who includes it, current as texts and files change. */
export function createIncludesView(supervisor: Supervisor, output: vscode.LogOutputChannel): IncludesView {
  const refreshed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const data = createTreeData(supervisor, output);
  const view = vscode.window.createTreeView(viewIds.includes, { treeDataProvider: data, showCollapseAll: true });
  let document: vscode.Uri | undefined;
  let isStale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = new vscode.CancellationTokenSource();

  async function refresh(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    // Nobody looks: the server need not be asked at every pause in typing.
    isStale = !view.visible;
    if (isStale) return;
    const shown = document;
    await data.show(shown);
    if (shown === document) refreshed.fire(shown);
  }

  function refreshSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), refreshDelay);
  }

  function take(next: vscode.Uri | undefined): void {
    document = next;
    view.description = next === undefined ? '' : nameOf(next);
    void refresh();
  }

  /** Takes over what the active editor shows; what is no file of the workspace, such as the output, changes nothing. */
  async function follow(): Promise<void> {
    asking.cancel();
    asking.dispose();
    const mine = (asking = new vscode.CancellationTokenSource());
    const active = vscode.window.activeTextEditor?.document;
    if (active === undefined || !servedSchemes().includes(active.uri.scheme)) {
      if (document !== undefined && !isOpen(document)) take(undefined);
      return;
    }
    const isShown = active.languageId === 'markdown' && (await isOfDocset(active.uri, mine.token));
    if (mine !== asking) return;
    await vscode.commands.executeCommand('setContext', docsetFileContextKey, isShown);
    const next = isShown ? active.uri : undefined;
    if (next?.toString() !== document?.toString()) take(next);
  }

  async function isOfDocset(uri: vscode.Uri, token: vscode.CancellationToken): Promise<boolean> {
    try {
      const connection = await supervisor.running();
      const params: DocumentInfoParams = { uri: uri.toString() };
      const info = await connection?.request<DocumentInfoResult>(documentInfoRequest, params, token);
      return info !== undefined && (info.docset !== null || info.configuration !== null);
    } catch (error) {
      if (!token.isCancellationRequested)
        output.warn(`Whether ${uri.toString()} is of a docset is not known: ${String(error)}`);
      return false;
    }
  }

  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{md,json}');
  const listening = vscode.Disposable.from(
    refreshed,
    data,
    view,
    watcher,
    watcher.onDidCreate(refreshSoon),
    watcher.onDidChange(refreshSoon),
    watcher.onDidDelete(refreshSoon),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && isStale) void refresh();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => void follow()),
    // A tab may be closed that was not active.
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.length > 0) void follow();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document: edited, contentChanges }) => {
      if (contentChanges.length > 0 && edited.languageId === 'markdown') refreshSoon();
    }),
    // Text that was not saved is gone with it.
    vscode.workspace.onDidCloseTextDocument(({ languageId }) => {
      if (languageId === 'markdown') refreshSoon();
    }),
    supervisor.onDidChangeState((state) => {
      if (state !== 'running') return;
      refreshSoon();
      void follow();
    }),
  );
  void follow();

  return {
    data,
    onDidRefresh: refreshed.event,
    goToDirective,
    dispose: () => {
      clearTimeout(timer);
      asking.cancel();
      asking.dispose();
      listening.dispose();
    },
  };
}

async function goToDirective(argument: unknown): Promise<void> {
  if (!isFileElement(argument)) return;
  const file = directiveFile(argument);
  const places = placesOf(argument);
  const [first] = places;
  if (first === undefined) return;
  if (places.length === 1) {
    await vscode.commands.executeCommand('vscode.open', file, { selection: first });
    return;
  }
  const locations = places.map((range) => new vscode.Location(file, range));
  await vscode.commands.executeCommand('editor.action.goToLocations', file, first.start, locations, 'peek');
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
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
