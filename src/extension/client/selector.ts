import * as vscode from 'vscode';

/** One kind of document, in the shape that both VS Code and the language server protocol take. */
export interface ServedDocuments {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}

/** Schemes of files that may be open without any folder. Left out are the read-only ones of diffs, output and chat. */
const schemesWithoutFolder = ['file', 'untitled', 'vscode-vfs', 'vscode-test-web'];

const configurationFiles =
  '**/{docfx.json,.dynamics-docs.json,.openpublishing.publish.config.json,.openpublishing.redirection*.json,*.schema.json}';

const tablesOfContents = '**/{toc,TOC}.yml';

/** Tables of contents, hubs, landing pages: only their texts say what they are. */
const yamlFiles = '**/*.yml';

/** The schemes whose documents go to the server: the usual ones, and whatever the workspace folders live on. */
export function servedSchemes(): string[] {
  const ofFolders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set([...schemesWithoutFolder, ...ofFolders])];
}

/** What goes to the server. */
export function documentSelector(schemes: readonly string[]): ServedDocuments[] {
  return [...statusSelector(schemes), ...schemes.map((scheme) => ({ scheme, pattern: yamlFiles }))];
}

/** What the status item is shown for: not all YAML is the build's. */
export function statusSelector(schemes: readonly string[]): ServedDocuments[] {
  return schemes.flatMap((scheme) => [
    { scheme, language: 'markdown' },
    { scheme, pattern: configurationFiles },
    { scheme, pattern: tablesOfContents },
  ]);
}

/** Tells when a folder joins the workspace whose scheme has not been served so far. */
export function onNewScheme(listener: () => void): vscode.Disposable {
  let known = servedSchemes();
  return vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => {
    if (added.every((folder) => known.includes(folder.uri.scheme))) return;
    known = servedSchemes();
    listener();
  });
}
