import * as vscode from 'vscode';

// Without Node's assert: the tests in the browser use this too.

export const source = 'dynamics-docs';

/** Ours: other extensions report on Markdown and JSON too. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === source);
}

export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

export function findingOf(uri: vscode.Uri, code: string): vscode.Diagnostic | undefined {
  return findings(uri).find((diagnostic) => codeOf(diagnostic) === code);
}

/** Resolves with the finding once it is there. */
export function appears(uri: vscode.Uri, code: string, timeLimit?: number): Promise<vscode.Diagnostic> {
  return eventually(uri, () => findingOf(uri, code), `${code} on it`, timeLimit);
}

/** Resolves once there is no such finding, or no finding at all. */
export async function disappears(uri: vscode.Uri, code?: string, timeLimit?: number): Promise<void> {
  const isClear = (): boolean => (code === undefined ? findings(uri).length === 0 : findingOf(uri, code) === undefined);
  await eventually(uri, isClear, `no ${code ?? 'finding'} on it`, timeLimit);
}

/** Checks now and at every change of the file's diagnostics, so that no test has to sleep. */
export function eventually<T>(
  uri: vscode.Uri,
  check: () => T | undefined | false,
  expected: string,
  timeLimit = 20_000,
): Promise<T> {
  const immediate = check();
  if (immediate !== undefined && immediate !== false) return Promise.resolve(immediate);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      listening.dispose();
      const present = findings(uri).map((diagnostic) => `${codeOf(diagnostic)}: ${diagnostic.message}`);
      reject(new Error(`Expected ${expected}: ${uri.path}. There: ${present.join('; ') || 'nothing'}`));
    }, timeLimit);
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((changed) => changed.toString() === uri.toString())) return;
      const result = check();
      if (result === undefined || result === false) return;
      clearTimeout(timer);
      listening.dispose();
      resolve(result);
    });
  });
}
