import type * as vscode from 'vscode';
import { activateExtension } from '../activate';
import type { ExtensionApi } from '../activate';

export { deactivate } from '../activate';

export function activate(context: vscode.ExtensionContext): ExtensionApi {
  return activateExtension(context, async () => (await import('./connect')).connectTo(context.extensionUri));
}
