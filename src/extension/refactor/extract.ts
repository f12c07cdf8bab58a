import * as vscode from 'vscode';
import {
  extractIncludeRequest,
  prepareExtractRequest,
  type ExtractedInclude,
  type ExtractIncludeParams,
  type PreparedExtract,
  type PrepareExtractParams,
  type Refused,
} from '../../server/protocol';
import { markdownFileName } from '../../features/fileNames';
import { includesFolderOf } from '../../features/includes/names';
import { apply, ask, isDone, plainRange, rangeFrom, type Asking, type PlainRange } from '../commands/requests';

/** What the code action hands over; the palette hands over nothing. `name` answers the question for one. */
interface ExtractArgument {
  readonly uri?: string;
  readonly range?: PlainRange;
  readonly name?: string;
}

/** Extract to Include: asks for a name and makes the selection a file. Resolves to the file's address. */
export async function extractInclude(asking: Asking, argument: unknown): Promise<vscode.Uri | undefined> {
  const given = argumentFrom(argument);
  const editor = vscode.window.activeTextEditor;
  const uri = given.uri ?? editor?.document.uri.toString();
  const range = given.range ?? (editor === undefined ? undefined : plainRange(editor.selection));
  if (uri === undefined || range === undefined) return undefined;
  const params: PrepareExtractParams = { uri, range };
  const prepared = await ask<PreparedExtract | Refused>(asking, prepareExtractRequest, params);
  if (prepared === undefined || !isDone(prepared)) return undefined;
  const name = given.name ?? (await askForName(prepared, vscode.Uri.parse(uri)));
  if (name === undefined) return undefined;
  const request: ExtractIncludeParams = { uri, range, name };
  const extracted = await ask<ExtractedInclude | Refused>(asking, extractIncludeRequest, request);
  if (extracted === undefined || !isDone(extracted)) return undefined;
  const include = vscode.Uri.parse(extracted.uri);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(include, { contents: new TextEncoder().encode(extracted.content) });
  edit.replace(vscode.Uri.parse(uri), rangeFrom(extracted.edit.range), extracted.edit.newText);
  return (await apply(edit)) ? include : undefined;
}

function askForName({ suggestion, folder }: PreparedExtract, article: vscode.Uri): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Extract to Include'),
    prompt: vscode.l10n.t('Name of the new file in {0}', folder),
    value: suggestion,
    validateInput: (name) => validate(name, article),
  });
}

/** What is wrong with a name while it is typed; the server has the last word. */
async function validate(name: string, article: vscode.Uri): Promise<string | undefined> {
  const named = markdownFileName(name);
  if ('refused' in named) return named.refused;
  const folder = includesFolderOf(article.path);
  try {
    await vscode.workspace.fs.stat(article.with({ path: `${folder}/${named.fileName}` }));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
  return vscode.l10n.t("There is a file '{0}' already.", named.fileName);
}

function argumentFrom(argument: unknown): ExtractArgument {
  // Menus of the editor hand over the document's address.
  if (typeof argument !== 'object' || argument === null || argument instanceof vscode.Uri) return {};
  return argument;
}
