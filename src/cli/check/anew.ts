import type { LastCheck } from '../cache/lastCheck';
import type { FixReport } from '../formats/format';
import type { ExitCode, Io } from '../io';
import { loadRepository, type OpenedRepository } from '../openRepository';
import { shownPath } from '../paths';
import type { FoundRepository } from '../target';
import { conclude, outcomeOf } from './conclude';
import type { CheckPlan } from './options';
import { scopeOf, type Scope } from './scope';
import { useStdin, validate } from './selection';

/**
 * Validates a repository and reports what is found.
 *
 * @param last takes note of it
 */
export async function checkAnew(
  found: FoundRepository,
  plan: CheckPlan,
  started: number,
  last: LastCheck | undefined,
  io: Io,
): Promise<ExitCode> {
  const opened = await loadRepository(found, plan.concurrency);
  const { repository, targets, host } = opened;
  if (plan.isFromStdin) await useStdin(repository, targets[0], io);
  const failure = repository.configurationFailure();
  const validated = failure === undefined ? await validate(opened, io) : [];
  const scope = failure === undefined ? await scopeOf(opened, plan.changedSince) : everything;
  const files = validated.filter(scope.holds);
  const fixed = plan.fix === 'no' ? undefined : await fix(opened, files, scope, plan.fix === 'diff', io);
  if (plan.recording !== 'no' && failure === undefined) await record(opened, scope, plan.recording === 'all', io);
  const outcome = await outcomeOf(repository, failure);
  if (failure === undefined) last?.save(outcome, host.asked);
  const checked = { started, files, outcome, reports: scope.reports, failure, fixed };
  return conclude(opened.root, plan, checked, repository, io);
}

/** What is wrong with a configuration is reported wherever it lies: nothing can be checked. */
const everything: Scope = { holds: () => true, reports: () => true };

/** Loaded for this alone: few checks write a baseline. */
async function record(opened: OpenedRepository, { holds }: Scope, adds: boolean, io: Io): Promise<void> {
  const { recordBaseline } = await import('./recordBaseline');
  await recordBaseline(opened, holds, adds, io);
}

/** Repairs the files, or says how. Loaded for this alone: most checks repair nothing. */
async function fix(
  { root, repository }: OpenedRepository,
  files: readonly string[],
  { holds }: Scope,
  isDryRun: boolean,
  io: Io,
): Promise<FixReport> {
  const { fixFiles, otherRepairable } = await import('../commands/fix');
  const paths = [...files, ...otherRepairable(repository).filter(holds)];
  const showDiff = (diff: string): void => {
    io.stdout(diff);
  };
  const fixed = await fixFiles(repository, paths, { root, showDiff: isDryRun ? showDiff : undefined });
  for (const { file, reason } of fixed.skipped)
    io.stderr(`${shownPath(io.cwd, root, file)} is left as it is: ${reason}.\n`);
  return fixed;
}
