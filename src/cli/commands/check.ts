import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../../core/rules/diagnostic';
import type { LastCheck, Outcome } from '../cache/lastCheck';
import { cachePlace } from '../cache/place';
import { conclude, outcomeOf } from '../check/conclude';
import { planOf, type CheckOptions, type CheckPlan } from '../check/options';
import { scopeOf, type Scope } from '../check/scope';
import { isSelected, useStdin, validate } from '../check/selection';
import { tellsFindingsAlone, type FixReport } from '../formats/format';
import { UsageError, type ExitCode, type Io } from '../io';
import { shownPath } from '../paths';
import { findRepository, loadRepository, type FoundRepository, type OpenedRepository } from '../target';

/** `check [path…]`: validates what lies under the paths and reports it. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const started = performance.now();
  const plan = planOf(io.cwd, paths, options);
  const { config, schemas, baseline, isFromStdin } = plan;
  if (baseline !== undefined && plan.recording !== 'all' && !existsSync(resolve(io.cwd, baseline)))
    throw new UsageError(`There is no baseline '${baseline}'. --update-baseline writes one.`);
  // What standard input holds is no state of a file.
  const cache = isFromStdin ? undefined : cachePlace(options, io);
  const place = { cache, mustExist: !isFromStdin };
  const found = await findRepository(io.cwd, plan.paths, { config, schemas, baseline, ...place });
  const last = isRepeatable(plan, found) ? found.cache?.lastCheck() : undefined;
  const outcome = last?.outcome();
  if (outcome !== undefined) return repeat(found, plan, started, outcome, io);
  return checkAnew(found, plan, started, last, io);
}

/** Reports what was found last time, since nothing has changed. */
function repeat(found: FoundRepository, plan: CheckPlan, started: number, outcome: Outcome, io: Io): Promise<ExitCode> {
  const holds = (path: string): boolean => isSelected(path, found.targets);
  const files = outcome.files.filter(holds);
  const reports = ({ path }: Diagnostic): boolean => holds(path);
  return conclude(found, plan, { started, files, outcome, reports, failure: undefined, fixed: undefined }, io);
}

/** @param last takes note of the outcome */
async function checkAnew(
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
  const checked = failure === undefined ? await validate(opened, io) : [];
  const scope = failure === undefined ? await scopeOf(opened, plan.changedSince) : everything;
  const files = checked.filter(scope.holds);
  const fixed = plan.fix === 'no' ? undefined : await fix(opened, files, scope, plan.fix === 'diff', io);
  if (plan.recording !== 'no' && failure === undefined) await record(opened, scope, plan.recording === 'all', io);
  const outcome = await outcomeOf(repository, failure);
  if (failure === undefined) last?.save(outcome, host.asked);
  return conclude(opened, plan, { started, files, outcome, reports: scope.reports, failure, fixed }, io);
}

/**
 * Whether the check tells of folders what is in their files, and nothing else: only then does it tell the same again as long
 * as no file changes.
 */
function isRepeatable(
  { fix, recording, changedSince, config, outputs }: CheckPlan,
  { targets }: FoundRepository,
): boolean {
  return (
    fix === 'no' &&
    recording === 'no' &&
    changedSince === undefined &&
    // It may lie outside of the repository.
    config === undefined &&
    // A single file is checked whether the build takes it or not.
    targets.every(({ isFolder }) => isFolder) &&
    outputs.every(({ format }) => tellsFindingsAlone(format))
  );
}

/** What is wrong with a configuration is reported wherever it lies: nothing can be checked. */
const everything: Scope = { holds: () => true, reports: () => true };

/** Loaded for this alone: few checks write a baseline. */
async function record(opened: OpenedRepository, { holds }: Scope, adds: boolean, io: Io): Promise<void> {
  const { recordBaseline } = await import('../check/recordBaseline');
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
  const { fixFiles, otherRepairable } = await import('./fix');
  const paths = [...files, ...otherRepairable(repository).filter(holds)];
  const showDiff = (diff: string): void => {
    io.stdout(diff);
  };
  const fixed = await fixFiles(repository, paths, { root, showDiff: isDryRun ? showDiff : undefined });
  for (const { file, reason } of fixed.skipped)
    io.stderr(`${shownPath(io.cwd, root, file)} is left as it is: ${reason}.\n`);
  return fixed;
}
