import * as vscode from 'vscode';
import { bodyStart } from '../../core/includes/body';
import { updateDateRequest, type UpdateDateParams } from '../../server/metadataProtocol';
import type { DocumentChange, Refused } from '../../server/protocol';
import { servedSchemes } from '../client/selector';
import { apply, ask, askQuietly, isDone, type Asking } from '../commands/requests';
import { clientId } from '../names';
import { articleFor, textEdits, workspaceEdit } from './edits';

/** Update ms.date to Today: inserts the key where the article lacks it. Resolves to whether the date stands there. */
export async function updateDate(asking: Asking, argument: unknown): Promise<boolean> {
  const uri = articleFor(argument)?.toString();
  if (uri === undefined) return false;
  const params: UpdateDateParams = { uri, insertsKey: true };
  const edits = await ask<readonly DocumentChange[] | Refused>(asking, updateDateRequest, params);
  if (edits === undefined || !isDone(edits)) return false;
  return edits.length === 0 || apply(workspaceEdit([{ uri, edits }]));
}

/** Updates the date of articles whose body was changed, as they are saved, where the setting asks for it. */
export function updateDatesOnSave(asking: Asking): vscode.Disposable {
  return vscode.workspace.onWillSaveTextDocument((saving) => {
    const { document } = saving;
    if (document.languageId !== 'markdown' || !servedSchemes().includes(document.uri.scheme)) return;
    if (!vscode.workspace.getConfiguration(clientId, document.uri).get<boolean>('updateDateOnSave', false)) return;
    saving.waitUntil(
      dateEdits(asking, document).catch((error: unknown) => {
        asking.output.warn(`The date of ${document.uri.toString()} was not updated: ${String(error)}`);
        return [];
      }),
    );
  });
}

async function dateEdits(asking: Asking, document: vscode.TextDocument): Promise<vscode.TextEdit[]> {
  const text = document.getText();
  if (!(await isBodyChanged(document.uri, text))) return [];
  const params: UpdateDateParams = { uri: document.uri.toString(), insertsKey: false };
  const words = `The date of ${params.uri} was not updated`;
  const edits = await askQuietly<readonly DocumentChange[] | Refused>(asking, updateDateRequest, params, words);
  // What is no article has no date: nothing that a writer need be told while saving.
  return edits === undefined || 'refused' in edits ? [] : textEdits(edits);
}

/** Whether more than the front matter differs from what was saved last. A file that is new counts as changed. */
async function isBodyChanged(uri: vscode.Uri, text: string): Promise<boolean> {
  let saved: Uint8Array;
  try {
    saved = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return true;
    throw error;
  }
  return bodyOf(new TextDecoder().decode(saved)) !== bodyOf(text);
}

function bodyOf(text: string): string {
  return text.slice(bodyStart(text));
}
