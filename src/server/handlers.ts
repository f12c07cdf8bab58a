import type { CancellationToken, Connection } from 'vscode-languageserver';

/**
 * Wraps a handler once for all: an error is logged with what was being done, and a safe default answers, so that no
 * mistake in one document takes the server down.
 */
export function guarded<A extends readonly unknown[], R>(
  connection: Connection,
  task: string,
  fallback: R,
  handler: (...args: A) => Promise<R> | R,
): (...args: A) => Promise<R> {
  return async (...args) => {
    try {
      return await handler(...args);
    } catch (error) {
      logFailure(connection, task, error);
      return fallback;
    }
  };
}

/** A cancellation token as the core's loops look at it. */
export function signalOf(token: CancellationToken): { readonly aborted: boolean } {
  return {
    get aborted() {
      return token.isCancellationRequested;
    },
  };
}

/** Tells the log what was being done and what went wrong. */
export function logFailure(connection: Connection, task: string, error: unknown): void {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  connection.console.error(`${task} failed: ${reason}`);
}
