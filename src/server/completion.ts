import {
  CompletionItemKind,
  type CompletionItem,
  type CompletionList,
  type Connection,
  InsertTextFormat,
  MarkupKind,
  type Position,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Completion, Completions } from '../features/completion/completion';
import type { ClientProfile } from './clientProfile';
import { guarded } from './handlers';
import { includeCompletion, includePreviewOf } from './includeCompletion';
import type { Located, Sessions } from './sessions';

/** One kind of thing to complete. */
export interface CompletionProvider {
  /** `undefined` where the position is none of its business: the next one is asked. */
  readonly complete: (
    located: Located,
    text: string,
    position: Position,
  ) => Completions | undefined | Promise<Completions | undefined>;
}

/** In the order in which they are asked; the first that has an answer gives it. */
const providers: readonly CompletionProvider[] = [includeCompletion];

/** What the server says it can complete. Other characters trigger nothing: prose must not be interrupted. */
export const completionCapabilities = {
  completionProvider: { triggerCharacters: ['!', '[', '(', '/'], resolveProvider: true },
} as const satisfies ServerCapabilities;

/** What an item carries so that it can be explained later. */
interface ItemData {
  /** The document that was completed. */
  readonly uri: string;
  /** Root-relative path of the file whose content explains the item. */
  readonly preview: string;
}

const kinds = {
  snippet: CompletionItemKind.Snippet,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
} as const;

export function answerCompletionRequests(connection: Connection, sessions: Sessions): void {
  connection.onCompletion(
    guarded(connection, 'Completing', null, async ({ textDocument: { uri }, position }) => {
      const located = await sessions.of(uri);
      const text = await located?.session.repository.sources.textOf(located.path);
      if (located === undefined || text === undefined) return null;
      for (const provider of providers) {
        const found = await provider.complete(located, text, position);
        if (found !== undefined) return toList(found, uri, sessions.client);
      }
      return null;
    }),
  );
  connection.onCompletionResolve((item) =>
    guarded(connection, 'Explaining a completion', item, () => resolve(sessions, item))(),
  );
}

function toList({ items, isIncomplete }: Completions, uri: string, client: ClientProfile): CompletionList {
  return { isIncomplete, items: items.map((item) => toItem(item, uri, client)) };
}

function toItem(
  item: Completion,
  uri: string,
  { snippets, labelDetails, suggestCommand }: ClientProfile,
): CompletionItem {
  const { label, kind, detail, range, newText, snippet, filterText, sortText, description, preview } = item;
  const data: ItemData | undefined = preview === undefined ? undefined : { uri, preview };
  const isSnippet = snippets && snippet !== undefined;
  return {
    label,
    kind: kinds[kind],
    filterText,
    sortText,
    textEdit: { range, newText: isSnippet ? snippet : newText },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(labelDetails && description !== undefined ? { labelDetails: { description } } : {}),
    ...(item.goesOn === true && suggestCommand !== undefined
      ? { command: { title: 'Suggest', command: suggestCommand } }
      : {}),
    ...(data === undefined ? {} : { data }),
  };
}

async function resolve(sessions: Sessions, item: CompletionItem): Promise<CompletionItem> {
  const data: unknown = item.data;
  if (!isItemData(data)) return item;
  const located = await sessions.of(data.uri);
  const value = located === undefined ? undefined : await includePreviewOf(located.session, data.preview);
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

function isItemData(data: unknown): data is ItemData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'uri' in data &&
    typeof data.uri === 'string' &&
    'preview' in data &&
    typeof data.preview === 'string'
  );
}
