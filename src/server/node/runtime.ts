import { URI } from 'vscode-uri';
import type { Runtime } from '../runtime';
import { gitIdentityIn } from './gitIdentity';
import { gitHistory } from './history';
import { NodeHost } from './nodeHost';
import { findRootOnDisk } from './nodeRoot';
import { readTranslations } from './translations';

/** Files on disk are read directly. */
export const nodeRuntime: Runtime = {
  readsDirectly: (uri) => uri.scheme === 'file',
  async findRoot(folder) {
    const root = await findRootOnDisk(folder.fsPath);
    return root === undefined ? undefined : URI.file(root);
  },
  createHost: (root) => new NodeHost(root.fsPath),
  readTranslations,
  gitIdentity: (root) => gitIdentityIn(root.fsPath),
  history: gitHistory,
};
