import type { Connection } from 'vscode-languageserver';
import { changesOf } from '../features/edits';
import type { ArticleFacts } from '../features/fixes/articleFacts';
import { effectiveMetadataText } from '../features/metadata/effectiveText';
import { formatFrontMatter } from '../features/metadata/format';
import { insertKeys } from '../features/metadata/insertKeys';
import { metadataOverview } from '../features/metadata/overview';
import { setValue, typedYaml, yamlOf } from '../features/metadata/setValue';
import { updateDate } from '../features/metadata/updateDate';
import { guarded } from './handlers';
import {
  effectiveMetadataRequest,
  formatFrontMatterRequest,
  insertMetadataRequest,
  metadataTreeRequest,
  repositoryRootRequest,
  setMetadataRequest,
  updateDateRequest,
  type EffectiveMetadataText,
  type FileChanges,
  type FormatFrontMatterParams,
  type InsertMetadataParams,
  type MetadataTree,
  type MetadataTreeParams,
  type RepositoryRoot,
  type RepositoryRootParams,
  type SetMetadataParams,
  type SnippetChange,
  type UpdateDateParams,
} from './metadataProtocol';
import { openArticle } from './openArticle';
import type { DocumentChange, Refused } from './protocol';
import type { Sessions } from './sessions';
import { uriOf } from './uris';
import { marked, t } from '../core/text/localize';
import { failed, refusal } from './refusals';

const noArticle = refusal(marked('This is no article of a folder that is open.'));

/** What the view of metadata and the commands about metadata ask for. */
export function answerMetadataRequests(connection: Connection, sessions: Sessions): void {
  connection.onRequest(
    metadataTreeRequest,
    guarded(connection, 'Listing the metadata of an article', null, (params: MetadataTreeParams) =>
      metadataTree(sessions, params),
    ),
  );
  connection.onRequest(
    effectiveMetadataRequest,
    guarded(connection, 'Writing the metadata of an article', null, (params: MetadataTreeParams) =>
      effectiveText(sessions, params),
    ),
  );
  connection.onRequest(
    insertMetadataRequest,
    guarded(connection, 'Inserting metadata', failed, (params: InsertMetadataParams) => insertions(sessions, params)),
  );
  connection.onRequest(
    updateDateRequest,
    guarded(connection, 'Updating a date', failed, (params: UpdateDateParams) => dateChanges(sessions, params)),
  );
  connection.onRequest(
    setMetadataRequest,
    guarded(connection, 'Setting metadata', failed, (params: SetMetadataParams) => setMetadata(sessions, params)),
  );
  connection.onRequest(
    formatFrontMatterRequest,
    guarded(connection, 'Formatting front matter', [], (params: FormatFrontMatterParams) =>
      formatted(sessions, params.uri, params.range),
    ),
  );
  connection.onRequest(
    repositoryRootRequest,
    guarded(connection, 'Finding a repository', null, (params: RepositoryRootParams) => rootOf(sessions, params)),
  );
}

async function metadataTree(sessions: Sessions, { uri }: MetadataTreeParams): Promise<MetadataTree | null> {
  const article = await openArticle(sessions, uri);
  if (article === undefined) return null;
  const { root } = article.session;
  return {
    groups: metadataOverview(article.examination).groups.map(({ requirement, items }) => ({
      requirement,
      items: items.map(({ place, ...item }) => ({
        ...item,
        place: place === undefined ? null : { uri: uriOf(root, place.path), ...place },
      })),
    })),
  };
}

async function setMetadata(
  sessions: Sessions,
  { uris, key, value }: SetMetadataParams,
): Promise<readonly FileChanges[] | Refused> {
  const changes: FileChanges[] = [];
  for (const uri of uris) {
    const facts = (await openArticle(sessions, uri))?.examination.facts;
    if (facts === undefined) {
      if (uris.length === 1) return noArticle;
      continue;
    }
    const yaml = value === null ? inheritedYaml(facts, key) : typedYaml(facts, key, value);
    if (yaml === undefined) return { refused: t("docfx.json does not supply '{0}'.", key) };
    const edits = changesOf(facts.document, setValue(facts, key, yaml));
    if (edits.length > 0) changes.push({ uri, edits });
  }
  return changes;
}

function inheritedYaml({ inherited }: ArticleFacts, key: string): string | undefined {
  const entry = inherited.get(key);
  return entry === undefined ? undefined : yamlOf(entry);
}

async function effectiveText(sessions: Sessions, { uri }: MetadataTreeParams): Promise<EffectiveMetadataText | null> {
  const article = await openArticle(sessions, uri);
  if (article === undefined) return null;
  return { text: effectiveMetadataText(article.examination) };
}

async function insertions(
  sessions: Sessions,
  { uri, keys }: InsertMetadataParams,
): Promise<readonly SnippetChange[] | Refused> {
  const facts = (await openArticle(sessions, uri))?.examination.facts;
  if (facts === undefined) return noArticle;
  return insertKeys(facts, keys).map(({ span, snippet }) => ({ range: facts.document.rangeOf(span), snippet }));
}

async function dateChanges(
  sessions: Sessions,
  { uri, insertsKey }: UpdateDateParams,
): Promise<readonly DocumentChange[] | Refused> {
  const facts = (await openArticle(sessions, uri))?.examination.facts;
  return facts === undefined ? noArticle : changesOf(facts.document, updateDate(facts, insertsKey));
}

/** The changes that format the front matter of a file; none for a file of no article. */
export async function formatted(
  sessions: Sessions,
  uri: string,
  range: FormatFrontMatterParams['range'],
): Promise<readonly DocumentChange[]> {
  const facts = (await openArticle(sessions, uri))?.examination.facts;
  if (facts === undefined) return [];
  const within = range === undefined ? undefined : facts.document.spanOf(range);
  return changesOf(facts.document, formatFrontMatter(facts, within));
}

async function rootOf(sessions: Sessions, { uri }: RepositoryRootParams): Promise<RepositoryRoot | null> {
  const located = await sessions.of(uri);
  return located === undefined ? null : { uri: located.session.root.toString() };
}
