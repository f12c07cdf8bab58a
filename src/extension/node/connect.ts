import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { NodeModule } from 'vscode-languageclient/node';
import { openConnection } from '../client/openConnection';
import type { Connect } from '../client/serverConnection';
import { clientId, displayName } from '../names';

/** Connects to the language server as a process of its own. */
export function connectTo(extension: vscode.Uri): Connect {
  const module = vscode.Uri.joinPath(extension, 'dist', 'server.js').fsPath;
  const run: NodeModule = { module, transport: TransportKind.ipc };
  // Taken when the extension host itself is being debugged (F5); .vscode/launch.json attaches to this port.
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };

  return (parts) =>
    openConnection(parts, (options) => {
      const client = new LanguageClient(clientId, displayName, { run, debug }, options);
      return {
        client,
        processId: () => client.serverProcess?.pid,
        // The client kills a process that outlives it.
        release: () => undefined,
      };
    });
}
