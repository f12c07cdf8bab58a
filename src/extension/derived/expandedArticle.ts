import * as vscode from 'vscode';
import { expandedArticleRequest } from '../../server/protocol';
import type { Supervisor } from '../client/supervisor';
import { createDerivedDocuments, requestText, type DerivedDocuments } from './derivedDocuments';

/** Show Expanded Article: the full Markdown, current as the article and what it includes change. */
export function createExpandedArticles(supervisor: Supervisor, output: vscode.LogOutputChannel): DerivedDocuments {
  return createDerivedDocuments(supervisor, {
    scheme: 'dynamics-docs-expanded',
    language: 'markdown',
    nameOf: (path) => path.replace(/(\.md)?$/i, ` (${vscode.l10n.t('expanded')}).md`),
    textOf: (uri, token) =>
      requestText(supervisor, output, expandedArticleRequest, uri, token, {
        nothing: vscode.l10n.t('This file belongs to no folder that is open, so its includes are not known.'),
        failed: vscode.l10n.t('The article could not be expanded. The output says why.'),
      }),
  });
}
