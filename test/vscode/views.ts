import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { workspaceUri } from './workspace';

/** A view in the Explorer, as far as the tests look at it. */
export interface View<E> {
  readonly data: vscode.TreeDataProvider<E>;
  readonly onDidRefresh: vscode.Event<vscode.Uri | undefined>;
}

/** Resolves the next time that the view has taken over a file. */
export function refreshed(view: View<unknown>, path: string | undefined): Promise<void> {
  const expected = path === undefined ? undefined : workspaceUri(path).toString();
  return new Promise((resolve) => {
    const listening = view.onDidRefresh((document) => {
      if (document?.toString() !== expected) return;
      listening.dispose();
      resolve();
    });
  });
}

export function labelOf({ label }: vscode.TreeItem): string {
  return typeof label === 'string' ? label : '';
}

/** Selects an element as a click does. */
export async function click<E>(view: View<E>, element: E | undefined): Promise<void> {
  assert.ok(element !== undefined);
  const { command } = await view.data.getTreeItem(element);
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

export function selected(): string {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection) ?? '';
}
