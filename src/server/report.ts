import type { CancellationToken, Connection } from 'vscode-languageserver';
import { basename } from '../core/text/path';
import { gatherReport } from '../features/report/gather';
import { signalOf } from './handlers';
import { createProgress } from './progress';
import type { Refused } from './protocol';
import { healthReportRequest, type HealthReportParams, type LocatedReport } from './reportProtocol';
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
      if (located === undefined) return { refused: t('This folder belongs to no repository that is open.') };
      const progress = createProgress(connection, workDoneToken, t('Reading the docset'));
      const signal = signalOf(token);
      progress.begin();
      try {
        const read = await located.session.readAll((done, all) => {
          progress.progress(done, all);
        }, signal);
        return signal.aborted ? null : await reportOf(located.session, read);
      } finally {
        progress.end();
      }
    },
  );
}

/** @param read how many files were */
async function reportOf({ repository, root }: Session, read: number): Promise<LocatedReport | Refused> {
  const failure = repository.configurationFailure();
  if (failure !== undefined) return { refused: failure };
  const files = repository.articlesAndIncludes();
  if (read < files.length) return { refused: t('Nothing is validated here: dynamicsDocs.validate.enable is off.') };
  // A virtual file system may have its files at the top.
  const name = basename(root.path) || root.authority;
  const report = await gatherReport(repository, { name, files, holds: () => true });
  return { root: root.toString(), report };
}
