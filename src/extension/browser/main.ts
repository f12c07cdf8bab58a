import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { LanguageClientOptions } from 'vscode-languageclient/browser';
import { activateExtension } from '../activate';
import type { ExtensionApi } from '../activate';
import { clientId, displayName } from '../names';

export { deactivate } from '../activate';

export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js').toString(true);

  return activateExtension(context, (options: LanguageClientOptions) => {
    const worker = new Worker(script, { name: displayName });
    return {
      client: new LanguageClient(clientId, displayName, worker, options),
      processId: () => undefined,
      // Nobody else ends a worker: without this, each restart would leave one behind.
      release: () => {
        worker.terminate();
      },
    };
  });
}
