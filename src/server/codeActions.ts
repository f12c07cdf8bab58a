import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type Range,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { guarded } from './handlers';
import type { Located, Sessions } from './sessions';

/** What an editor asks code actions for. */
export interface CodeActionRequest extends Located {
  readonly uri: string;
  /** The current text. */
  readonly text: string;
  readonly range: Range;
  readonly context: CodeActionContext;
  /** Whether the editor runs the commands of our extension. */
  readonly hasCommands: boolean;
}

/** One source of code actions: refactorings, fixes of findings. */
export interface CodeActionProvider {
  /** The kinds that it offers. */
  readonly kinds: readonly CodeActionKind[];
  /** The actions for a place; asked only where one of its kinds is wanted. */
  readonly provide: (request: CodeActionRequest) => Promise<readonly CodeAction[]>;
}

export function codeActionCapabilities(providers: readonly CodeActionProvider[]): ServerCapabilities {
  return { codeActionProvider: { codeActionKinds: [...new Set(providers.flatMap(({ kinds }) => kinds))] } };
}

export function answerCodeActions(
  connection: Connection,
  sessions: Sessions,
  providers: readonly CodeActionProvider[],
): void {
  connection.onCodeAction(
    guarded(connection, 'Offering code actions', null, (params) => codeActions(sessions, providers, params)),
  );
}

async function codeActions(
  sessions: Sessions,
  providers: readonly CodeActionProvider[],
  { textDocument: { uri }, range, context }: CodeActionParams,
): Promise<CodeAction[] | null> {
  const located = await sessions.of(uri);
  const text = await located?.session.repository.sources.textOf(located.path);
  if (located === undefined || text === undefined) return null;
  const request = { ...located, uri, text, range, context, hasCommands: sessions.client.hasCommands };
  const wanted = providers.filter(({ kinds }) => kinds.some((kind) => isWanted(kind, context.only)));
  const found = await Promise.all(wanted.map((provider) => provider.provide(request)));
  return found.flat().filter(({ kind }) => isWanted(kind ?? CodeActionKind.Empty, context.only));
}

/** A kind stands for those below it, too. */
function isWanted(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}
