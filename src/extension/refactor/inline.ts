import * as vscode from 'vscode';
import {
  inlineIncludeRequest,
  type InlinedInclude,
  type InlineIncludeParams,
  type Refused,
} from '../../server/protocol';
import { apply, ask, isDone, plainRange, rangeFrom, tell, type Asking } from '../commands/requests';

/** Inline Include: puts the content of the include at the cursor in its place. `deleteFile` answers the question. */
export async function inlineInclude(asking: Asking, argument: unknown): Promise<boolean> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return false;
  const { uri } = editor.document;
  const params: InlineIncludeParams = { uri: uri.toString(), position: plainRange(editor.selection).start };
  const inlined = await ask<InlinedInclude | Refused | null>(asking, inlineIncludeRequest, params);
  if (inlined === null) tell(vscode.l10n.t('Place the cursor in an include, `[!INCLUDE [label](path)]`.'));
  if (inlined === undefined || inlined === null || !isDone(inlined)) return false;
  const deletes = inlined.isOnlyUse ? await wantsDeleted(inlined.name, argument) : false;
  if (deletes === undefined) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, rangeFrom(inlined.edit.range), inlined.edit.newText);
  if (deletes) edit.deleteFile(vscode.Uri.parse(inlined.include));
  return apply(edit);
}

/** Whether to delete a file that nothing else includes; `undefined` where the writer steps back from it all. */
async function wantsDeleted(name: string, argument: unknown): Promise<boolean | undefined> {
  if (typeof argument === 'object' && argument !== null && 'deleteFile' in argument)
    return argument.deleteFile === true;
  const keep: vscode.QuickPickItem = { label: vscode.l10n.t("Keep '{0}'", name) };
  const remove: vscode.QuickPickItem = { label: vscode.l10n.t("Delete '{0}'", name) };
  const choice = await vscode.window.showQuickPick([keep, remove], {
    title: vscode.l10n.t('Inline Include'),
    placeHolder: vscode.l10n.t("Nothing else includes '{0}'", name),
  });
  return choice === undefined ? undefined : choice === remove;
}
