import * as vscode from 'vscode';
import { setMetadataRequest, type FileChanges, type SetMetadataParams } from '../../server/metadataProtocol';
import type { Refused } from '../../server/protocol';
import { apply, ask, isDone, type Asking } from '../commands/requests';
import { isKeyElement } from '../metadataView/elements';
import { workspaceEdit } from './edits';

/** Edit Value: asks for another value of a key of the view. `value` answers the question for one. */
export async function editMetadataValue(asking: Asking, argument: unknown, answer?: unknown): Promise<boolean> {
  if (!isKeyElement(argument)) return false;
  const { document, item } = argument;
  const given = typeof answer === 'string' ? answer : undefined;
  const value = given ?? (await askForValue({ ...item, current: item.value, title: item.key }));
  return value !== undefined && set(asking, { uris: [document.toString()], key: item.key, value });
}

/** Take Over Value: writes what the article inherits into its own front matter. */
export async function takeOverMetadataValue(asking: Asking, argument: unknown): Promise<boolean> {
  if (!isKeyElement(argument)) return false;
  const { document, item } = argument;
  return set(asking, { uris: [document.toString()], key: item.key, value: null });
}

async function set(asking: Asking, params: SetMetadataParams): Promise<boolean> {
  const files = await ask<readonly FileChanges[] | Refused>(asking, setMetadataRequest, params);
  if (files === undefined || !isDone(files)) return false;
  return files.length === 0 || apply(workspaceEdit(files));
}

interface ValueQuestion {
  readonly title: string;
  readonly description?: string | undefined;
  readonly current: string;
  /** The values that are allowed; empty where any is. */
  readonly values: readonly string[];
}

/** Lets the writer choose among the values that are allowed, or type one. */
export function askForValue({ title, description, current, values }: ValueQuestion): Thenable<string | undefined> {
  if (values.length === 0) {
    const prompt = description ?? vscode.l10n.t('The value as it is written in front matter');
    return vscode.window.showInputBox({ title, prompt, value: current });
  }
  // The one that is there first, so that Enter changes nothing.
  const sorted = values.includes(current) ? [current, ...values.filter((value) => value !== current)] : [...values];
  return vscode.window.showQuickPick(sorted, { title, placeHolder: description ?? vscode.l10n.t('Value') });
}
