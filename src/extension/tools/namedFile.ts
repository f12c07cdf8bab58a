import * as vscode from 'vscode';
import { isInsideWorkspace } from '../client/insideWorkspace';

/**
 * The file of the workspace that an agent names: by its address, its whole path, or its path in a folder, with or without the
 * folder's name before it. `undefined` for what lies outside.
 */
export async function namedFile(written: string): Promise<vscode.Uri | undefined> {
  const inside = candidates(written).filter(isInsideWorkspace);
  const [first, ...others] = inside;
  if (others.length === 0) return first;
  const states = await Promise.all(inside.map(exists));
  return inside[Math.max(0, states.indexOf(true))];
}

function candidates(written: string): vscode.Uri[] {
  if (/^[a-z][\w+.-]+:\/\//i.test(written)) return [vscode.Uri.parse(written)];
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (/^(?:[\\/]|[a-z]:[\\/])/i.test(written)) {
    const { path } = vscode.Uri.file(written);
    return folders.map(({ uri }) => uri.with({ path }));
  }
  const segments = written.split(/[\\/]/).filter((segment) => segment !== '.' && segment !== '');
  // Else `joinPath` would make the climb disappear.
  if (segments.includes('..')) return [];
  return folders.flatMap(({ name, uri }) => [
    vscode.Uri.joinPath(uri, ...segments),
    ...(segments[0] === name && segments.length > 1 ? [vscode.Uri.joinPath(uri, ...segments.slice(1))] : []),
  ]);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}
