import { localized } from '../core/text/localize';
import type { Connection } from 'vscode-languageserver';
import { relativePath } from '../core/text/path';
import { descriptionOf, keyDescription, keyOrder } from '../features/metadata/descriptions';
import { articlesBelow } from '../features/schema/gather';
import { shownValue } from '../features/metadata/shownValue';
import { guarded } from './handlers';
import {
  articlesBelowRequest,
  metadataKeysRequest,
  type ArticlesBelowParams,
  type ArticleValue,
  type MetadataKey,
  type MetadataKeysParams,
} from './metadataProtocol';
import type { Session } from './session';
import type { Sessions } from './sessions';
import { uriOf } from './uris';

/** What setting a value in a whole folder asks for. */
export function answerFolderMetadataRequests(connection: Connection, sessions: Sessions): void {
  connection.onRequest(
    metadataKeysRequest,
    guarded(connection, 'Listing keys', [], ({ uri }: MetadataKeysParams) => metadataKeys(sessions, uri)),
  );
  connection.onRequest(
    articlesBelowRequest,
    guarded(connection, 'Listing articles', [], (params: ArticlesBelowParams) => articleValues(sessions, params)),
  );
}

/** A folder of a repository; '' for its root. */
export async function folderOf(
  sessions: Sessions,
  uri: string,
): Promise<{ session: Session; folder: string } | undefined> {
  // A file in it leads to the repository of the folder, also where that is its root.
  const located = await sessions.of(`${uri.replace(/\/$/, '')}/docfx.json`);
  return located === undefined
    ? undefined
    : { session: located.session, folder: located.path.split('/').slice(0, -1).join('/') };
}

async function metadataKeys(sessions: Sessions, uri: string): Promise<readonly MetadataKey[]> {
  const found = await folderOf(sessions, uri);
  if (found === undefined) return [];
  const { session, folder } = found;
  await session.takeGovernors();
  const articles = articlesBelow(session.repository, folder);
  const governing = new Set(articles.flatMap((path) => session.infoOf(path).context.schemas));
  const schemas = [...governing].map(descriptionOf);
  return keyOrder(schemas).flatMap((key) => {
    const description = keyDescription(schemas, key);
    if (description === undefined || description.successor !== undefined) return [];
    const values = description.values.filter((value) => !description.deprecatedValues.has(value));
    return [{ key, title: localized(description.title ?? ''), requirement: description.requirement, values }];
  });
}

async function articleValues(sessions: Sessions, { uri, key }: ArticlesBelowParams): Promise<readonly ArticleValue[]> {
  const found = await folderOf(sessions, uri);
  if (found === undefined) return [];
  const { session, folder } = found;
  const values: ArticleValue[] = [];
  for (const path of articlesBelow(session.repository, folder)) {
    const entry = (await session.repository.metadataOf(path)).metadata.get(key);
    values.push({
      uri: uriOf(session.root, path),
      path: relativePath(folder, path),
      value: entry === undefined ? '' : shownValue(entry),
      isOwn: entry?.origin.source === 'frontMatter',
    });
  }
  return values;
}
