import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  type Connection,
} from 'vscode-languageserver/browser';
import type { SchemaCompiler } from '../../core/host';
import { schemaCompilerRequest } from '../protocol';
import type { Runtime } from '../runtime';
import { startServer } from '../server';

declare const self: DedicatedWorkerGlobalScope;

let compiler: Promise<SchemaCompiler> | undefined;

/**
 * The bundle that Node's server loads, too: a tenth of what is to be downloaded is left out that way. It brings ajv along,
 * which evaluates the code of schemas, so that nothing is evaluated here that would not be anyway.
 */
async function loadCompiler(connection: Connection): Promise<SchemaCompiler> {
  const text = await connection.sendRequest<string>(schemaCompilerRequest);
  const module: { exports: unknown } = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const evaluate = new Function('module', text) as (module: { exports: unknown }) => void;
  evaluate(module);
  return module.exports as SchemaCompiler;
}

/** In a web worker every file is read through the client. */
const browserRuntime: Runtime = {
  readsDirectly: () => false,
  findRoot: (folder) => Promise.resolve(folder),
  createHost: () => {
    throw new Error('The browser reads no files itself.');
  },
  loadSchemaCompiler: (connection) => (compiler ??= loadCompiler(connection)),
};

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), browserRuntime);
