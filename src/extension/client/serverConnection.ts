import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StatusParams } from '../../server/protocol';

/**
 * One connection to one server, from its start to its end. Types only: the language client behind it takes longer to
 * load than all the rest, so that it is loaded after the activation.
 */
export interface ServerConnection {
  /** For features that the language client brings; our own requests go through `request`. */
  readonly client: BaseLanguageClient;
  readonly processId: () => number | undefined;
  /** Resolves when the server has answered; rejects when it does not start or the connection breaks before. */
  readonly start: () => Promise<void>;
  /** Calls the listener when a server that has started goes away, asked to or not; at once if it already has. */
  readonly onDidStop: (listener: () => void) => void;
  /** Ends server and connection. Never rejects. */
  readonly end: () => Promise<void>;
  /** Resolves to `undefined` when the server answers a cancellation with nothing but that. */
  readonly request: <R>(
    method: string,
    params: object,
    cancellation: vscode.CancellationToken,
  ) => Promise<R | undefined>;
  readonly onProgress: (token: string, listener: (progress: WorkProgress) => void) => vscode.Disposable;
}

export interface WorkProgress {
  readonly message?: string;
  readonly percentage?: number;
}

export interface ConnectionParts {
  readonly output: vscode.LogOutputChannel;
  readonly onStatus: (status: StatusParams) => void;
  /** Called once the server has taken over what changed on disk. */
  readonly onDiskChanged: () => void;
}

export type Connect = (parts: ConnectionParts) => ServerConnection;
