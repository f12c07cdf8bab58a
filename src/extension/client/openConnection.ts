import * as vscode from 'vscode';
import type { BaseLanguageClient, ErrorHandler, LanguageClientOptions, Middleware } from 'vscode-languageclient';
import {
  CloseAction,
  ErrorAction,
  LSPErrorCodes,
  ResponseError,
  RevealOutputChannelOn,
  State,
  WorkDoneProgress,
} from 'vscode-languageclient';
import type { InitializationOptions, StatusParams } from '../../server/protocol';
import { diskChangedNotification, statusNotification } from '../../server/protocol';
import { diagnosticCollection } from '../names';
import { askBeforeReferencesChange } from '../refactor/moves';
import { renameOrTellWhyNot } from '../refactor/rename';
import { thenOfferRedirections } from '../refactor/redirect';
import { answerFileRequests } from './fileRequests';
import { documentSelector, servedSchemes } from './selector';
import type { ConnectionParts, ServerConnection } from './serverConnection';
import { traceChannel } from './traceChannel';

/** A client with what its host adds to it: a process to name, or a worker to end. */
export interface HostedClient {
  readonly client: BaseLanguageClient;
  readonly processId: () => number | undefined;
  readonly release: () => void;
}

/** A connection over the client that `createClient` makes. */
export function openConnection(
  { output, onStatus, onDiskChanged }: ConnectionParts,
  createClient: (options: LanguageClientOptions) => HostedClient,
): ServerConnection {
  const start = startThatCanBreak();
  const middleware: Middleware = {
    provideRenameEdits: renameOrTellWhyNot,
    workspace: {
      willRenameFiles: askBeforeReferencesChange,
      didRenameFiles: thenOfferRedirections((method, params) => client.sendRequest(method, params), output),
    },
  };
  const { client, processId, release } = createClient(clientOptions(output, start.breakOff, middleware));
  logErrorsOnly(client);
  answerFileRequests(client, output);
  client.onNotification(statusNotification, (status: StatusParams) => {
    onStatus(status);
  });
  client.onNotification(diskChangedNotification, onDiskChanged);

  return {
    client,
    processId,
    start: () => start.run(client),
    onDidStop: (listener) => {
      client.onDidChangeState((change) => {
        if (change.newState !== State.Running) listener();
      });
      if (!client.isRunning()) listener();
    },
    end: () => end(client, release, output),
    request: (method, params, cancellation) => request(client, method, params, cancellation),
    onProgress: (token, listener) => client.onProgress(WorkDoneProgress.type, token, listener),
  };
}

/**
 * No file watchers: the server knows which files it depends on, configured schemas among them, and registers its own.
 * No restart and no messages either: those are the supervisor's.
 */
function clientOptions(
  output: vscode.LogOutputChannel,
  breakOff: (error: Error) => void,
  middleware: Middleware,
): LanguageClientOptions {
  return {
    documentSelector: documentSelector(servedSchemes()),
    diagnosticCollectionName: diagnosticCollection,
    initializationOptions: {
      suggestCommand: 'editor.action.triggerSuggest',
      commands: true,
      trusted: vscode.workspace.isTrusted,
      ...(vscode.l10n.bundle === undefined ? {} : { translations: vscode.l10n.bundle }),
      headings: markdownShowsHeadings(),
    } satisfies InitializationOptions,
    middleware,
    outputChannel: output,
    traceOutputChannel: traceChannel(output),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: leaveItToSupervisor(breakOff),
    initializationFailedHandler: () => false,
  };
}

/** In a window on a remote, VS Code's Markdown extension may run in another extension host, where it cannot be seen from here. */
function markdownShowsHeadings(): boolean {
  const isVisible = vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined;
  return isVisible || vscode.env.remoteName !== undefined;
}

function leaveItToSupervisor(breakOff: (error: Error) => void): ErrorHandler {
  return {
    error: (error, _message, count) => {
      // A worker whose script cannot be loaded ends up here, not in `closed`.
      breakOff(error);
      const action = count !== undefined && count > 3 ? ErrorAction.Shutdown : ErrorAction.Continue;
      return { action, handled: true };
    },
    closed: () => {
      const message = 'The connection to the language server closed.';
      breakOff(new Error(message));
      return { action: CloseAction.DoNotRestart, message, handled: true };
    },
  };
}

/** A client waits for its server for ever; this start rejects when the connection breaks off meanwhile. */
function startThatCanBreak(): {
  readonly run: (client: BaseLanguageClient) => Promise<void>;
  readonly breakOff: (error: Error) => void;
} {
  let breakOff: (error: Error) => void = () => undefined;
  const broken = new Promise<never>((_resolve, reject) => {
    breakOff = reject;
  });
  // Once the server runs nobody waits for it any more, and breaking off is reported as a stop.
  broken.catch(() => undefined);
  return { run: (client) => Promise.race([client.start(), broken]), breakOff };
}

/** Some of the client's errors pop up whatever its options say. They belong into the log: the supervisor tells the user. */
function logErrorsOnly(client: BaseLanguageClient): void {
  const log = client.error.bind(client);
  client.error = (message: string, data?: unknown) => {
    log(message, data, false);
  };
}

async function end(client: BaseLanguageClient, release: () => void, output: vscode.LogOutputChannel): Promise<void> {
  try {
    if (client.needsStop()) await client.dispose();
  } catch (error) {
    // A server that hangs or never started cannot say goodbye; the client kills its process all the same.
    output.warn(`The language server did not stop by itself: ${String(error)}`);
  } finally {
    release();
  }
}

async function request<R>(
  client: BaseLanguageClient,
  method: string,
  params: object,
  cancellation: vscode.CancellationToken,
): Promise<R | undefined> {
  try {
    return await client.sendRequest<R>(method, params, cancellation);
  } catch (error) {
    const cancelled = error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
    if (cancelled && cancellation.isCancellationRequested) return undefined;
    throw error;
  }
}
