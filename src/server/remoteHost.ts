import { t } from '../core/text/localize';
import type { Connection } from 'vscode-languageserver';
import type { URI } from 'vscode-uri';
import { HostError, type DirectoryEntry, type FileContent, type Host } from '../core/host';
import {
  readDirectoryRequest,
  readFileRequest,
  type ReadDirectoryParams,
  type ReadDirectoryResult,
  type ReadFileParams,
  type ReadFileResult,
} from './protocol';
import { localDay } from '../core/schema/day';
import { atMost } from './atMost';
import type { Runtime } from './runtime';
import { uriOf } from './uris';
import { decodeUtf8 } from './utf8';

/** Requests that wait for an answer at the same time, whoever asks: each may be a call of a service such as GitHub's. */
const parallelRequests = 32;

/** The files of a repository that only the client can read: github.dev, virtual and remote file systems. */
export function createRemoteHost(connection: Connection, root: URI, { loadSchemaCompiler: load }: Runtime): Host {
  const inTurn = atMost(parallelRequests);
  const read = (path: string): Promise<ReadFileResult> => {
    const params: ReadFileParams = { uri: uriOf(root, path) };
    return inTurn(() => connection.sendRequest<ReadFileResult>(readFileRequest, params));
  };
  return {
    ...(load === undefined ? {} : { loadSchemaCompiler: () => load(connection) }),
    now: () => new Date(),
    today: () => localDay(new Date()),
    async readFile(path): Promise<FileContent> {
      const bytes = base64In(await read(path));
      return decodeUtf8(Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0)));
    },
    async readBase64(path): Promise<string> {
      return base64In(await read(path));
    },
    async readDirectory(path): Promise<readonly DirectoryEntry[]> {
      const params: ReadDirectoryParams = { uri: uriOf(root, path) };
      const result = await inTurn(() => connection.sendRequest<ReadDirectoryResult>(readDirectoryRequest, params));
      if ('error' in result) throw hostError(result.error);
      // Where a link leads cannot be told through the client: it is not followed.
      return result.entries.map(({ name, type }) => ({ name, type: type === 'symlink' ? 'other' : type }));
    },
  };
}

function base64In(result: ReadFileResult): string {
  if ('error' in result) throw hostError(result.error);
  return result.base64;
}

function hostError(reason: 'not-found' | 'unreadable'): HostError {
  return new HostError(reason, reason === 'not-found' ? t('there is no such file') : t('the editor cannot read it'));
}
