import * as vscode from 'vscode';
import type { MetadataTreeItem } from '../../server/metadataProtocol';
import { rangeFrom } from '../commands/requests';
import { elementId, type GroupElement, type KeyElement, type MetadataElement } from './elements';
import { groupText, keyText } from './texts';

const { Expanded, None } = vscode.TreeItemCollapsibleState;

/** An element as the view draws it. */
export function treeItem(element: MetadataElement): vscode.TreeItem {
  const item = element.kind === 'group' ? groupItem(element) : keyItem(element);
  item.id = elementId(element);
  return item;
}

function groupItem({ group }: GroupElement): vscode.TreeItem {
  const { label, spoken } = groupText(group, vscode.l10n.t);
  const item = new vscode.TreeItem(label, Expanded);
  item.accessibilityInformation = { label: spoken };
  item.contextValue = 'group';
  return item;
}

function keyItem({ document, item: key }: KeyElement): vscode.TreeItem {
  const text = keyText(key, vscode.l10n.t);
  const item = new vscode.TreeItem(key.key, None);
  item.description = text.description;
  item.tooltip = tooltipOf(key.key, text.paragraphs);
  item.accessibilityInformation = { label: text.spoken };
  item.iconPath = iconOf(key);
  item.contextValue = contextOf(key);
  item.command = openCommand(document, key);
  return item;
}

function tooltipOf(key: string, paragraphs: readonly string[]): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  for (const paragraph of [key, ...paragraphs]) tooltip.appendText(paragraph).appendMarkdown('\n\n');
  return tooltip;
}

function iconOf({ state, requirement, problem }: MetadataTreeItem): vscode.ThemeIcon {
  switch (state) {
    case 'own':
      return new vscode.ThemeIcon('pass');
    case 'inherited':
      return new vscode.ThemeIcon('references');
    case 'missing':
      return requirement === 'required'
        ? new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('list.warningForeground'))
        : new vscode.ThemeIcon('circle-outline');
    case 'invalid':
      return problemIcons[problem?.severity ?? 'warning'];
  }
}

const problemIcons = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  suggestion: new vscode.ThemeIcon('info'),
  info: new vscode.ThemeIcon('lightbulb'),
} as const;

/** What can be done with a key, for the `when` of the inline actions. */
function contextOf({ source, isScalar }: MetadataTreeItem): string {
  if (source === undefined) return 'missing';
  if (source !== 'frontMatter') return 'inherited';
  return isScalar ? 'own' : 'ownList';
}

/** A key that is missing leads to the top of the article. */
function openCommand(document: vscode.Uri, { place }: MetadataTreeItem): vscode.Command {
  const target = place === null ? document : vscode.Uri.parse(place.uri);
  const selection = place === null ? new vscode.Range(0, 0, 0, 0) : rangeFrom(place.range);
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [target, { selection }] };
}
