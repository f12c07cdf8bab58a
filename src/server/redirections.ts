import type { Connection } from 'vscode-languageserver';
import { rangeOf } from '../core/links/graph';
import { countBySeverity, type Diagnostic } from '../core/rules/diagnostic';
import { applyEdits, type TextEdit } from '../core/text/edit';
import { t } from '../core/text/localize';
import { isBefore } from '../core/text/position';
import { createSourceDocument, type SourceDocument } from '../core/text/sourceDocument';
import { changesOf } from '../features/edits';
import { planRedirections, type RedirectionPlan } from '../features/redirections/plan';
import { sortRedirections } from '../features/redirections/sort';
import { redirectionsOf } from '../features/redirections/view';
import { isPublished, wantedRedirection } from '../features/redirections/wanted';
import { guarded } from './handlers';
import type { FileChanges } from './metadataProtocol';
import { asInEditor } from '../core/text/lines';
import type { Refused } from './protocol';
import {
  addRedirectionRequest,
  checkRedirectionsRequest,
  redirectionChoicesRequest,
  sortRedirectionsRequest,
  type AddedRedirection,
  type AddRedirectionParams,
  type CheckedRedirections,
  type RedirectionChanges,
  type RedirectionChoices,
  type RedirectionChoicesParams,
  type SortedRedirections,
  type SortRedirectionsParams,
} from './redirectionProtocol';
import { failed } from './refusals';
import type { Session } from './session';
import type { Located, Sessions } from './sessions';
import { uriOf } from './uris';

/** What the commands about redirections ask for. */
export function answerRedirectionRequests(connection: Connection, sessions: Sessions): void {
  connection.onRequest(
    redirectionChoicesRequest,
    guarded(connection, 'Listing pages', null, (params: RedirectionChoicesParams) => choices(sessions, params)),
  );
  connection.onRequest(
    addRedirectionRequest,
    guarded(connection, 'Adding a redirection', failed, (params: AddRedirectionParams) => add(sessions, params)),
  );
  connection.onRequest(
    sortRedirectionsRequest,
    guarded(connection, 'Sorting redirections', nothingSorted, (params: SortRedirectionsParams) =>
      sort(sessions, params),
    ),
  );
  const nothing: CheckedRedirections = { files: 0, counts: countBySeverity([]) };
  connection.onRequest(
    checkRedirectionsRequest,
    guarded(connection, 'Checking redirections', nothing, () => check(sessions)),
  );
}

const nothingSorted: SortedRedirections = { files: [], looked: 0, refused: [] };

async function choices(
  sessions: Sessions,
  { uri, position }: RedirectionChoicesParams,
): Promise<RedirectionChoices | null> {
  const located = await sessions.of(uri);
  if (located === undefined) return null;
  const { session, path } = located;
  await session.takeGovernors();
  const { repository } = session;
  const pages = [...repository.files.all()].filter((page) => isPublished(repository, page)).sort();
  const missed = position === undefined ? undefined : await missedPage(located, position);
  return { source: missed ?? (isPublished(repository, path) ? path : ''), pages };
}

/** The page that a link at a position names and that is not there. */
async function missedPage(
  { session: { repository }, path }: Located,
  position: NonNullable<RedirectionChoicesParams['position']>,
): Promise<string | undefined> {
  const text = await repository.sources.textOf(path);
  if (text === undefined) return undefined;
  const link = repository.links.read(path, asInEditor(text)).links.find((candidate) => {
    const { start, end } = rangeOf(candidate);
    return !isBefore(position, start) && !isBefore(end, position);
  });
  const target = link?.target;
  const isMissed = target !== undefined && !repository.files.all().has(target) && isPublished(repository, target);
  return isMissed ? target : undefined;
}

async function add(
  sessions: Sessions,
  { uri, source, target }: AddRedirectionParams,
): Promise<AddedRedirection | Refused> {
  const located = await sessions.of(uri);
  if (located === undefined) return { refused: t('This folder is not open.') };
  const { session } = located;
  await session.takeGovernors();
  const { repository } = session;
  const wanted = wantedRedirection(repository, source, target);
  if ('refused' in wanted) return wanted;
  const plan = planRedirections(redirectionsOf(repository), [wanted]);
  const [refused] = plan.refused;
  if (refused !== undefined) return { refused: refused.reason };
  const files = plan.files.map(({ document, isNew, edits }): RedirectionChanges =>
    isNew
      ? { uri: uriOf(session.root, document.path), text: applyEdits(document.text, edits) }
      : changesIn(session, document, edits),
  );
  return { files, summary: summaryOf(plan, wanted.source, repository.files.all().has(wanted.source)) };
}

function summaryOf({ added, ledOn, removed }: RedirectionPlan, source: string, isThere: boolean): string {
  const url = added[0]?.url;
  return [
    url === undefined ? t("'{0}' leads there already.", source) : t("'{0}' leads to '{1}'.", source, url),
    ...(ledOn.length === 0 ? [] : [t('Redirections that led there lead on: {0}.', ledOn.length)]),
    ...removed.map((other) => t("The redirection of '{0}' is removed: the page is there.", other.source)),
    ...(isThere ? [t("'{0}' is still there: remove it, or nobody is led on.", source)] : []),
  ].join(' ');
}

async function sort(sessions: Sessions, { uri }: SortRedirectionsParams): Promise<SortedRedirections> {
  const located = uri === undefined ? undefined : await sessions.of(uri);
  const isOne = located?.session.repository.links.isRedirectionFile(located.path) === true;
  const files: FileChanges[] = [];
  const refused: string[] = [];
  let looked = 0;
  for (const session of isOne ? [located.session] : await sessions.ofFolders()) {
    await session.takeGovernors();
    for (const { document } of redirectionsOf(session.repository).files) {
      if (isOne && document.path !== located.path) continue;
      looked++;
      const edits = sortRedirections(document);
      if ('refused' in edits) refused.push(edits.refused);
      else if (edits.length > 0) files.push(changesIn(session, document, edits));
    }
  }
  return { files, looked, refused };
}

async function check(sessions: Sessions): Promise<CheckedRedirections> {
  let files = 0;
  const all: Diagnostic[] = [];
  for (const session of await sessions.ofFolders()) {
    await session.takeGovernors();
    const { repository } = session;
    const paths = redirectionsOf(repository).files.map(({ document }) => document.path);
    files += paths.length;
    // What would not be shown is not counted either.
    const shown = paths.filter((path) => session.hasRedirectionFindings(path));
    const found = shown.flatMap((path) => repository.diagnosticsOf(path));
    const known = await repository.known.among(found);
    all.push(...found.filter((diagnostic) => !known.has(diagnostic)));
  }
  return { files, counts: countBySeverity(all) };
}

/** Edits as an editor counts: it takes the mark at the start of a file away. */
function changesIn({ root }: Session, { path, text }: SourceDocument, edits: readonly TextEdit[]): FileChanges {
  const shown = createSourceDocument(path, asInEditor(text));
  const shift = text.length - shown.text.length;
  const moved = edits.map(({ span, newText }) => ({
    span: { start: span.start - shift, end: span.end - shift },
    newText,
  }));
  return { uri: uriOf(root, path), edits: changesOf(shown, moved) };
}
