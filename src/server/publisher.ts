import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';

/** Sends the findings of files where they differ from those sent last. */
export class Publisher {
  /** What was sent last, by URI. */
  private readonly published = new Map<string, { readonly path: string; readonly key: string }>();

  constructor(private readonly send: (params: PublishDiagnosticsParams) => void) {}

  /** @param path root-relative */
  publish(uri: string, path: string, diagnostics: Diagnostic[]): void {
    const key = JSON.stringify(diagnostics);
    if ((this.published.get(uri)?.key ?? '[]') === key) return;
    this.published.set(uri, { path, key });
    this.send({ uri, diagnostics });
  }

  /** The files that something was sent of. */
  paths(): readonly string[] {
    return [...this.published.values()].map(({ path }) => path);
  }

  /** Takes back every finding. */
  clear(): void {
    for (const [uri, { key }] of this.published) if (key !== '[]') this.send({ uri, diagnostics: [] });
    this.published.clear();
  }
}
