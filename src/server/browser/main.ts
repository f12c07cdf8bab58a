import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Runtime } from '../runtime';
import { startServer } from '../server';

declare const self: DedicatedWorkerGlobalScope;

/** In a web worker every file is read through the client. */
const browserRuntime: Runtime = {
  readsDirectly: () => false,
  findRoot: (folder) => Promise.resolve(folder),
  createHost: () => {
    throw new Error('The browser reads no files itself.');
  },
};

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), browserRuntime);
