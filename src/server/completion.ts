import { t } from '../core/text/localize';
import {
  CompletionItemKind,
  type CompletionItem,
  type CompletionList,
  type Connection,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Completion, Completions } from '../features/completion/completion';
import type { ClientProfile } from './clientProfile';
import { formCompletions } from './formCompletion';
import { guarded } from './handlers';
import { includeCompletion, includePreviewOf } from './includeCompletion';
import { descriptionOf, linkCompletion, thumbnailOf } from './linkCompletion';
import { explainedKey, metadataCompletion } from './metadataCompletion';
import { sectionCompletion } from './sectionCompletion';
import type { Located, Sessions } from './sessions';

/** One kind of thing to complete. */
export interface CompletionProvider {
  /** The characters that ask it by being typed. */
  readonly triggers: readonly string[];
  /** `undefined` where the position is none of its business. */
  readonly complete: (
    located: Located,
    text: string,
    position: Position,
    trigger: string | undefined,
  ) => Completions | undefined | Promise<Completions | undefined>;
}

/** All are asked: a word in the body may be the beginning of a section and of an include. */
const providers: readonly CompletionProvider[] = [
  metadataCompletion,
  includeCompletion,
  linkCompletion,
  sectionCompletion,
  ...formCompletions,
];

/** What the server says it can complete. A character brings up only what its own providers know: prose is not interrupted. */
export const completionCapabilities = {
  completionProvider: {
    triggerCharacters: [...new Set(providers.flatMap(({ triggers }) => triggers))],
    resolveProvider: true,
  },
} as const satisfies ServerCapabilities;

type Explain = (located: Located, name: string, isKey: boolean, client: ClientProfile) => Promise<string> | string;

/** Who knows what explains an item, as Markdown, by the property that says so: '' where there is nothing to say. */
const explainers = {
  preview: async ({ session }, file) => (await includePreviewOf(session, file)) ?? '',
  key: explainedKey,
  page: descriptionOf,
  image: (located, image, _isKey, client) => thumbnailOf(located, image, client),
} satisfies Readonly<Partial<Record<keyof Completion, Explain>>>;

type Explainer = keyof typeof explainers;
const explained = Object.keys(explainers) as Explainer[];

/** What an item carries so that it can be explained later: the document that was completed, and what explains it. */
type ItemData = { readonly uri: string } & Readonly<Partial<Record<Explainer, string>>>;

const kinds = {
  snippet: CompletionItemKind.Snippet,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  // As VS Code shows headings. Not as a snippet, which writers may have told it to leave out.
  section: CompletionItemKind.Reference,
} as const;

export function answerCompletionRequests(connection: Connection, sessions: Sessions): void {
  connection.onCompletion(
    guarded(connection, 'Completing', null, async ({ textDocument: { uri }, position, context }) => {
      const located = await sessions.of(uri);
      const text = await located?.session.repository.sources.textOf(located.path);
      if (located === undefined || text === undefined) return null;
      const trigger = context?.triggerCharacter;
      const asked = providers.filter(({ triggers }) => trigger === undefined || triggers.includes(trigger));
      const answers = await Promise.all(asked.map(async ({ complete }) => complete(located, text, position, trigger)));
      const found = answers.filter((answer) => answer !== undefined);
      return found.length === 0 ? null : toList(found, uri, sessions.client);
    }),
  );
  connection.onCompletionResolve((item) =>
    guarded(connection, 'Explaining a completion', item, () => resolve(sessions, item))(),
  );
}

function toList(found: readonly Completions[], uri: string, client: ClientProfile): CompletionList {
  return {
    isIncomplete: found.some(({ isIncomplete }) => isIncomplete),
    items: found.flatMap(({ items }) => items.map((item) => toItem(item, uri, client))),
  };
}

function toItem(
  item: Completion,
  uri: string,
  { snippets, labelDetails, insertsAsIs, suggestCommand }: ClientProfile,
): CompletionItem {
  const { label, kind, detail, range, newText, snippet, filterText, sortText, description, documentation } = item;
  const by = explained.find((name) => item[name] !== undefined);
  const data: ItemData | undefined = by === undefined ? undefined : { uri, [by]: item[by] };
  const isSnippet = snippets && snippet !== undefined;
  return {
    label,
    kind: kinds[kind],
    filterText,
    sortText,
    textEdit: { range, newText: isSnippet ? snippet : newText },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    // An editor set to tabs would indent the lists of YAML with them.
    ...(insertsAsIs && newText.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(item.also === undefined ? {} : { additionalTextEdits: [{ ...item.also }] }),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    ...(labelDetails && description !== undefined ? { labelDetails: { description } } : {}),
    ...(item.goesOn === true && suggestCommand !== undefined
      ? { command: { title: t('Suggest'), command: suggestCommand } }
      : {}),
    ...(data === undefined ? {} : { data }),
  };
}

async function resolve(sessions: Sessions, item: CompletionItem): Promise<CompletionItem> {
  const data: unknown = item.data;
  if (typeof data !== 'object' || data === null) return item;
  const given: Readonly<Record<string, unknown>> = { ...data };
  const by = explained.find((name) => typeof given[name] === 'string');
  const located = typeof given.uri === 'string' ? await sessions.of(given.uri) : undefined;
  if (by === undefined || located === undefined) return item;
  const explain: Explain = explainers[by];
  const value = await explain(located, String(given[by]), item.kind === kinds.key, sessions.client);
  return value === '' ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}
