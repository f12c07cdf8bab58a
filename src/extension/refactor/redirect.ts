import * as vscode from 'vscode';
import {
  redirectionsOfMovesRequest,
  type RedirectionsOfMoves,
  type RedirectionsOfMovesParams,
} from '../../server/protocol';
import { tell } from '../commands/requests';
import { workspaceEdit } from '../metadata/edits';
import { clientId } from '../names';

type Policy = 'ask' | 'always' | 'never';

type Ask = (method: string, params: RedirectionsOfMovesParams) => PromiseLike<RedirectionsOfMoves | undefined>;

/**
 * Offers to lead the readers of articles that were moved to their new places, once for all that moved together and once the
 * server knows of the move. Nobody waits for the answer.
 */
export function thenOfferRedirections(
  ask: Ask,
  output: vscode.LogOutputChannel,
): (event: vscode.FileRenameEvent, next: (event: vscode.FileRenameEvent) => Promise<void>) => Promise<void> {
  return async (event, next) => {
    await next(event);
    offerRedirections(ask, event).catch((error: unknown) => {
      output.warn(`What moved could not be redirected: ${String(error)}`);
    });
  };
}

async function offerRedirections(ask: Ask, { files }: vscode.FileRenameEvent): Promise<void> {
  const [first] = files;
  const policy = first === undefined ? 'never' : policyOf(first.newUri);
  if (policy === 'never') return;
  const moved = files.map(({ oldUri, newUri }) => ({ oldUri: oldUri.toString(), newUri: newUri.toString() }));
  const plan = (): PromiseLike<RedirectionsOfMoves | undefined> => ask(redirectionsOfMovesRequest, { files: moved });
  const offered = await plan();
  if (offered === undefined || offered.articles.length === 0) return;
  if (policy === 'ask' && !(await agrees(offered))) return;
  // Files may have changed while the question stood there.
  const current = policy === 'ask' ? await plan() : offered;
  if (current === undefined || current.files.length === 0) return;
  const isDone = await vscode.workspace.applyEdit(workspaceEdit(current.files), { isRefactoring: true });
  const problem = isDone ? current.refused[0] : vscode.l10n.t('The files could not be changed.');
  if (problem !== undefined) tell(problem);
}

function policyOf(uri: vscode.Uri): Policy {
  return vscode.workspace.getConfiguration(clientId, uri).get<Policy>('redirections.onMove', 'ask');
}

async function agrees({ articles }: RedirectionsOfMoves): Promise<boolean> {
  const [first, ...others] = articles;
  if (first === undefined) return false;
  const isOne = others.length === 0;
  const add = isOne ? vscode.l10n.t('Add Redirection') : vscode.l10n.t('Add Redirections');
  const message = isOne
    ? vscode.l10n.t("Lead readers of '{0}' to '{1}' with a redirection?", first.source, first.url)
    : vscode.l10n.t('Lead readers of {0} articles to their new places with redirections?', articles.length);
  return (await vscode.window.showInformationMessage(message, add, vscode.l10n.t('Not Now'))) === add;
}
