import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../../core/rules/diagnostic';
import type { Outcome } from '../cache/lastCheck';
import { cachePlace } from '../cache/place';
import { conclude } from '../check/conclude';
import { planOf, type CheckOptions, type CheckPlan } from '../check/options';
import { isSelected } from '../check/selection';
import { tellsFindingsAlone } from '../formats/format';
import { UsageError, type ExitCode, type Io } from '../io';
import { findRepository, type FoundRepository } from '../target';

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
  if (isFromStdin && found.targets.some(({ isFolder }) => isFolder))
    throw new UsageError(`--stdin-filename takes a file: '${plan.paths.join()}' is a folder.`);
  const last = isRepeatable(plan, found) ? found.cache?.lastCheck() : undefined;
  const outcome = last?.outcome();
  if (outcome !== undefined) return repeat(found, plan, started, outcome, io);
  // Loaded for this alone: what was found last time is told without the engine.
  const { checkAnew } = await import('../check/anew');
  return checkAnew(found, plan, started, last, io);
}

/** Reports what was found last time, since nothing has changed. */
function repeat(found: FoundRepository, plan: CheckPlan, started: number, outcome: Outcome, io: Io): Promise<ExitCode> {
  const holds = (path: string): boolean => isSelected(path, found.targets);
  const files = outcome.files.filter(holds);
  const reports = ({ path }: Diagnostic): boolean => holds(path);
  const checked = { started, files, outcome, reports, failure: undefined, fixed: undefined };
  return conclude(found.root, plan, checked, undefined, io);
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
