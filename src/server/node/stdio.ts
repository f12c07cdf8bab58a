import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../server';
import { nodeRuntime } from './runtime';

/** Runs the language server over this process's standard streams until the client is gone. */
export function runStdioServer(): Promise<0> {
  return new Promise((resolve) => {
    const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
    startServer(connection, nodeRuntime);
    process.stdin.on('end', () => {
      resolve(0);
    });
  });
}
