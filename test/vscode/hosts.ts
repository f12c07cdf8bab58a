import * as vscode from 'vscode';

/**
 * Tests of what only some hosts have. In the others they are skipped, with what is missing: docs/compatibility.md says so.
 *
 * @param needed that which the host has if `isThere`
 */
export function describeWith(
  needed: string,
  isThere: boolean,
  title: string,
  define: (this: Mocha.Suite) => void,
): void {
  describe(title, isThere ? define : () => it(`needs ${needed}`));
}

/** A web worker, as in VS Code for the web, has no processes. */
export const onNode = typeof process !== 'undefined';

/** VS Code's Markdown extension asks the extensions of its own host for what they add to the preview. */
export const hasPreview = vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined;

export const hasTools = 'LanguageModelToolResult' in vscode;

/** Where VS Code runs in a browser, its page can be asked for what no extension can do (driver.ts). */
export const hasPage = vscode.env.uiKind === vscode.UIKind.Web;

/** Before, it is there in name only. */
export const hasPasteApi = !/^1\.(?:\d|[1-8]\d|9[0-6])\./.test(vscode.version);
