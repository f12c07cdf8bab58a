import * as vscode from 'vscode';
import { includeFilesRequest, type IncludeFile, type IncludeFilesParams } from '../../server/protocol';
import { ask, tell, type Asking } from '../commands/requests';

interface IncludeItem extends vscode.QuickPickItem {
  readonly file: IncludeFile;
}

/** Insert Include: writes the directive of a chosen file at the cursor. `path`, root-relative, answers the question. */
export async function insertInclude(asking: Asking, argument: unknown): Promise<boolean> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return false;
  const params: IncludeFilesParams = { uri: editor.document.uri.toString() };
  const loading = ask<readonly IncludeFile[]>(asking, includeFilesRequest, params);
  const path = pathFrom(argument);
  const chosen = path === undefined ? await pick(loading) : (await loading)?.find((file) => file.path === path);
  if (chosen === undefined) return false;
  return editor.edit((edit) => {
    edit.replace(editor.selection, chosen.directive);
  });
}

/** Lets the writer search by name, folder and first words, and look at a file beside the article. */
async function pick(loading: Promise<readonly IncludeFile[] | undefined>): Promise<IncludeFile | undefined> {
  const input = vscode.window.createQuickPick<IncludeItem>();
  input.title = vscode.l10n.t('Insert Include');
  input.placeholder = vscode.l10n.t('Name, folder or first words of an include file');
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.busy = true;
  const look: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('open-preview'),
    tooltip: vscode.l10n.t('Open to the Side'),
  };
  const chosen = new Promise<IncludeFile | undefined>((resolve) => {
    input.onDidAccept(() => {
      resolve(input.activeItems[0]?.file);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
    });
    input.onDidTriggerItemButton(({ item }) => {
      input.ignoreFocusOut = true;
      void vscode.window.showTextDocument(vscode.Uri.parse(item.file.uri), {
        viewColumn: vscode.ViewColumn.Beside,
        preview: true,
        preserveFocus: true,
      });
    });
  });
  try {
    input.show();
    const files = await loading;
    if (files?.length === 0) {
      tell(vscode.l10n.t('There are no include files: Markdown in a folder called includes.'));
      return undefined;
    }
    input.items = (files ?? []).map((file) => itemOf(file, look));
    input.busy = false;
    return await (files === undefined ? undefined : chosen);
  } finally {
    input.dispose();
  }
}

function itemOf(file: IncludeFile, look: vscode.QuickInputButton): IncludeItem {
  const { path, users, summary } = file;
  const slash = path.lastIndexOf('/');
  const used = users === 1 ? vscode.l10n.t('in 1 file') : vscode.l10n.t('in {0} files', users);
  const description = `${path.slice(0, Math.max(slash, 0))} · ${used}`;
  return { label: path.slice(slash + 1), description, detail: summary, buttons: [look], file };
}

function pathFrom(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('path' in argument)) return undefined;
  return argument instanceof vscode.Uri || typeof argument.path !== 'string' ? undefined : argument.path;
}
