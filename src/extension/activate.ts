import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StatusParams } from '../server/protocol';
import { statusNotification } from '../server/protocol';
import { answerFileRequests } from './client/fileRequests';
import { clientOptions } from './client/options';
import { documentSelector, servedSchemes } from './client/selector';
import type { ClientFactory, ServerState } from './client/supervisor';
import { createSupervisor } from './client/supervisor';
import { registerCommands } from './commands/register';
import { validateWorkspace } from './commands/validateWorkspace';
import { activeContextKey, displayName } from './names';
import { createStatusItem } from './status/statusItem';

/** What other extensions, and the tests inside VS Code, get from `activate`. */
export interface ExtensionApi {
  readonly server: {
    readonly state: ServerState;
    readonly onDidChangeState: vscode.Event<ServerState>;
    /** The server's process; `undefined` in the browser and while no server runs. */
    readonly processId: number | undefined;
  };
}

let stopServer: (() => Promise<void>) | undefined;

/** Wires client, commands and status item together. Returns without waiting for the server, to keep activation short. */
export function activateExtension(context: vscode.ExtensionContext, createClient: ClientFactory): ExtensionApi {
  const output = vscode.window.createOutputChannel(displayName, { log: true });
  const supervisor = createSupervisor({
    output,
    createClient,
    options: () => clientOptions(output),
    connect: (client: BaseLanguageClient) => {
      answerFileRequests(client, output);
      client.onNotification(statusNotification, (status: StatusParams) => {
        statusItem.report(status);
      });
    },
  });
  const statusItem = createStatusItem(supervisor, documentSelector(servedSchemes()), output);
  stopServer = supervisor.stop;

  context.subscriptions.push(
    output,
    supervisor,
    statusItem,
    registerCommands({
      validateWorkspace: () => validateWorkspace(supervisor, output),
      restartServer: supervisor.restart,
      showOutput: () => {
        output.show(true);
      },
    }),
    vscode.workspace.onDidChangeWorkspaceFolders((change) => {
      restartForNewSchemes(change.added);
    }),
  );

  let schemes = servedSchemes();
  function restartForNewSchemes(added: readonly vscode.WorkspaceFolder[]): void {
    if (added.every((folder) => schemes.includes(folder.uri.scheme))) return;
    // The documents that a client synchronises are fixed when it starts.
    schemes = servedSchemes();
    statusItem.select(documentSelector(schemes));
    void supervisor.restart();
  }

  void vscode.commands.executeCommand('setContext', activeContextKey, true);
  void supervisor.restart();

  return {
    server: {
      get state() {
        return supervisor.state;
      },
      onDidChangeState: supervisor.onDidChangeState,
      get processId() {
        return supervisor.processId;
      },
    },
  };
}

export async function deactivate(): Promise<void> {
  await stopServer?.();
}
