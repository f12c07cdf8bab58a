import {
  type Connection,
  type DefinitionParams,
  type DocumentLink,
  type DocumentLinkParams,
  type Location,
  type LocationLink,
  type Position,
  type ReferenceParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { startOfFile } from '../core/text/position';
import { includeHover } from '../features/includes/hover';
import { includeAt, includeReferences, isWithin, linkedIncludes } from '../features/includes/navigate';
import { addressesIn } from './addresses';
import { bookmarkDefinition } from './bookmarkDefinition';
import { guarded } from './handlers';
import type { ShownHover } from './hover';
import type { Located, Sessions } from './sessions';
import { uriOf } from './uris';

/** What the server says it can do with includes. */
export const includeCapabilities = {
  definitionProvider: true,
  referencesProvider: true,
  documentLinkProvider: {},
} as const satisfies ServerCapabilities;

export function answerIncludeRequests(connection: Connection, sessions: Sessions): void {
  const latest = async (uri: string): Promise<Located | undefined> => {
    const located = await sessions.of(uri);
    await located?.session.takeLatest(located.path);
    return located;
  };
  connection.onDefinition(
    guarded(connection, 'Finding what a link leads to', null, (params) =>
      definition(latest, params, sessions.client.showsHeadings),
    ),
  );
  connection.onReferences(
    guarded(connection, 'Finding who includes a file', null, (params) => references(latest, params)),
  );
  connection.onDocumentLinks(guarded(connection, 'Linking includes', null, (params) => links(latest, params)));
}

type Latest = (uri: string) => Promise<Located | undefined>;

/** What the include at a position holds. */
export async function includeHoverAt({ path, session }: Located, position: Position): Promise<ShownHover | undefined> {
  await session.takeLatest(path);
  const { includes } = session.repository;
  const include = includeAt(includes.graph, path, position);
  if (include === undefined) return undefined;
  const source = await includes.closureOf(path);
  const value = includeHover(path, include, source, addressesIn(session, path));
  return value === '' ? undefined : { value, range: include.range };
}

async function definition(
  latest: Latest,
  { textDocument, position }: DefinitionParams,
  findsHeadings: boolean,
): Promise<LocationLink[] | null> {
  const located = await latest(textDocument.uri);
  if (located === undefined) return null;
  const { path, session } = located;
  const include = includeAt(session.repository.includes.graph, path, position);
  const found = linkedIncludes(session.repository.includes.graph, path).find((linked) => linked.include === include);
  if (found === undefined) return bookmarkDefinition(located, position, findsHeadings);
  return [
    {
      // The whole directive leads there, but its path is what says so.
      originSelectionRange: isWithin(position, found.include.pathRange) ? found.include.pathRange : found.include.range,
      targetUri: uriOf(session.root, found.target),
      targetRange: startOfFile,
      targetSelectionRange: startOfFile,
    },
  ];
}

async function references(latest: Latest, { textDocument, position }: ReferenceParams): Promise<Location[] | null> {
  const located = await latest(textDocument.uri);
  if (located === undefined) return null;
  const { path, session } = located;
  await session.isIndexed();
  return includeReferences(session.repository.includes.graph, path, position).map((place) => ({
    uri: uriOf(session.root, place.path),
    range: place.range,
  }));
}

async function links(latest: Latest, { textDocument }: DocumentLinkParams): Promise<DocumentLink[] | null> {
  const located = await latest(textDocument.uri);
  if (located === undefined) return null;
  const { path, session } = located;
  return linkedIncludes(session.repository.includes.graph, path).map(({ include, target }) => ({
    range: include.pathRange,
    target: uriOf(session.root, target),
    tooltip: target,
  }));
}
