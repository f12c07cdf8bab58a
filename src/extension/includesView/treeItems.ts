import * as vscode from 'vscode';
import type { IncludeChild } from '../../server/protocol';
import { elementId, type BranchElement, type FileElement, type IncludeElement } from './elements';
import { branchText, fileText } from './texts';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** An element as the view draws it. */
export function treeItem(element: IncludeElement): vscode.TreeItem {
  const item = element.kind === 'branch' ? branchItem(element) : fileItem(element);
  item.id = elementId(element);
  return item;
}

function branchItem({ direction, count }: BranchElement): vscode.TreeItem {
  const { label, spoken } = branchText(direction, count, vscode.l10n.t);
  const item = new vscode.TreeItem(label, count === 0 ? None : Expanded);
  item.description = count === undefined ? '' : String(count);
  item.accessibilityInformation = { label: spoken };
  item.contextValue = 'branch';
  return item;
}

function fileItem(element: FileElement): vscode.TreeItem {
  const { child, direction, root } = element;
  const text = fileText(child, direction, vscode.l10n.t);
  const item = new vscode.TreeItem(text.label, child.count > 0 ? Collapsed : None);
  item.description = text.description;
  item.tooltip = text.tooltip;
  item.accessibilityInformation = { label: text.spoken };
  item.iconPath = icons[child.status];
  // The file's own icon, colour and badge, of a file that is there.
  if (child.status === 'ok') item.resourceUri = vscode.Uri.joinPath(root, child.path);
  item.contextValue = direction === 'includes' && child.exists ? 'include' : 'directive';
  item.command = openCommand(element);
  return item;
}

const icons: Readonly<Record<IncludeChild['status'], vscode.ThemeIcon>> = {
  ok: vscode.ThemeIcon.File,
  'not-found': new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  circular: new vscode.ThemeIcon('sync', new vscode.ThemeColor('list.warningForeground')),
  unavailable: new vscode.ThemeIcon('cloud'),
  'outside-root': new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  'not-markdown': new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
};

/** A file that is included is opened; elsewhere the directive is what one wants to see. */
function openCommand(element: FileElement): vscode.Command {
  const { child, direction, root } = element;
  const title = vscode.l10n.t('Open');
  if (direction === 'includes' && child.exists)
    return { command: 'vscode.open', title, arguments: [vscode.Uri.joinPath(root, child.path)] };
  const [selection] = placesOf(element);
  return { command: 'vscode.open', title, arguments: [directiveFile(element), { selection }] };
}

/** The file that the directives of an element stand in. */
export function directiveFile({ root, child }: FileElement): vscode.Uri {
  return vscode.Uri.joinPath(root, child.from);
}

export function placesOf({ child }: FileElement): vscode.Range[] {
  return child.places.map(({ start, end }) => new vscode.Range(start.line, start.character, end.line, end.character));
}
