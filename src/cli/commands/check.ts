import { cachePlace } from '../cache/place';
import { conclude } from '../check/conclude';
import { planOf, type CheckOptions } from '../check/options';
import { scopeOf, type Scope } from '../check/scope';
import { useStdin, validate } from '../check/selection';
import type { FixReport } from '../formats/format';
import type { ExitCode, Io } from '../io';
import { shownPath } from '../paths';
import { openRepository, type OpenedRepository } from '../target';

/** `check [path…]`: validates what lies under the paths and reports it. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const started = performance.now();
  const plan = planOf(io.cwd, paths, options);
  const { config, schemas, baseline, concurrency, isFromStdin } = plan;
  const overrides = { config, schemas, baseline };
  // What standard input holds is no state of a file.
  const cache = isFromStdin ? undefined : cachePlace(options, io);
  const help = { concurrency, cache };
  const opened = await openRepository(io.cwd, plan.paths, { ...overrides, help, mustExist: !isFromStdin });
  const { repository, targets } = opened;
  if (isFromStdin) await useStdin(repository, targets[0], io);
  const failure = repository.configurationFailure();
  const checked = failure === undefined ? await validate(opened, io) : [];
  const scope = failure === undefined ? await scopeOf(opened, plan.changedSince) : everything;
  const files = checked.filter(scope.holds);
  const fixed = plan.fix === 'no' ? undefined : await fix(opened, files, scope, plan.fix === 'diff', io);
  if (plan.recording !== 'no' && failure === undefined) await record(opened, scope, plan.recording === 'all', io);
  return conclude(opened, plan, { started, files, reports: scope.reports, failure, fixed }, io);
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
