import * as vscode from 'vscode';

/** What the page of a report may load: the parts of the extension that it is made of. */
export function viewRoots(extensionUri: vscode.Uri): readonly vscode.Uri[] {
  return ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder));
}

/**
 * The page that shows whichever report it is sent. Nothing of a repository is in it.
 *
 * @param language a tag as `Intl` takes it
 */
export function viewHtml(webview: vscode.Webview, extensionUri: vscode.Uri, language: string): string {
  const style = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'media', 'report.css')).toString();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'reportView.js')).toString();
  const { cspSource } = webview;
  const policy = `default-src 'none'; style-src ${cspSource}; script-src ${cspSource}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${vscode.l10n.t('Health Report')}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<script src="${script}"></script>
</body>
</html>
`;
}
