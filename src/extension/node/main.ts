import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { LanguageClientOptions, NodeModule } from 'vscode-languageclient/node';
import { activateExtension } from '../activate';
import type { ExtensionApi } from '../activate';
import { clientId, displayName } from '../names';

export { deactivate } from '../activate';

export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run: NodeModule = { module, transport: TransportKind.ipc };
  // Taken when the extension host itself is being debugged (F5); .vscode/launch.json attaches to this port.
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };

  return activateExtension(context, (options: LanguageClientOptions) => {
    const client = new LanguageClient(clientId, displayName, { run, debug }, options);
    return {
      client,
      processId: () => client.serverProcess?.pid,
      // The client kills a process that outlives it.
      release: () => undefined,
    };
  });
}
