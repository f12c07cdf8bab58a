import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { openConnection } from '../client/openConnection';
import type { Connect } from '../client/serverConnection';
import { clientId, displayName } from '../names';
import { createServerWorker } from './serverWorker';

/** Connects to the language server as a web worker. */
export function connectTo(extension: vscode.Uri): Connect {
  const script = vscode.Uri.joinPath(extension, 'dist', 'browser', 'server.js');

  return (parts) =>
    openConnection(parts, (options) => {
      const server = createServerWorker(script);
      return {
        client: new LanguageClient(clientId, displayName, server.connect, options),
        processId: () => undefined,
        release: server.terminate,
      };
    });
}
