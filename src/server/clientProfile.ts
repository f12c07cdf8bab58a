import { InsertTextMode, MarkupKind, type InitializeParams } from 'vscode-languageserver';

/** What differs between clients, as far as answers depend on it. */
export interface ClientProfile {
  readonly snippets: boolean;
  readonly labelDetails: boolean;
  /** Whether what explains a completion is shown as Markdown. */
  readonly showsMarkdown: boolean;
  /** Whether it can be told to leave the white space of what it inserts alone. */
  readonly insertsAsIs: boolean;
  /** The command that shows completions again, where the client has named one. */
  readonly suggestCommand: string | undefined;
  /** Whether it has the commands of our extension: other clients get edits in their place. */
  readonly hasCommands: boolean;
  /** Whether the folders are trusted, so that git may be run in them; only a client that says so. */
  readonly isTrusted: boolean;
  /** Whether it shows and folds the headings of Markdown by itself; only a client that says so. */
  readonly showsHeadings: boolean;
  /** Whether it asks what has a name before it asks for another one. */
  readonly preparesRename: boolean;
  /** Whether it asks for inlay hints again when it is told to. */
  readonly refreshesInlayHints: boolean;
}

export function clientProfile(params: Partial<InitializeParams>): ClientProfile {
  const item = params.capabilities?.textDocument?.completion?.completionItem;
  const given: unknown = params.initializationOptions;
  const options: Readonly<Record<string, unknown>> = typeof given === 'object' && given !== null ? { ...given } : {};
  const { suggestCommand } = options;
  return {
    snippets: item?.snippetSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    showsMarkdown: item?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    insertsAsIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    suggestCommand: typeof suggestCommand === 'string' ? suggestCommand : undefined,
    hasCommands: options.commands === true,
    isTrusted: options.trusted === true,
    showsHeadings: options.headings === true,
    preparesRename: params.capabilities?.textDocument?.rename?.prepareSupport === true,
    refreshesInlayHints: params.capabilities?.workspace?.inlayHint?.refreshSupport === true,
  };
}
