import {
  type Connection,
  type InlayHint,
  type InlayHintParams,
  MarkupKind,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { inheritedHint, type InheritedHint } from '../features/metadata/inheritedHint';
import { hasOurMetadata, metadataOf } from './articleMetadata';
import { guarded } from './handlers';
import type { Session } from './session';
import type { Sessions } from './sessions';
import { uriOf } from './uris';

export const inlayHintCapabilities = { inlayHintProvider: true } as const satisfies ServerCapabilities;

export function answerInlayHintRequests(connection: Connection, sessions: Sessions): void {
  connection.languages.inlayHint.on(
    guarded(connection, 'Showing what is inherited', null, (params) => hintsIn(sessions, params)),
  );
}

/** Has the client ask again: what articles inherit is another file's text. */
export function refreshInlayHints(connection: Connection, { client }: Sessions): void {
  if (!client.refreshesInlayHints) return;
  connection.languages.inlayHint.refresh().catch((error: unknown) => {
    connection.console.warn(`The client did not refresh its inlay hints: ${String(error)}`);
  });
}

async function hintsIn(
  sessions: Sessions,
  { textDocument: { uri }, range }: InlayHintParams,
): Promise<InlayHint[] | null> {
  const located = await sessions.of(uri);
  if (located === undefined) return null;
  const { session, path } = located;
  const { repository } = session;
  if (!session.showsInherited || repository.files.infoOf(path).kind !== 'article') return null;
  const text = await repository.sources.textOf(path);
  if (text === undefined || !hasOurMetadata(located, text)) return null;
  const hint = inheritedHint(text, metadataOf(located));
  const isAsked = hint !== undefined && hint.position.line >= range.start.line && hint.position.line <= range.end.line;
  return isAsked ? [toInlayHint(session, hint)] : null;
}

/** The tooltip stands at every part: editors show that of the part under the mouse. */
function toInlayHint({ root }: Session, { position, parts, tooltip }: InheritedHint): InlayHint {
  const explanation = { kind: MarkupKind.Markdown, value: tooltip };
  return {
    position,
    paddingLeft: true,
    label: parts.map(({ text, target }) => ({
      value: text,
      tooltip: explanation,
      ...(target === undefined ? {} : { location: { uri: uriOf(root, target.path), range: target.range } }),
    })),
  };
}
