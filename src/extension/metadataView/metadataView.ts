import * as vscode from 'vscode';
import { metadataTreeRequest, type MetadataTree, type MetadataTreeParams } from '../../server/metadataProtocol';
import type { Supervisor } from '../client/supervisor';
import { viewIds } from '../names';
import type { ActiveDocument } from '../views/activeDocument';
import { createDocumentView, type DocumentTreeData, type DocumentView } from '../views/documentView';
import type { MetadataElement } from './elements';
import { treeItem } from './treeItems';

/** The view of the effective metadata of the active article, as the build will see it. */
export function createMetadataView(
  active: ActiveDocument,
  supervisor: Supervisor,
  output: vscode.LogOutputChannel,
): DocumentView<MetadataElement> {
  return createDocumentView(viewIds.metadata, createTreeData(supervisor, output), active, supervisor, {
    // Also docfx.json, a configuration or a schema: the text that is typed counts.
    concerns: ({ languageId }) => ['markdown', 'json', 'jsonc'].includes(languageId),
  });
}

function createTreeData(supervisor: Supervisor, output: vscode.LogOutputChannel): DocumentTreeData<MetadataElement> {
  const changed = new vscode.EventEmitter<undefined>();
  let groups: readonly MetadataElement[] = [];
  let asking = new vscode.CancellationTokenSource();

  async function ask(document: vscode.Uri, token: vscode.CancellationToken): Promise<MetadataTree | null | undefined> {
    try {
      const connection = await supervisor.running();
      const params: MetadataTreeParams = { uri: document.toString() };
      return await connection?.request<MetadataTree | null>(metadataTreeRequest, params, token);
    } catch (error) {
      // A newer question is on its way, or the server is.
      if (!token.isCancellationRequested)
        output.warn(`The metadata of ${document.toString()} is not known: ${String(error)}`);
      return undefined;
    }
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
      asking.cancel();
      asking.dispose();
      const { token } = (asking = new vscode.CancellationTokenSource());
      const tree = document === undefined ? undefined : await ask(document, token);
      if (token.isCancellationRequested) return undefined;
      const isArticle = document !== undefined && tree !== undefined && tree !== null;
      groups = isArticle ? tree.groups.map((group) => ({ kind: 'group', document, group })) : [];
      changed.fire(undefined);
      return tree === null ? vscode.l10n.t('This file is no article: it has no metadata of its own.') : undefined;
    },
    dispose: () => {
      asking.cancel();
      asking.dispose();
      changed.dispose();
    },
  };
}
