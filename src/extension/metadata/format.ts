import * as vscode from 'vscode';
import { formatFrontMatterRequest, type FormatFrontMatterParams } from '../../server/metadataProtocol';
import type { DocumentChange } from '../../server/protocol';
import { servedSchemes } from '../client/selector';
import { apply, ask, plainRange, type Asking } from '../commands/requests';
import { clientId } from '../names';
import { articleFor, textEdits, workspaceEdit } from './edits';

/** Format Front Matter: of the active article, or the part of it that is selected. */
export async function formatFrontMatter(asking: Asking, argument: unknown): Promise<boolean> {
  const uri = articleFor(argument);
  if (uri === undefined) return false;
  const editor = vscode.window.activeTextEditor;
  const selection = editor?.document.uri.toString() === uri.toString() ? editor.selection : undefined;
  const range = selection === undefined || selection.isEmpty ? undefined : selection;
  const edits = await changesFor(asking, uri, range);
  return edits !== undefined && (edits.length === 0 || apply(workspaceEdit([{ uri: uri.toString(), edits }])));
}

/**
 * Format Document and Format Selection for Markdown, where the setting asks for it: as a second formatter beside another
 * extension's it would have VS Code ask everybody which one they want (ADR 6).
 */
export function registerFormatter(asking: Asking): vscode.Disposable {
  let registered: vscode.Disposable | undefined;
  const update = (): void => {
    const isWanted = vscode.workspace.getConfiguration(clientId).get<boolean>('format.enable', false);
    if (isWanted === (registered !== undefined)) return;
    registered?.dispose();
    registered = isWanted ? registerProvider(asking) : undefined;
  };
  const listening = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(`${clientId}.format`)) update();
  });
  update();
  return new vscode.Disposable(() => {
    listening.dispose();
    registered?.dispose();
  });
}

/** VS Code formats a whole document by a provider for ranges, too. */
function registerProvider(asking: Asking): vscode.Disposable {
  const selector = servedSchemes().map((scheme) => ({ scheme, language: 'markdown' }));
  return vscode.languages.registerDocumentRangeFormattingEditProvider(selector, {
    provideDocumentRangeFormattingEdits: async ({ uri }, range, _options, token) =>
      textEdits((await changesFor(asking, uri, range, token)) ?? []),
  });
}

function changesFor(
  asking: Asking,
  uri: vscode.Uri,
  range: vscode.Range | undefined,
  token?: vscode.CancellationToken,
): Promise<readonly DocumentChange[] | undefined> {
  const within = range === undefined ? {} : { range: plainRange(range) };
  const params: FormatFrontMatterParams = { uri: uri.toString(), ...within };
  return ask<readonly DocumentChange[]>(asking, formatFrontMatterRequest, params, token);
}
