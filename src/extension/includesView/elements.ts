import type * as vscode from 'vscode';
import type { IncludeChild, IncludeChildrenParams } from '../../server/protocol';

export type Direction = IncludeChildrenParams['direction'];

/** One of the two branches of the view. */
export interface BranchElement {
  readonly kind: 'branch';
  readonly direction: Direction;
  /** The document that the view is about. */
  readonly document: vscode.Uri;
  /** How many files lie directly below; `undefined` until the server has said so. */
  count: number | undefined;
}

/** A file in the tree. */
export interface FileElement {
  readonly kind: 'file';
  readonly direction: Direction;
  readonly document: vscode.Uri;
  /** Root of the repository. */
  readonly root: vscode.Uri;
  /** Root-relative paths from below the document down to this file. */
  readonly chain: readonly string[];
  readonly child: IncludeChild;
}

export type IncludeElement = BranchElement | FileElement;

/** Whether an argument of a command is a file of the view. */
export function isFileElement(argument: unknown): argument is FileElement {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && argument.kind === 'file';
}

/** The same for the same place in the tree whenever it is asked for: VS Code keeps by it what is expanded. */
export function elementId({ direction, document, ...rest }: IncludeElement): string {
  const chain = rest.kind === 'file' ? rest.chain : [];
  return [document.toString(), direction, ...chain].join('\n');
}
