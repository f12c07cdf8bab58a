import * as vscode from 'vscode';
import type { Asking } from '../commands/requests';
import { viewIds } from '../names';
import type { ActiveDocument } from '../views/activeDocument';
import { createDocumentView, type DocumentView } from '../views/documentView';
import { isFileElement, type IncludeElement } from './elements';
import { createTreeData } from './treeData';
import { directiveFile, placesOf } from './treeItems';

/** The view of what the active document includes and who includes it. */
export function createIncludesView(active: ActiveDocument, asking: Asking): DocumentView<IncludeElement> {
  return createDocumentView(viewIds.includes, createTreeData(asking), active, asking.supervisor, {
    showCollapseAll: true,
    concerns: ({ languageId }) => languageId === 'markdown',
  });
}

/** Goes to the directive of a file in the view; peeks at them where there are several. */
export async function goToDirective(argument: unknown): Promise<void> {
  if (!isFileElement(argument)) return;
  const file = directiveFile(argument);
  const places = placesOf(argument);
  const [first] = places;
  if (first === undefined) return;
  if (places.length === 1) {
    await vscode.commands.executeCommand('vscode.open', file, { selection: first });
    return;
  }
  const locations = places.map((range) => new vscode.Location(file, range));
  await vscode.commands.executeCommand('editor.action.goToLocations', file, first.start, locations, 'peek');
}
