import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  type ServerCapabilities,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { bookmarkAt, type NamedBookmark } from '../features/bookmarks/bookmarkAt';
import { Pages } from '../features/bookmarks/pages';
import { renameEverywhere } from '../features/bookmarks/renameEverywhere';
import type { ClientProfile } from './clientProfile';
import { isDocumentation } from './documentation';
import { guarded, signalOf } from './handlers';
import type { Located, Sessions } from './sessions';
import { uriOf } from './uris';

/** Clients that do not ask first whether something has a name must not be told that they can. */
export function renameCapabilities({ preparesRename }: ClientProfile): ServerCapabilities {
  return { renameProvider: preparesRename ? { prepareProvider: true } : true };
}

/** Renames headings, and ids in HTML, with the links to them. What else has a name in Markdown is left to others. */
export function answerRenameRequests(connection: Connection, sessions: Sessions): void {
  connection.onPrepareRename(
    guarded(connection, 'Looking for a heading to rename', null, (params) => prepareRename(sessions, params)),
  );
  connection.onRenameRequest(
    guarded(connection, 'Renaming a heading', null, (params, token) => rename(sessions, params, token)),
  );
}

async function prepareRename(sessions: Sessions, params: PrepareRenameParams): Promise<PrepareRenameResult | null> {
  const found = await find(sessions, params);
  return found === undefined ? null : { range: found.bookmark.range, placeholder: found.bookmark.name };
}

async function rename(
  sessions: Sessions,
  params: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | ResponseError | null> {
  // Only then is it known who links and who includes.
  await (await sessions.of(params.textDocument.uri))?.session.isIndexed();
  const found = await find(sessions, params);
  if (found === undefined) return null;
  const { bookmark, pages, located } = found;
  const { repository, root } = located.session;
  const renamed = await renameEverywhere(repository, pages, bookmark, params.newName, signalOf(token));
  if ('refused' in renamed) return new ResponseError(LSPErrorCodes.RequestFailed, renamed.refused);
  const changes: Record<string, TextEdit[]> = {};
  for (const { path, range, newText } of renamed) (changes[uriOf(root, path)] ??= []).push({ range, newText });
  return { changes };
}

interface Found {
  readonly located: Located;
  readonly pages: Pages;
  readonly bookmark: NamedBookmark;
}

async function find(sessions: Sessions, { textDocument, position }: PrepareRenameParams): Promise<Found | undefined> {
  const located = await sessions.of(textDocument.uri);
  if (located === undefined) return undefined;
  const { session, path } = located;
  const text = await session.repository.sources.textOf(path);
  if (text === undefined || !isDocumentation(session.repository, path, text)) return undefined;
  await session.takeLatest(path);
  const pages = new Pages(session.repository);
  const bookmark = await bookmarkAt(session.repository, pages, path, position);
  return bookmark === undefined ? undefined : { located, pages, bookmark };
}
