import * as vscode from 'vscode';
import { metadataTreeRequest, type MetadataTree, type MetadataTreeParams } from '../../server/metadataProtocol';
import { askQuietly, type Asking } from '../commands/requests';
import { viewIds } from '../names';
import type { ActiveDocument } from '../views/activeDocument';
import { createDocumentView, type DocumentTreeData, type DocumentView } from '../views/documentView';
import type { MetadataElement } from './elements';
import { treeItem } from './treeItems';

/** The view of the effective metadata of the active article, as the build will see it. */
export function createMetadataView(active: ActiveDocument, asking: Asking): DocumentView<MetadataElement> {
  return createDocumentView(viewIds.metadata, createTreeData(asking), active, asking.supervisor, {
    // Also docfx.json, a configuration or a schema: the text that is typed counts.
    concerns: ({ languageId }) => ['markdown', 'json', 'jsonc'].includes(languageId),
  });
}

function createTreeData(asking: Asking): DocumentTreeData<MetadataElement> {
  const changed = new vscode.EventEmitter<undefined>();
  let groups: readonly MetadataElement[] = [];
  let pending = new vscode.CancellationTokenSource();

  function ask(document: vscode.Uri, token: vscode.CancellationToken): Promise<MetadataTree | null | undefined> {
    const params: MetadataTreeParams = { uri: document.toString() };
    const words = `The metadata of ${params.uri} is not known`;
    return askQuietly<MetadataTree | null>(asking, metadataTreeRequest, params, words, token);
  }

  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItem,
    getChildren: (element) => {
      if (element === undefined) return [...groups];
      if (element.kind === 'key') return [];
      return element.group.items.map((item) => ({ kind: 'key', document: element.document, item }));
    },
    show: async (document) => {
      pending.cancel();
      pending.dispose();
      const { token } = (pending = new vscode.CancellationTokenSource());
      const tree = document === undefined ? undefined : await ask(document, token);
      if (token.isCancellationRequested) return undefined;
      const isArticle = document !== undefined && tree !== undefined && tree !== null;
      groups = isArticle ? tree.groups.map((group) => ({ kind: 'group', document, group })) : [];
      changed.fire(undefined);
      return tree === null ? vscode.l10n.t('This file is no article: it has no metadata of its own.') : undefined;
    },
    dispose: () => {
      pending.cancel();
      pending.dispose();
      changed.dispose();
    },
  };
}
