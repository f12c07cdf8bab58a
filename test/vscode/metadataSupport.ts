import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { replace } from './workspace';

/** The server has read the docset: what its articles write is known, and so is what they inherit. */
export async function docsetIsRead(): Promise<void> {
  await vscode.commands.executeCommand('dynamicsDocs.validateWorkspace');
}

/** Puts text in place of a piece of an article, and tells where the `|` in it is. */
export async function write(document: vscode.TextDocument, from: string, marked: string): Promise<vscode.Position> {
  const offset = document.getText().indexOf(from);
  assert.ok(offset >= 0, `${from} is not there`);
  await replace(document, from, marked.replace('|', ''));
  return document.positionAt(offset + marked.indexOf('|'));
}

/** What the extension offers at a position, told by its kinds: other extensions complete words. */
export async function offered(
  document: vscode.TextDocument,
  position: vscode.Position,
  trigger?: string,
  kinds: readonly vscode.CompletionItemKind[] = [vscode.CompletionItemKind.Property, vscode.CompletionItemKind.Value],
): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    trigger,
    // As many are explained.
    100,
  );
  return list.items
    .filter(({ kind }) => kind !== undefined && kinds.includes(kind))
    .sort((a, b) => (String(a.sortText) < String(b.sortText) ? -1 : 1));
}

export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

export function markdownOf(content: unknown): string {
  return content instanceof vscode.MarkdownString ? content.value : String(content);
}
