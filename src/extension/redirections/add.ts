import * as vscode from 'vscode';
import type { Refused } from '../../server/protocol';
import {
  addRedirectionRequest,
  redirectionChoicesRequest,
  type AddedRedirection,
  type AddRedirectionParams,
  type RedirectionChanges,
  type RedirectionChoices,
  type RedirectionChoicesParams,
} from '../../server/redirectionProtocol';
import { workspaceFolder } from '../commands/folders';
import { apply, ask, isDone, plainRange, rangeFrom, tell, type Asking } from '../commands/requests';

/** Answers to the questions of the command, one by one; what is left out is asked. */
interface Answers {
  /** Root-relative path of the page that is gone. */
  readonly source?: string;
  /** Root-relative path of a page, or an address. */
  readonly target?: string;
}

/**
 * Add Redirection: asks for the page that is gone and for where its readers go, and shows the file of redirections with
 * the new entry, not saved yet.
 */
export async function addRedirection(asking: Asking, answers: unknown): Promise<boolean> {
  const place = await placeOf();
  if (place === undefined) return false;
  const choices = await ask<RedirectionChoices | null>(asking, redirectionChoicesRequest, place);
  if (choices === null) tell(vscode.l10n.t('This folder is not open.'));
  if (choices === undefined || choices === null) return false;
  const given = answersFrom(answers);
  const source = given.source ?? (await askForSource(choices.source));
  if (source === undefined) return false;
  const target = given.target ?? (await askForTarget(choices.pages, source));
  if (target === undefined) return false;
  const params: AddRedirectionParams = { uri: place.uri, source, target };
  const added = await ask<AddedRedirection | Refused>(asking, addRedirectionRequest, params);
  if (added === undefined || !isDone(added)) return false;
  if (!(await apply(editOf(added.files)))) return false;
  const [first] = added.files;
  if (first !== undefined) await vscode.window.showTextDocument(vscode.Uri.parse(first.uri));
  void vscode.window.showInformationMessage(added.summary);
  return true;
}

/** The cursor of the active editor where that shows a file of the workspace, else a folder of it. */
async function placeOf(): Promise<RedirectionChoicesParams | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined && vscode.workspace.getWorkspaceFolder(editor.document.uri) !== undefined)
    return { uri: editor.document.uri.toString(), position: plainRange(editor.selection).start };
  const folder = await workspaceFolder();
  // A file in it leads to its repository, also where the folder is the root.
  return folder === undefined ? undefined : { uri: vscode.Uri.joinPath(folder, 'docfx.json').toString() };
}

function askForSource(value: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Add Redirection'),
    prompt: vscode.l10n.t('The page that is gone: its path from the root of the repository'),
    value,
    validateInput: (typed) => (typed.trim() === '' ? vscode.l10n.t('Type the path of a page.') : undefined),
  });
}

/** One of the pages, or an address that is typed. */
async function askForTarget(pages: readonly string[], source: string): Promise<string | undefined> {
  const address = vscode.l10n.t('An address…');
  const items = [address, ...pages.filter((page) => page !== source)].map((label) => ({ label }));
  const title = vscode.l10n.t("Redirect '{0}'", source);
  const options = { title, placeHolder: vscode.l10n.t('Where its readers go') };
  const chosen = (await vscode.window.showQuickPick(items, options))?.label;
  if (chosen !== address) return chosen;
  return vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('A path from the root of the site, such as /contoso/page, or an address'),
    validateInput: (typed) =>
      /^(?:\/|https?:\/\/)\S+$/i.test(typed) ? undefined : vscode.l10n.t('Begin with / or https://.'),
  });
}

function editOf(files: readonly RedirectionChanges[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const file of files) {
    const uri = vscode.Uri.parse(file.uri);
    if ('text' in file) edit.createFile(uri, { contents: new TextEncoder().encode(file.text) });
    else for (const { range, newText } of file.edits) edit.replace(uri, rangeFrom(range), newText);
  }
  return edit;
}

function answersFrom(answers: unknown): Answers {
  if (typeof answers !== 'object' || answers === null || answers instanceof vscode.Uri) return {};
  const { source, target } = answers as Readonly<Record<string, unknown>>;
  return {
    ...(typeof source === 'string' ? { source } : {}),
    ...(typeof target === 'string' ? { target } : {}),
  };
}
