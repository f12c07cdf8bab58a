import * as vscode from 'vscode';
import { expandedArticleRequest, type ExpandedArticle, type ExpandedArticleParams } from '../../server/protocol';
import type { Supervisor } from '../client/supervisor';

/** Of the read-only documents that show an article with its includes in place. The server does not look after them. */
const scheme = 'dynamics-docs-expanded';

/** Milliseconds after an edit until open views follow it. */
const refreshDelay = 150;

export interface ExpandedArticles {
  /** Opens the view of an article, or of the active one, beside it. Resolves to the view's document. */
  readonly show: (article?: vscode.Uri) => Promise<vscode.TextDocument | undefined>;
  readonly dispose: () => void;
}

/** Show Expanded Article: the full Markdown, current as the article and what it includes change. */
export function createExpandedArticles(supervisor: Supervisor, output: vscode.LogOutputChannel): ExpandedArticles {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const refresh = (): void => {
    timer = undefined;
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refreshSoon = (): void => {
    timer ??= setTimeout(refresh, refreshDelay);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.md');
  const listening = vscode.Disposable.from(
    changed,
    watcher,
    watcher.onDidCreate(refreshSoon),
    watcher.onDidChange(refreshSoon),
    watcher.onDidDelete(refreshSoon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme !== scheme) refreshSoon();
    }),
    supervisor.onDidChangeState((state) => {
      if (state === 'running') refreshSoon();
    }),
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri, token) => expand(supervisor, output, articleOf(uri), token),
    }),
  );
  return {
    show: async (article) => {
      const uri = article ?? vscode.window.activeTextEditor?.document.uri;
      if (uri === undefined) return undefined;
      const document = await vscode.workspace.openTextDocument(viewOf(uri));
      await vscode.languages.setTextDocumentLanguage(document, 'markdown');
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
      return document;
    },
    dispose: () => {
      clearTimeout(timer);
      listening.dispose();
    },
  };
}

/** The view's name is what its tab shows; the article's own address is in the query. */
function viewOf(article: vscode.Uri): vscode.Uri {
  const path = article.path.replace(/(\.md)?$/i, ` (${vscode.l10n.t('expanded')}).md`);
  return vscode.Uri.from({ scheme, path, query: article.toString() });
}

function articleOf(view: vscode.Uri): string {
  return view.query;
}

async function expand(
  supervisor: Supervisor,
  output: vscode.LogOutputChannel,
  uri: string,
  token: vscode.CancellationToken,
): Promise<string> {
  const connection = await supervisor.running();
  if (connection === undefined) return vscode.l10n.t('The Dynamics Docs language server is not running.');
  try {
    const params: ExpandedArticleParams = { uri };
    const answer = await connection.request<ExpandedArticle | null>(expandedArticleRequest, params, token);
    return answer?.text ?? vscode.l10n.t('This file belongs to no folder that is open, so its includes are not known.');
  } catch (error) {
    output.error(`${uri} could not be expanded: ${String(error)}`);
    return vscode.l10n.t('The article could not be expanded. The output says why.');
  }
}
