import * as vscode from 'vscode';
import {
  insertMetadataRequest,
  metadataTreeRequest,
  type InsertMetadataParams,
  type MetadataTree,
  type MetadataTreeItem,
  type MetadataTreeParams,
  type SnippetChange,
} from '../../server/metadataProtocol';
import type { Refused } from '../../server/protocol';
import { apply, ask, isDone, rangeFrom, tell, type Asking } from '../commands/requests';
import { isKeyElement } from '../metadataView/elements';
import { keyText } from '../metadataView/texts';
import { articleFor } from './edits';

/** Insert Missing Metadata: writes the keys that are chosen of those that the active article lacks, to be filled in. */
export async function insertMetadata(asking: Asking, argument: unknown): Promise<boolean> {
  const uri = articleFor(argument);
  if (uri === undefined) return false;
  const keys = isKeyElement(argument) ? [argument.item.key] : (keysFrom(argument) ?? (await askForKeys(asking, uri)));
  if (keys === undefined || keys.length === 0) return false;
  const params: InsertMetadataParams = { uri: uri.toString(), keys };
  const changes = await ask<readonly SnippetChange[] | Refused>(asking, insertMetadataRequest, params);
  if (changes === undefined || !isDone(changes)) return false;
  // Stops can only be filled in where the text is shown.
  await vscode.window.showTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    uri,
    changes.map(
      ({ range, snippet }) => new vscode.SnippetTextEdit(rangeFrom(range), new vscode.SnippetString(snippet)),
    ),
  );
  return apply(edit);
}

async function askForKeys(asking: Asking, uri: vscode.Uri): Promise<readonly string[] | undefined> {
  const params: MetadataTreeParams = { uri: uri.toString() };
  const tree = await ask<MetadataTree | null>(asking, metadataTreeRequest, params);
  if (tree === undefined) return undefined;
  if (tree === null) {
    tell(vscode.l10n.t('This file is no article: it has no metadata of its own.'));
    return undefined;
  }
  const missing = tree.groups.flatMap(({ items }) => items.filter(({ state }) => state === 'missing'));
  if (missing.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No required or recommended key is missing.'));
    return undefined;
  }
  const chosen = await vscode.window.showQuickPick(missing.map(itemOf), {
    title: vscode.l10n.t('Insert Missing Metadata'),
    placeHolder: vscode.l10n.t('Keys to insert'),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.map(({ label }) => label);
}

function itemOf(item: MetadataTreeItem): vscode.QuickPickItem {
  const isRequired = item.requirement === 'required';
  return {
    label: item.key,
    description: isRequired ? vscode.l10n.t('required') : vscode.l10n.t('recommended'),
    detail: keyText(item, vscode.l10n.t).paragraphs[1] ?? '',
    picked: isRequired,
  };
}

function keysFrom(argument: unknown): readonly string[] | undefined {
  if (typeof argument !== 'object' || argument === null || !('keys' in argument)) return undefined;
  const { keys } = argument;
  return Array.isArray(keys) ? keys.filter((key): key is string => typeof key === 'string') : undefined;
}
