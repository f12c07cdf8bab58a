import type * as vscode from 'vscode';
import type { MetadataTreeGroup, MetadataTreeItem } from '../../server/metadataProtocol';

/** Required, recommended or other keys. */
export interface GroupElement {
  readonly kind: 'group';
  /** The article that the view is about. */
  readonly document: vscode.Uri;
  readonly group: MetadataTreeGroup;
}

/** One key of the article, or one that it should have. */
export interface KeyElement {
  readonly kind: 'key';
  readonly document: vscode.Uri;
  readonly item: MetadataTreeItem;
}

export type MetadataElement = GroupElement | KeyElement;

/** Whether an argument of a command is a key of the view. */
export function isKeyElement(argument: unknown): argument is KeyElement {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && argument.kind === 'key';
}

/** The same for the same key whenever it is asked for: VS Code keeps by it what is expanded and selected. */
export function elementId(element: MetadataElement): string {
  const name = element.kind === 'group' ? `group ${element.group.requirement}` : `key ${element.item.key}`;
  return `${element.document.toString()}\n${name}`;
}
