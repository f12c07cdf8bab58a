import * as vscode from 'vscode';

/** A tool for language models, as far as ours use it. */
export interface LanguageModelTool {
  readonly prepareInvocation: (options: { readonly input: unknown }) => { readonly invocationMessage: string };
  /** Rejects with a sentence for the model where it cannot do what was asked. */
  readonly invoke: (options: { readonly input: unknown }, token: vscode.CancellationToken) => Promise<object>;
}

/** VS Code has it from 1.95 on. What the extension is compiled against is older, as the oldest VS Code that it supports. */
interface LanguageModelApi {
  readonly lm?: { readonly registerTool?: (name: string, tool: LanguageModelTool) => vscode.Disposable };
  readonly LanguageModelTextPart?: new (value: string) => object;
  readonly LanguageModelToolResult?: new (content: readonly object[]) => object;
}

const api = vscode as unknown as LanguageModelApi;

/** Registers a tool that answers with texts, where this VS Code knows tools. */
export function registerTool(
  name: string,
  {
    invoke,
    ...tool
  }: Omit<LanguageModelTool, 'invoke'> & {
    readonly invoke: (...args: Parameters<LanguageModelTool['invoke']>) => Promise<readonly string[]>;
  },
): vscode.Disposable {
  const { lm, LanguageModelTextPart: Text, LanguageModelToolResult: Result } = api;
  if (lm?.registerTool === undefined || Text === undefined || Result === undefined) return vscode.Disposable.from();
  return lm.registerTool(name, {
    ...tool,
    invoke: async (options, token) => new Result((await invoke(options, token)).map((text) => new Text(text))),
  });
}
