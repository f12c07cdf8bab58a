import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageclient/browser';
import type { MessageTransports } from 'vscode-languageclient/browser';

export interface ServerWorker {
  readonly connect: () => Promise<MessageTransports>;
  /** Ends the worker, or the attempt to start it. Nobody else does: each restart would leave one behind. */
  readonly terminate: () => void;
}

/** The language server as a web worker. It starts with `connect`. */
export function createServerWorker(script: vscode.Uri): ServerWorker {
  let worker: Worker | undefined;
  let terminated = false;
  return {
    connect: async () => {
      const url = await workerUrl(script);
      if (terminated) throw new Error('The language server was stopped before it had started.');
      worker = new Worker(url);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    },
    terminate: () => {
      terminated = true;
      worker?.terminate();
    },
  };
}

/** Where the extension lies on a remote machine, VS Code creates no worker from its address: hand over the script itself. */
async function workerUrl(script: vscode.Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const source = new Uint8Array(await vscode.workspace.fs.readFile(script));
  return URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
}
