import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { learnMarkdown } from '../../markdown/learnMarkdown';
import { includeClosureRequest, type IncludeClosure, type IncludeClosureParams } from '../../server/protocol';
import type { Supervisor } from '../client/supervisor';
import { askQuietly, type Asking } from '../commands/requests';
import { Closures } from './closures';

export interface Preview {
  /** What VS Code's Markdown preview calls with its parser. */
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
  /** Fires after the previews were asked to render again. */
  readonly onDidRefresh: vscode.Event<void>;
  readonly dispose: () => void;
}

/** Milliseconds in which several reasons to render again become one. */
const refreshDelay = 50;

/** Expands includes in VS Code's own Markdown preview, and keeps it current as texts and files change. */
export function createPreview(supervisor: Supervisor, output: vscode.LogOutputChannel): Preview {
  const refreshed = new vscode.EventEmitter<void>();
  const refresh = delayed(refreshDelay, () => {
    void vscode.commands.executeCommand('markdown.preview.refresh').then(
      () => {
        refreshed.fire();
      },
      (error: unknown) => {
        // Without the built-in Markdown extension there is no preview.
        output.debug(`The preview was not refreshed: ${String(error)}`);
      },
    );
  });
  const closures = new Closures({
    ask: (uri) => ask({ supervisor, output }, uri),
    openText: (root, path) => openText(root, path),
    changed: refresh.soon,
  });
  const askAgain = delayed(refreshDelay, () => {
    closures.askAgain();
  });
  const listening = vscode.Disposable.from(
    refreshed,
    supervisor.onDidChangeDisk(askAgain.soon),
    supervisor.onDidChangeState((state) => {
      if (state === 'running') askAgain.soon();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // The preview follows its own document by itself.
      if (contentChanges.length > 0 && closures.uses(document.uri.toString())) refresh.soon();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      // Text that was not saved is gone with it.
      if (closures.uses(uri.toString())) askAgain.soon();
    }),
  );
  return {
    onDidRefresh: refreshed.event,
    extendMarkdownIt: (md) => {
      learnMarkdown(md, {
        markers: true,
        pathOf: (env) => documentOf(env, (uri) => closures.pathOf(uri)),
        sourceOf: (env) =>
          documentOf(env, (uri) => closures.sourceOf(uri)) ?? { resolve: () => undefined, text: () => undefined },
      });
      return md;
    },
    dispose: () => {
      refresh.cancel();
      askAgain.cancel();
      listening.dispose();
    },
  };
}

/** The preview names its document in the environment, but only when it renders. */
function documentOf<T>(env: unknown, take: (uri: string) => T): T | undefined {
  if (typeof env !== 'object' || env === null || !('currentDocument' in env)) return undefined;
  const { currentDocument } = env;
  return currentDocument instanceof vscode.Uri ? take(currentDocument.toString()) : undefined;
}

function ask(asking: Asking, uri: string): Promise<IncludeClosure | null | undefined> {
  const params: IncludeClosureParams = { uri };
  const words = `The includes of ${uri} are not known`;
  return askQuietly<IncludeClosure | null>(asking, includeClosureRequest, params, words);
}

function openText(root: string, path: string): string | undefined {
  const uri = vscode.Uri.joinPath(vscode.Uri.parse(root), path).toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri)?.getText();
}

function delayed(milliseconds: number, action: () => void): { readonly soon: () => void; readonly cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        action();
      }, milliseconds);
    },
    cancel: () => {
      clearTimeout(timer);
    },
  };
}
