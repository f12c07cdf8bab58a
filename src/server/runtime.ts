import type { URI } from 'vscode-uri';
import type { Connection } from 'vscode-languageserver';
import type { Host, SchemaCompiler } from '../core/host';
import type { Translations } from '../core/text/localize';
import type { GitIdentity } from './author';
import type { History } from './history';

/** What differs between Node and the browser. */
export interface Runtime {
  /** Whether the server reads this scheme itself; others are read through the client. */
  readsDirectly(uri: URI): boolean;
  /** The repository root of a folder that the server reads itself; `undefined` where nothing marks one. */
  findRoot(folder: URI): Promise<URI | undefined>;
  /** Access to a repository that the server reads itself. */
  createHost(root: URI): Host;
  /** The texts in a language by its tag in lower case; left out where the server has no files of its own. */
  readTranslations?(language: string): Promise<Translations | undefined>;
  /** Who works in a repository that the server reads itself, by git's settings; left out where git cannot be run. */
  gitIdentity?(root: URI): Promise<GitIdentity>;
  /** How a repository that the server reads itself was before; left out where git cannot be run. */
  readonly history?: History;
  /** Loads what compiles schemas, where it is no part of the server. */
  readonly loadSchemaCompiler?: (connection: Connection) => Promise<SchemaCompiler>;
}
