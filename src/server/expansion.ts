import type { Connection } from 'vscode-languageserver';
import { expandedText, expandIncludes } from '../core/includes/expand';
import { guarded } from './handlers';
import {
  expandedArticleRequest,
  includeClosureRequest,
  type ExpandedArticle,
  type ExpandedArticleParams,
  type IncludeClosure,
  type IncludeClosureParams,
} from './protocol';
import type { Sessions } from './sessions';

/** What previews and the expanded view of an article ask for. */
export function answerExpansionRequests(connection: Connection, sessions: Sessions): void {
  connection.onRequest(
    includeClosureRequest,
    guarded(connection, 'Reading the includes of a document', null, ({ uri }: IncludeClosureParams) =>
      includeClosure(sessions, uri),
    ),
  );
  connection.onRequest(
    expandedArticleRequest,
    guarded(connection, 'Expanding a document', null, ({ uri }: ExpandedArticleParams) =>
      expandedArticle(sessions, uri),
    ),
  );
}

async function includeClosure(sessions: Sessions, uri: string): Promise<IncludeClosure | null> {
  const located = await sessions.of(uri);
  if (located === undefined) return null;
  const { path, session } = located;
  await session.takeLatest(path);
  const { texts, directives } = await session.repository.includes.closureOf(path);
  return {
    root: session.root.toString(),
    path,
    files: [...texts].map(([file, text]) => ({ path: file, text })),
    resolutions: directives,
  };
}

async function expandedArticle(sessions: Sessions, uri: string): Promise<ExpandedArticle | null> {
  const located = await sessions.of(uri);
  if (located === undefined) return null;
  const { path, session } = located;
  await session.takeLatest(path);
  const { repository } = session;
  const text = await repository.sources.textOf(path);
  if (text === undefined) return null;
  return { text: expandedText(expandIncludes(path, text, await repository.includes.closureOf(path))) };
}
