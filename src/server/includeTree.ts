import type { Connection } from 'vscode-languageserver';
import { includedFiles, includingFiles } from '../features/includes/tree';
import { guarded } from './handlers';
import { includeChildrenRequest, type IncludeChildren, type IncludeChildrenParams } from './protocol';
import type { Sessions } from './sessions';

/** What the view of includes asks for, level by level. */
export function answerIncludeTreeRequests(connection: Connection, sessions: Sessions): void {
  connection.onRequest(
    includeChildrenRequest,
    guarded(connection, 'Listing the includes of a file', null, (params: IncludeChildrenParams) =>
      includeChildren(sessions, params),
    ),
  );
}

async function includeChildren(
  sessions: Sessions,
  { uri, direction, chain }: IncludeChildrenParams,
): Promise<IncludeChildren | null> {
  const located = await sessions.of(uri);
  if (located === undefined) return null;
  const { path, session } = located;
  await session.takeLatest(path);
  if (direction === 'dependents') await session.isIndexed();
  const { graph } = session.repository.includes;
  const files = [path, ...chain];
  const children = direction === 'includes' ? includedFiles(graph, files) : includingFiles(graph, files);
  return { root: session.root.toString(), children };
}
