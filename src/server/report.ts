import type { CancellationToken, Connection } from 'vscode-languageserver';
import { basename } from '../core/text/path';
import { gatherReport } from '../features/report/gather';
import { signalOf } from './handlers';
import { createProgress } from './progress';
import type { Refused } from './protocol';
import {
  healthReportRequest,
  reportHistoryRequest,
  type HealthReportParams,
  type LocatedReport,
  type Past,
  type ReportHistoryParams,
} from './reportProtocol';
import type { Session } from './session';
import type { Sessions } from './sessions';
import { t } from '../core/text/localize';

/** The health of a repository, for a view of the editor. */
export function answerReportRequests(connection: Connection, sessions: Sessions): void {
  // An error is the client's to tell: an empty report would look like good health.
  connection.onRequest(
    healthReportRequest,
    async (
      { uri, workDoneToken }: HealthReportParams,
      token: CancellationToken,
    ): Promise<LocatedReport | Refused | null> => {
      const located = await sessions.of(uri);
      if (located === undefined) return notOpen();
      const progress = createProgress(connection, workDoneToken, t('Reading the docset'));
      const signal = signalOf(token);
      progress.begin();
      try {
        const read = await located.session.readAll((done, all) => {
          progress.progress(done, all);
        }, signal);
        return signal.aborted ? null : await reportOf(sessions, located.session, read);
      } finally {
        progress.end();
      }
    },
  );
  connection.onRequest(
    reportHistoryRequest,
    async (params: ReportHistoryParams, token: CancellationToken): Promise<Past | Refused | null> => {
      const located = await sessions.of(params.uri);
      if (located === undefined) return notOpen();
      const signal = signalOf(token);
      const answer = await pastOf(connection, sessions, located.session, params, signal);
      return signal.aborted ? null : answer;
    },
  );
}

async function pastOf(
  connection: Connection,
  sessions: Sessions,
  { root, configurationSettings: settings }: Session,
  { commits: count, workDoneToken }: ReportHistoryParams,
  signal: { readonly aborted: boolean },
): Promise<Past | Refused> {
  const past = sessions.historyOf(root);
  if (past === undefined)
    return { refused: t('Git is not run here: the folder is not trusted, or not on this machine.') };
  const words = (done: number, all: number): string => t('{0} of {1} commits', done, all);
  const progress = createProgress(connection, workDoneToken, t('Reading the history'), words);
  const onCommit = (done: number, all: number): void => {
    progress.progress(done, all);
  };
  progress.begin();
  try {
    const history = await past.read(root, { count, holds: () => true, settings, onCommit, signal });
    return typeof history === 'string' ? { refused: history } : { history };
  } finally {
    progress.end();
  }
}

function notOpen(): Refused {
  return { refused: t('This folder belongs to no repository that is open.') };
}

/** @param read how many files were */
async function reportOf(
  sessions: Sessions,
  { repository, root }: Session,
  read: number,
): Promise<LocatedReport | Refused> {
  const failure = repository.configurationFailure();
  if (failure !== undefined) return { refused: failure };
  const files = repository.files.articlesAndIncludes();
  if (read < files.length) return { refused: t('Nothing is validated here: dynamicsDocs.validate.enable is off.') };
  // A virtual file system may have its files at the top.
  const name = basename(root.path) || root.authority;
  const report = await gatherReport(repository, { name, files, holds: () => true });
  const hasHistory = (await sessions.historyOf(root)?.isThere(root)) === true;
  return { root: root.toString(), report, hasHistory };
}
