import type * as vscode from 'vscode';
import { activateExtension } from './activate';
import type { ExtensionApi } from './activate';
import type { Connect } from './client/serverConnection';
import { provideCheckTasks } from './tasks/checkTask';

export { deactivate } from './activate';

/** Whether this extension host is Node rather than a web worker, which has `importScripts` for a name. */
const inNode = typeof importScripts === 'undefined';

/**
 * The entry of both hosts, in one bundle: most of it is the client's library, which would be in the package twice. What
 * needs the platform is loaded after activation, and of the other platform nothing ever is.
 */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  // A browser can run nothing.
  if (inNode) context.subscriptions.push(provideCheckTasks());
  return activateExtension(context, () => connectTo(context.extensionUri));
}

async function connectTo(extension: vscode.Uri): Promise<Connect> {
  const platform = inNode ? await import('./node/connect') : await import('./browser/connect');
  return platform.connectTo(extension);
}
