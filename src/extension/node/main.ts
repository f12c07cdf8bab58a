import type * as vscode from 'vscode';
import { activateExtension } from '../activate';
import type { ExtensionApi } from '../activate';
import { provideCheckTasks } from '../tasks/checkTask';

export { deactivate } from '../activate';

export function activate(context: vscode.ExtensionContext): ExtensionApi {
  // Not in the browser, where nothing can be run.
  context.subscriptions.push(provideCheckTasks());
  return activateExtension(context, async () => (await import('./connect')).connectTo(context.extensionUri));
}
