import * as vscode from 'vscode';
import { includeChildrenRequest, type IncludeChildren, type IncludeChildrenParams } from '../../server/protocol';
import { askQuietly, type Asking } from '../commands/requests';
import type { DocumentTreeData } from '../views/documentView';
import type { BranchElement, Direction, FileElement, IncludeElement } from './elements';
import { treeItem } from './treeItems';

/** The two branches of one document and their files, asked for level by level. */
export function createTreeData(asking: Asking): DocumentTreeData<IncludeElement> {
  const changed = new vscode.EventEmitter<IncludeElement | undefined>();
  let branches: readonly BranchElement[] = [];
  /** The files directly below each branch. */
  let below = new Map<BranchElement, Promise<FileElement[]>>();
  let pending = new vscode.CancellationTokenSource();

  async function ask(params: IncludeChildrenParams, token: vscode.CancellationToken): Promise<IncludeChildren | null> {
    const words = `The includes of ${params.uri} are not known`;
    return (await askQuietly<IncludeChildren | null>(asking, includeChildrenRequest, params, words, token)) ?? null;
  }

  async function filesOf(
    direction: Direction,
    document: vscode.Uri,
    chain: readonly string[],
    token: vscode.CancellationToken,
  ): Promise<FileElement[]> {
    const answer = await ask({ uri: document.toString(), direction, chain }, token);
    if (answer === null) return [];
    const root = vscode.Uri.parse(answer.root);
    return answer.children.map((child) => ({
      kind: 'file',
      direction,
      document,
      root,
      chain: [...chain, child.path],
      child,
    }));
  }

  /** Begins to ask for the files of a branch, and tells its count once it is known. */
  async function load(branch: BranchElement, token: vscode.CancellationToken): Promise<void> {
    const files = filesOf(branch.direction, branch.document, [], token);
    below.set(branch, files);
    const { length } = await files;
    if (token.isCancellationRequested) return;
    branch.count = length;
    changed.fire(branch);
  }

  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItem,
    getChildren: (element) => {
      if (element === undefined) return [...branches];
      if (element.kind === 'branch') return below.get(element) ?? [];
      return filesOf(element.direction, element.document, element.chain, pending.token);
    },
    show: async (document) => {
      pending.cancel();
      pending.dispose();
      pending = new vscode.CancellationTokenSource();
      const { token } = pending;
      const before = branches;
      branches = document === undefined ? [] : directions.map((direction) => branchOf(direction, document, before));
      below = new Map();
      const loading = Promise.all(branches.map((branch) => load(branch, token)));
      changed.fire(undefined);
      await loading;
      return undefined;
    },
    dispose: () => {
      pending.cancel();
      pending.dispose();
      changed.dispose();
    },
  };
}

const directions: readonly Direction[] = ['includes', 'dependents'];

/** A new branch, with the count that was known last, so that it does not flicker. */
function branchOf(direction: Direction, document: vscode.Uri, before: readonly BranchElement[]): BranchElement {
  const known = before.find(
    (branch) => branch.direction === direction && branch.document.toString() === document.toString(),
  );
  return { kind: 'branch', direction, document, count: known?.count };
}
