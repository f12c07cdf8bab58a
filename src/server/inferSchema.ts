import type { CancellationToken, Connection } from 'vscode-languageserver';
import { configurationName } from '../core/docset/configuration';
import { docfxName } from '../core/docset/fileKinds';
import { asInEditor } from '../core/text/lines';
import { dirname, join, relativePath } from '../core/text/path';
import { createSourceDocument } from '../core/text/sourceDocument';
import { changesOf } from '../features/edits';
import { configurationNaming, freeSchemaPath, nameSchema } from '../features/schema/adopt';
import { articlesBelow, gatherMetadata } from '../features/schema/gather';
import { inferSchema } from '../features/schema/infer';
import { guarded, signalOf } from './handlers';
import { createProgress } from './progress';
import type { Refused } from './protocol';
import {
  adoptSchemaRequest,
  docsetsRequest,
  inferSchemaRequest,
  type AdoptedSchema,
  type AdoptSchemaParams,
  type DocsetInfo,
  type InferredSchema,
  type InferSchemaParams,
} from './schemaProtocol';
import type { Session } from './session';
import type { Sessions } from './sessions';
import { uriOf } from './uris';
import { marked, t } from '../core/text/localize';
import { refusal } from './refusals';

const unknownFolder = refusal(marked('This folder belongs to no repository that is open.'));

/** Which docsets there are, a draft of a schema from the articles of one, and how the draft becomes its schema. */
export function answerInferRequests(connection: Connection, sessions: Sessions): void {
  connection.onRequest(
    docsetsRequest,
    guarded(connection, 'Listing docsets', [], async (): Promise<readonly DocsetInfo[]> => {
      const all = await sessions.ofFolders();
      return all.flatMap(docsetsOf).filter(({ articles }) => articles > 0);
    }),
  );
  // An error is the client's to tell: no draft would be mistaken for the writer's own cancelling.
  connection.onRequest(inferSchemaRequest, (params: InferSchemaParams, token: CancellationToken) =>
    infer(connection, sessions, params, token),
  );
  connection.onRequest(adoptSchemaRequest, (params: AdoptSchemaParams) => adopt(sessions, params));
}

function docsetsOf({ root, repository }: Session): DocsetInfo[] {
  const docsets = repository.files.docsets();
  const folders = docsets.length > 0 ? docsets.map(({ folder }) => folder) : [''];
  return folders.map((folder) => ({
    uri: uriOf(root, join(folder, docfxName)),
    name: docsets.length > 0 ? join(folder, docfxName) : root.path.slice(root.path.lastIndexOf('/') + 1),
    articles: articlesBelow(repository, folder).length,
  }));
}

async function infer(
  connection: Connection,
  sessions: Sessions,
  { uri, workDoneToken }: InferSchemaParams,
  token: CancellationToken,
): Promise<InferredSchema | Refused | null> {
  const located = await sessions.of(uri);
  if (located === undefined) return unknownFolder;
  const { repository } = located.session;
  const folder = dirname(located.path);
  await located.session.takeGovernors();
  const report = createProgress(connection, workDoneToken, t('Reading metadata'));
  const onFile = (done: number, all: number): void => {
    report.progress(done, all);
  };
  report.begin();
  try {
    const { articles, unread } = await gatherMetadata(
      repository,
      articlesBelow(repository, folder),
      onFile,
      signalOf(token),
    );
    if (token.isCancellationRequested) return null;
    if (articles.length === 0) return { refused: t('There is no article here whose front matter the build reads.') };
    const name = folder === '' ? t('this repository') : folder;
    return { text: inferSchema(articles, { name, unread }), articles: articles.length };
  } finally {
    report.end();
  }
}

async function adopt(sessions: Sessions, { uri }: AdoptSchemaParams): Promise<AdoptedSchema | Refused> {
  const located = await sessions.of(uri);
  if (located === undefined) return unknownFolder;
  const { session, path } = located;
  await session.takeGovernors();
  const { root, repository } = session;
  const schemaPath = freeSchemaPath(dirname(path), repository.files.all());
  const schema = uriOf(root, schemaPath);
  const inForce = repository.files.infoOf(path).context.configuration.document;
  if (inForce === undefined)
    return { schema, configuration: { uri: uriOf(root, configurationName), text: configurationNaming(schemaPath) } };
  const shown = createSourceDocument(inForce.path, asInEditor(inForce.text));
  const edits = nameSchema(shown.text, relativePath(dirname(inForce.path), schemaPath));
  if (edits === undefined) return { refused: t('Mend {0} first: it is no JSON object.', inForce.path) };
  return { schema, configuration: { uri: uriOf(root, inForce.path), edits: changesOf(shown, edits) } };
}
