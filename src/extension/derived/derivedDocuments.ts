import * as vscode from 'vscode';
import type { Supervisor } from '../client/supervisor';

/** Milliseconds after an edit until open views follow it. */
const refreshDelay = 150;

/** Read-only documents that show something made of an article. */
export interface DerivedDocuments {
  /** Opens the view of an article, or of the active one, beside it. Resolves to the view's document. */
  readonly show: (article?: vscode.Uri) => Promise<vscode.TextDocument | undefined>;
  readonly dispose: () => void;
}

export interface DerivedOptions {
  /** Of the documents. The server does not look after it. */
  readonly scheme: string;
  readonly language: string;
  /** What the tab shows, as a path. */
  readonly nameOf: (articlePath: string) => string;
  /** The text, also where it cannot be made: a sentence then. */
  readonly textOf: (article: string, token: vscode.CancellationToken) => Promise<string>;
}

/** Opens and refreshes such documents as the articles, and whatever else they are made of, change. */
export function createDerivedDocuments(
  supervisor: Supervisor,
  { scheme, language, nameOf, textOf }: DerivedOptions,
): DerivedDocuments {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const refresh = (): void => {
    timer = undefined;
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refreshSoon = (): void => {
    timer ??= setTimeout(refresh, refreshDelay);
  };
  const listening = vscode.Disposable.from(
    changed,
    supervisor.onDidChangeDisk(refreshSoon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme !== scheme) refreshSoon();
    }),
    supervisor.onDidChangeState((state) => {
      if (state === 'running') refreshSoon();
    }),
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (view, token) => textOf(articleOf(view), token),
    }),
  );
  return {
    show: async (article) => {
      const uri = article ?? vscode.window.activeTextEditor?.document.uri;
      if (uri === undefined) return undefined;
      // The article's own address is in the query.
      const view = vscode.Uri.from({ scheme, path: nameOf(uri.path), query: uri.toString() });
      const document = await vscode.workspace.openTextDocument(view);
      await vscode.languages.setTextDocumentLanguage(document, language);
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
      return document;
    },
    dispose: () => {
      clearTimeout(timer);
      listening.dispose();
    },
  };
}

/** The address of the article that a view shows. */
export function articleOf(view: vscode.Uri): string {
  return view.query;
}

/** Asks the server for what a view shows; `sentences` stand for an answer that does not come. */
export async function requestText(
  supervisor: Supervisor,
  output: vscode.LogOutputChannel,
  method: string,
  uri: string,
  token: vscode.CancellationToken,
  sentences: { readonly nothing: string; readonly failed: string },
): Promise<string> {
  const connection = await supervisor.running();
  if (connection === undefined) return vscode.l10n.t('The Dynamics Docs language server is not running.');
  try {
    const answer = await connection.request<{ readonly text: string } | null>(method, { uri }, token);
    return answer?.text ?? sentences.nothing;
  } catch (error) {
    output.error(`${method} failed for ${uri}: ${String(error)}`);
    return sentences.failed;
  }
}
