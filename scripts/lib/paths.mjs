import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the hosts need and git does not keep: VS Code, a browser, the data of one run. */
export const cacheFolder = join(root, '.vscode-test');
