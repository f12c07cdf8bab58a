import type {
  Connection,
  CreateFilesParams,
  DeleteFilesParams,
  FileOperationRegistrationOptions,
  FileRename,
  RenameFilesParams,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { asInEditor } from '../core/text/lines';
import { canReference, mentionsAny, moveChanges, movedPath, type Move } from '../features/includes/moves';
import { guarded } from './handlers';
import { redirectionsOfMovesRequest, type RedirectionsOfMoves, type RedirectionsOfMovesParams } from './protocol';
import { redirectionsOfMoves } from './redirectionsOfMoves';
import type { Session } from './session';
import type { Sessions } from './sessions';
import { pathIn, uriOf } from './uris';

/** Of every scheme: what belongs to no repository is left alone. */
const filters: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: '**/*.md', matches: 'file', options: { ignoreCase: true } } },
    { pattern: { glob: '**', matches: 'folder' } },
  ],
};

/** What the server wants to know of files that an editor moves, makes or removes: watchers tell later, and of less. */
export const fileOperationCapabilities = {
  willRename: filters,
  didRename: filters,
  didCreate: filters,
  didDelete: filters,
} as const;

export function followFileOperations(connection: Connection, sessions: Sessions): void {
  connection.workspace.onWillRenameFiles(
    guarded(connection, 'Updating references to files that move', null, (params) => willMove(sessions, params)),
  );
  let following: Promise<void> | undefined;
  connection.workspace.onDidRenameFiles(
    guarded(connection, 'Following files that moved', undefined, (params) => (following = didMove(sessions, params))),
  );
  connection.onRequest(
    redirectionsOfMovesRequest,
    guarded(
      connection,
      'Redirecting articles that moved',
      { articles: [], files: [], refused: [] },
      async ({ files }: RedirectionsOfMovesParams): Promise<RedirectionsOfMoves> => {
        await following;
        return redirectionsOfMoves(await movesOf(sessions, files));
      },
    ),
  );
  const follow = guarded(connection, 'Following files', undefined, ({ files }: CreateFilesParams | DeleteFilesParams) =>
    sessions.follow(files.map(({ uri }) => uri)),
  );
  connection.workspace.onDidCreateFiles(follow);
  connection.workspace.onDidDeleteFiles(follow);
}

/** What was moved is gone in one place and there in another. */
function didMove(sessions: Sessions, { files }: RenameFilesParams): Promise<void> {
  return sessions.follow(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]));
}

async function willMove(sessions: Sessions, { files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
  const changes: Record<string, TextEdit[]> = {};
  for (const [session, moves] of await movesOf(sessions, files)) await collect(session, moves, changes);
  return Object.keys(changes).length === 0 ? null : { changes };
}

/** By repository. What leaves one cannot be referred to any more. */
async function movesOf(
  sessions: Sessions,
  files: readonly FileRename[],
): Promise<ReadonlyMap<Session, readonly Move[]>> {
  const found = new Map<Session, Move[]>();
  for (const { oldUri, newUri } of files) {
    const located = await sessions.of(oldUri);
    if (located === undefined) continue;
    const { session, path: from } = located;
    const to = pathIn(session.root, URI.parse(newUri));
    if (to === undefined || to === '' || from === '') continue;
    found.set(session, [...(found.get(session) ?? []), { from, to }]);
  }
  return found;
}

async function collect(session: Session, moves: readonly Move[], changes: Record<string, TextEdit[]>): Promise<void> {
  const { repository, root } = session;
  const mentions = mentionsAny(moves);
  // What is open, or moves, may be so new that no watcher has told of it.
  const paths = new Set([
    ...repository.files.all(),
    ...repository.sources.bufferPaths(),
    ...moves.map(({ from }) => from),
  ]);
  await repository.sources.eachText([...paths].filter(canReference), (path, content) => {
    const text = asInEditor(content);
    if (movedPath(moves, path) === undefined && !mentions(text)) return;
    const edits = moveChanges(path, text, moves, (file) => repository.includes.contextOf(file));
    if (edits.length > 0) changes[uriOf(root, path)] = [...edits];
  });
}
