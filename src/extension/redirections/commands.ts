import * as vscode from 'vscode';
import {
  checkRedirectionsRequest,
  sortRedirectionsRequest,
  type CheckedRedirections,
  type SortedRedirections,
  type SortRedirectionsParams,
} from '../../server/redirectionProtocol';
import type { CommandHandlers } from '../commands/register';
import { apply, ask, tell, type Asking } from '../commands/requests';
import { findingCount, findingsInWords } from '../commands/summary';
import { workspaceEdit } from '../metadata/edits';
import { addRedirection } from './add';

/** The commands about redirections of pages that are gone. */
export function redirectionCommands(
  asking: Asking,
): Pick<CommandHandlers, 'addRedirection' | 'sortRedirections' | 'checkRedirections'> {
  return {
    addRedirection: (answers) => addRedirection(asking, answers),
    sortRedirections: () => sortRedirections(asking),
    checkRedirections: () => checkRedirections(asking),
  };
}

/** Sort Redirections: of the active file, or of all files of the workspace. */
async function sortRedirections(asking: Asking): Promise<boolean> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const params: SortRedirectionsParams = uri === undefined ? {} : { uri };
  const sorted = await ask<SortedRedirections>(asking, sortRedirectionsRequest, params);
  if (sorted === undefined) return false;
  const { files, looked, refused } = sorted;
  for (const reason of refused) tell(reason);
  if (files.length > 0) return apply(workspaceEdit(files));
  if (looked === 0) tell(vscode.l10n.t('There are no redirections in this workspace.'));
  else if (refused.length === 0)
    void vscode.window.showInformationMessage(vscode.l10n.t('The redirections are sorted already.'));
  return looked > 0 && refused.length === 0;
}

/** Check Redirections: how many findings there are, and the Problems view, where they are listed anyway. */
async function checkRedirections(asking: Asking): Promise<CheckedRedirections | undefined> {
  const checked = await ask<CheckedRedirections>(asking, checkRedirectionsRequest, {});
  if (checked === undefined) return undefined;
  const { files, counts } = checked;
  if (files === 0) tell(vscode.l10n.t('There are no redirections in this workspace.'));
  else {
    const found = findingsInWords(counts, vscode.l10n.t);
    const fileCount = files === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', files);
    void vscode.window.showInformationMessage(vscode.l10n.t('Checked the redirections in {0}: {1}.', fileCount, found));
    if (findingCount(counts) > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
  return checked;
}
