import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, open, workspaceUri } from './workspace';

/** A view in the Explorer, as far as the tests look at it. */
export interface View<E> {
  readonly data: vscode.TreeDataProvider<E>;
  readonly onDidRefresh: vscode.Event<vscode.Uri | undefined>;
}

/**
 * Resolves once a check of what a view shows does not throw: tried now and at every refresh, of which there may be more than
 * the one that a test is about. Rejects with what the check threw last.
 */
export function shows(view: View<unknown>, check: () => Promise<void>, timeLimit = 20_000): Promise<void> {
  return new Promise((resolve, reject) => {
    let last: unknown;
    const attempt = async (): Promise<void> => {
      try {
        await check();
        end();
        resolve();
      } catch (error) {
        last = error;
      }
    };
    const listening = view.onDidRefresh(() => void attempt());
    const timer = setTimeout(() => {
      end();
      reject(last instanceof Error ? last : new Error('The view was not refreshed.'));
    }, timeLimit);
    const end = (): void => {
      clearTimeout(timer);
      listening.dispose();
    };
    void attempt();
  });
}

/** Opens an article and waits for a view in the Explorer to show it. */
export async function openInView(
  view: View<{ readonly document: vscode.Uri }>,
  focus: 'dynamicsDocs.metadata.focus' | 'dynamicsDocs.includes.focus',
  path: string,
): Promise<vscode.TextDocument> {
  const document = await open(path);
  // Until then VS Code does not offer the views.
  await becomesActive(path);
  await vscode.commands.executeCommand(focus);
  await isAbout(view, path);
  return document;
}

/** Resolves once the views are to be about a file. */
function becomesActive(path: string): Promise<void> {
  const { activeDocument } = extension().exports;
  const expected = workspaceUri(path).toString();
  if (activeDocument.uri?.toString() === expected) return Promise.resolve();
  return new Promise((resolve) => {
    const listening = activeDocument.onDidChange((uri) => {
      if (uri?.toString() !== expected) return;
      listening.dispose();
      resolve();
    });
  });
}

/** Resolves once a view shows a file. */
export function isAbout(view: View<{ readonly document: vscode.Uri }>, path: string): Promise<void> {
  return shows(view, async () => {
    const [first] = (await view.data.getChildren()) ?? [];
    assert.equal(first?.document.toString(), workspaceUri(path).toString());
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
