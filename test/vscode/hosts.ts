import * as vscode from 'vscode';

/** Tests of what needs Node: a web worker, as in VS Code for the web, has none. Skipped there, with what is missing. */
export function describeOnNode(title: string, missing: string, define: () => void): void {
  if (typeof process !== 'undefined') describe(title, define);
  else describe(title, () => it(needs(missing)));
}

/** A test of the preview, which VS Code's Markdown extension asks extensions of its own host for. Skipped in others. */
export function itWithPreview(title: string, test: () => Promise<void>): void {
  if (vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined) it(title, test);
  else it(`${title}: ${needs('the Markdown extension in the same extension host')}`);
}

function needs(missing: string): string {
  return `needs ${missing}`;
}
