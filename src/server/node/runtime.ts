import { URI } from 'vscode-uri';
import type { Runtime } from '../runtime';
import { NodeHost } from './nodeHost';
import { findRootOnDisk } from './nodeRoot';

/** Files on disk are read directly. */
export const nodeRuntime: Runtime = {
  readsDirectly: (uri) => uri.scheme === 'file',
  findRoot: async (folder) => URI.file(await findRootOnDisk(folder.fsPath)),
  createHost: (root) => new NodeHost(root.fsPath),
};
