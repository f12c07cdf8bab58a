import { ErrorCodes, ResponseError, type ProtocolConnection } from 'vscode-languageserver-protocol/node';
import {
  readDirectoryRequest,
  readFileRequest,
  type DirectoryEntry,
  type ReadDirectoryParams,
  type ReadDirectoryResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../../src/server/protocol';
import type { Files } from './folder';

/** Files of a scheme that only the client can read. */
export interface MemoryFiles {
  readonly files: Map<string, string | Uint8Array>;
  /** URIs that the server asked for. */
  readonly asked: string[];
  /** How many requests waited for an answer at the same time, at most. */
  readonly mostAtOnce: number;
  /** Answers the server's requests for files. */
  answer(connection: ProtocolConnection): void;
}

/** @param root URI of the folder that holds the files */
export function createMemoryFiles(root: string, files: Files): MemoryFiles {
  const stored = new Map(Object.entries(files).map(([path, content]) => [`${root}/${path}`, content]));
  const asked: string[] = [];
  let waiting = 0;
  let mostAtOnce = 0;
  /** As a service does: not at once, but when all has come that the server asks without waiting for an answer. */
  const later = async <T>(connection: ProtocolConnection, answer: T): Promise<T> => {
    mostAtOnce = Math.max(mostAtOnce, ++waiting);
    await roundTrip(connection);
    waiting -= 1;
    return answer;
  };
  return {
    files: stored,
    asked,
    get mostAtOnce() {
      return mostAtOnce;
    },
    answer(connection) {
      connection.onRequest<ReadFileResult, unknown>(readFileRequest, ({ uri }: ReadFileParams) => {
        asked.push(uri);
        const content = stored.get(decodeURIComponent(uri));
        return later<ReadFileResult>(
          connection,
          content === undefined ? { error: 'not-found' } : { base64: Buffer.from(content).toString('base64') },
        );
      });
      connection.onRequest<ReadDirectoryResult, unknown>(readDirectoryRequest, ({ uri }: ReadDirectoryParams) => {
        asked.push(uri);
        const folder = `${decodeURIComponent(uri)}/`;
        const entries = new Map<string, DirectoryEntry['type']>();
        for (const path of stored.keys()) {
          const [name, ...below] = path.startsWith(folder) ? path.slice(folder.length).split('/') : [];
          if (name !== undefined) entries.set(name, below.length > 0 ? 'directory' : 'file');
        }
        return later<ReadDirectoryResult>(
          connection,
          entries.size === 0
            ? { error: 'not-found' }
            : { entries: [...entries].map(([name, type]) => ({ name, type })) },
        );
      });
    },
  };
}

/** Messages come in the order in which the server sent them: once it answered, all is here that it had sent before. */
async function roundTrip(connection: ProtocolConnection): Promise<void> {
  try {
    // Whatever else the server does, it answers at once that it does not know this.
    await connection.sendRequest('test/roundTrip');
  } catch (error) {
    if (!(error instanceof ResponseError) || error.code !== ErrorCodes.MethodNotFound) throw error;
  }
}
