import type { CancellationToken, Connection } from 'vscode-languageserver';
import { countBySeverity } from '../core/rules/diagnostic';
import { signalOf } from './handlers';
import { createProgress } from './progress';
import type { SeverityCounts, ValidateWorkspaceParams, ValidateWorkspaceResult } from './protocol';
import type { Sessions } from './sessions';
import { t } from '../core/text/localize';

/** Validates every repository of the workspace and reports how far it is. */
export async function validateWorkspace(
  connection: Connection,
  sessions: Sessions,
  params: ValidateWorkspaceParams,
  token: CancellationToken,
): Promise<ValidateWorkspaceResult> {
  const started = performance.now();
  const signal = signalOf(token);
  const report = createProgress(connection, params.workDoneToken, t('Validating'));
  let files = 0;
  let counts: SeverityCounts = countBySeverity([]);
  let known = 0;
  report.begin();
  try {
    for (const session of await sessions.ofFolders()) {
      if (signal.aborted) break;
      const result = await session.validateAll((done, all) => {
        report.progress(done, all);
      }, signal);
      files += result.files;
      counts = addCounts(counts, result.counts);
      known += result.known;
    }
  } finally {
    report.end();
  }
  const durationMs = Math.round(performance.now() - started);
  return { files, counts, known, durationMs, cancelled: signal.aborted };
}

function addCounts(a: SeverityCounts, b: SeverityCounts): SeverityCounts {
  return {
    error: a.error + b.error,
    warning: a.warning + b.warning,
    suggestion: a.suggestion + b.suggestion,
    info: a.info + b.info,
  };
}
