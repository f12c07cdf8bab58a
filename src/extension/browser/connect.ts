import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { schemaCompilerRequest } from '../../server/protocol';
import { openConnection } from '../client/openConnection';
import type { Connect } from '../client/serverConnection';
import { clientId, displayName } from '../names';
import { createServerWorker } from './serverWorker';

/** Connects to the language server as a web worker. */
export function connectTo(extension: vscode.Uri): Connect {
  const script = vscode.Uri.joinPath(extension, 'dist', 'browser', 'server.js');
  const compiler = vscode.Uri.joinPath(extension, 'dist', 'schemaCompiler.js');

  return (parts) =>
    openConnection(parts, (options) => {
      const server = createServerWorker(script);
      const client = new LanguageClient(clientId, displayName, server.connect, options);
      client.onRequest(schemaCompilerRequest, async () =>
        new TextDecoder().decode(await vscode.workspace.fs.readFile(compiler)),
      );
      return {
        client,
        processId: () => undefined,
        release: server.terminate,
      };
    });
}
