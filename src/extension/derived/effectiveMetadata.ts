import * as vscode from 'vscode';
import {
  effectiveMetadataRequest,
  repositoryRootRequest,
  type RepositoryRoot,
  type RepositoryRootParams,
} from '../../server/metadataProtocol';
import { ask, type Asking } from '../commands/requests';
import { articleOf, createDerivedDocuments, requestText, type DerivedDocuments } from './derivedDocuments';

const scheme = 'dynamics-docs-metadata';

/** Show Effective Metadata: as the build sees it, each value below its source, which can be followed. */
export function createEffectiveMetadata(asking: Asking): DerivedDocuments {
  const { supervisor, output } = asking;
  const documents = createDerivedDocuments(supervisor, {
    scheme,
    language: 'yaml',
    nameOf: (path) => path.replace(/(\.md)?$/i, ` (${vscode.l10n.t('metadata')}).yml`),
    textOf: (uri, token) =>
      requestText(supervisor, output, effectiveMetadataRequest, uri, token, {
        nothing: `# ${vscode.l10n.t('This file is no article of a folder that is open.')}\n`,
        failed: `# ${vscode.l10n.t('The metadata could not be worked out. The output says why.')}\n`,
      }),
  });
  const links = vscode.languages.registerDocumentLinkProvider(
    { scheme },
    { provideDocumentLinks: (document, token) => linksOf(asking, document, token) },
  );
  return {
    show: documents.show,
    dispose: () => {
      links.dispose();
      documents.dispose();
    },
  };
}

/** "# articles/docfx.json:57:22, fileMetadata": the source of the value below. */
const source = /^# (.+?):(\d+):(\d+), (?:frontMatter|fileMetadata|globalMetadata)/gm;

async function linksOf(
  asking: Asking,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentLink[]> {
  const params: RepositoryRootParams = { uri: articleOf(document.uri) };
  const root = await ask<RepositoryRoot | null>(asking, repositoryRootRequest, params, token);
  if (root === undefined || root === null) return [];
  const folder = vscode.Uri.parse(root.uri);
  return [...document.getText().matchAll(source)].map(({ index, 1: path = '', 2: line = '', 3: column = '' }) => {
    const start = document.positionAt(index + 2);
    const range = new vscode.Range(start, start.translate(0, `${path}:${line}:${column}`.length));
    return new vscode.DocumentLink(range, vscode.Uri.joinPath(folder, path).with({ fragment: `L${line},${column}` }));
  });
}
