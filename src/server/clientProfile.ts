import type { InitializeParams } from 'vscode-languageserver';

/** What differs between clients, as far as answers depend on it. */
export interface ClientProfile {
  readonly snippets: boolean;
  readonly labelDetails: boolean;
  /** The command that shows completions again, where the client has named one. */
  readonly suggestCommand: string | undefined;
}

export function clientProfile(params: Partial<InitializeParams>): ClientProfile {
  const item = params.capabilities?.textDocument?.completion?.completionItem;
  const options: unknown = params.initializationOptions;
  const command =
    typeof options === 'object' && options !== null && 'suggestCommand' in options && options.suggestCommand;
  return {
    snippets: item?.snippetSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    suggestCommand: typeof command === 'string' ? command : undefined,
  };
}
