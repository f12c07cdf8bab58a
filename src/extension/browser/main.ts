import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { LanguageClientOptions } from 'vscode-languageclient/browser';
import { activateExtension } from '../activate';
import type { ExtensionApi } from '../activate';
import { clientId, displayName } from '../names';
import { createServerWorker } from './serverWorker';

export { deactivate } from '../activate';

export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js');

  return activateExtension(context, (options: LanguageClientOptions) => {
    const server = createServerWorker(script);
    return {
      client: new LanguageClient(clientId, displayName, server.connect, options),
      processId: () => undefined,
      release: server.terminate,
    };
  });
}
