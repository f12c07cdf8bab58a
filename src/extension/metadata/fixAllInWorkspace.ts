import * as vscode from 'vscode';
import { fixAllInWorkspaceRequest, type FixAllInWorkspaceResult } from '../../server/metadataProtocol';
import { applyPreviewed, askWithProgress, type Asking } from '../commands/requests';
import { previewedEdit } from './edits';

type FixedFile = FixAllInWorkspaceResult['files'][number];

/** Fix All in Workspace: every certain repair of every file, in VS Code's own preview of refactorings, to be confirmed. */
export async function fixAllInWorkspace(asking: Asking): Promise<boolean> {
  const title = vscode.l10n.t('Looking for repairs');
  const result = await askWithProgress<FixAllInWorkspaceResult>(asking, title, fixAllInWorkspaceRequest, {});
  if (result === undefined || result.cancelled) return false;
  const { files, checked } = result;
  if (files.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing to repair in {0} files.', checked));
    return true;
  }
  const titles = new Map(files.map((file): [string, FixedFile] => [file.uri, file]));
  return applyPreviewed(previewedEdit(files, ({ uri }) => labelOf(titles.get(uri))));
}

/** What is put right in a file, each thing once. */
function labelOf(file: FixedFile | undefined): string {
  return [...new Set(file?.titles)].join(', ');
}
