import type { Repository } from '../../core/docset/repository';
import { countBySeverity, type Diagnostic } from '../../core/rules/diagnostic';
import { isAtLeast } from '../../core/rules/severity';
import type { Outcome } from '../cache/lastCheck';
import type { FixReport, Report } from '../formats/format';
import { UsageError, type ExitCode, type Io } from '../io';
import type { CheckPlan } from './options';
import { hasReader, writeOutputs } from './outputs';
import { summaryOf } from './summary';

/**
 * What is found in a repository as far as it was validated.
 *
 * @param failure why it was not; nothing is known then
 */
export async function outcomeOf(repository: Repository, failure: string | undefined): Promise<Outcome> {
  const all = repository.diagnostics();
  const known = failure === undefined ? await repository.known.among(all) : new Set<Diagnostic>();
  return { files: repository.files.articlesAndIncludes(), all, known: repository.known.isEmpty ? undefined : known };
}

/** What was checked. */
export interface Checked {
  /** `performance.now()` at the start. */
  readonly started: number;
  readonly files: readonly string[];
  readonly outcome: Pick<Outcome, 'all' | 'known'>;
  /** Whether a finding of the repository was asked for. */
  readonly reports: (diagnostic: Diagnostic) => boolean;
  /** Why nothing could be checked. One sentence. */
  readonly failure: string | undefined;
  readonly fixed: FixReport | undefined;
}

/**
 * Reports what was found in a repository, and says how the program ends.
 *
 * @param root absolute path of the repository
 * @param repository `undefined` where every format tells findings alone
 */
export async function conclude(
  root: string,
  plan: Pick<CheckPlan, 'outputs' | 'isQuiet' | 'failOn' | 'fix'>,
  { started, files, outcome, reports, failure, fixed }: Checked,
  repository: Repository | undefined,
  io: Io,
): Promise<ExitCode> {
  const { all, known } = outcome;
  const reported = all.filter(reports);
  const found = known === undefined ? reported : reported.filter((diagnostic) => !known.has(diagnostic));
  const diagnostics = plan.isQuiet ? found.filter(({ severity }) => severity === 'error') : found;
  const report: Report = {
    root,
    cwd: io.cwd,
    githubWorkspace: io.env.GITHUB_WORKSPACE,
    files,
    durationMs: Math.round(performance.now() - started),
    counts: countBySeverity(diagnostics),
    diagnostics,
    all,
    known: known === undefined ? undefined : reported.length - found.length,
    failure,
    fixed,
  };
  const isWritten = plan.fix === 'diff' || (await writeOutputs(plan.outputs, report, repository, io));
  if (failure !== undefined) throw new UsageError(failure);
  if (hasReader(plan.outputs)) io.stderr(summaryOf(report));
  if (!isWritten) return 2;
  if (fixed?.skipped.some(({ isFailure }) => isFailure) === true) return 2;
  return found.some(({ severity }) => isAtLeast(severity, plan.failOn)) ? 1 : 0;
}
