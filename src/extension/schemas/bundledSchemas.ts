import * as vscode from 'vscode';

/** Names that a `$schema` may give to a schema of ours, and its file. */
const files: Readonly<Record<string, string>> = {
  'urn:dynamics-docs:schema:metadata-dialect': 'metadata-dialect.schema.json',
  'urn:dynamics-docs:schema:config': 'dynamics-docs-config.schema.json',
};

/**
 * Hands out the schemas of the extension under the names that files give to them in `$schema`. VS Code's JSON support
 * opens such a name as a document, and activates the extension for its scheme.
 */
export function provideBundledSchemas(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider('urn', {
    provideTextDocumentContent: async (uri) => {
      const name = uri.toString(true);
      const file = Object.hasOwn(files, name) ? files[name] : undefined;
      // There are other names of this scheme, which are not ours.
      if (file === undefined) return undefined;
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'schemas', file));
      return new TextDecoder().decode(bytes);
    },
  });
}
