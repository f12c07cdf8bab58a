import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  DirectoryEntry,
  ReadDirectoryParams,
  ReadDirectoryResult,
  ReadFileParams,
  ReadFileResult,
} from '../../server/protocol';
import { readDirectoryRequest, readFileRequest } from '../../server/protocol';
import { toBase64 } from './base64';
import { isInsideWorkspace } from './insideWorkspace';

/** Reads for the server what it cannot read itself: every file system but the local one. */
export function answerFileRequests(client: BaseLanguageClient, output: vscode.LogOutputChannel): void {
  client.onRequest(readFileRequest, ({ uri }: ReadFileParams): Promise<ReadFileResult> =>
    read(uri, output, async (file) => ({ base64: toBase64(await vscode.workspace.fs.readFile(file)) })),
  );
  client.onRequest(readDirectoryRequest, ({ uri }: ReadDirectoryParams): Promise<ReadDirectoryResult> =>
    read(uri, output, async (folder) => {
      const entries = await vscode.workspace.fs.readDirectory(folder);
      return { entries: entries.map(([name, type]): DirectoryEntry => ({ name, type: entryType(type) })) };
    }),
  );
}

/** Runs one read, for a place inside the workspace only, and turns its failure into an answer. */
async function read<T>(
  uriText: string,
  output: vscode.LogOutputChannel,
  action: (uri: vscode.Uri) => Promise<T>,
): Promise<T | { readonly error: 'not-found' | 'unreadable' }> {
  try {
    const uri = vscode.Uri.parse(uriText, true);
    if (!isInsideWorkspace(uri)) {
      // Ordinary, too: the server looks for a configuration upwards from a folder.
      output.debug(`Refused to read ${uriText}: it is outside the workspace.`);
      return { error: 'unreadable' };
    }
    return await action(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return { error: 'not-found' };
    output.warn(`Cannot read ${uriText}: ${String(error)}`);
    return { error: 'unreadable' };
  }
}

function entryType(type: vscode.FileType): DirectoryEntry['type'] {
  if ((type & vscode.FileType.SymbolicLink) !== 0) return 'symlink';
  if (type === vscode.FileType.Directory) return 'directory';
  return type === vscode.FileType.File ? 'file' : 'other';
}
