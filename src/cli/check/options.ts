import { severities, type Severity } from '../../core/rules/severity';
import { UsageError } from '../io';
import type { CacheOptions } from '../cache/place';
import type { Concurrency } from '../threads/count';
import { outputsOf, type Output } from './outputs';

/** What the command line says, as commander hands it over. */
export interface CheckOptions extends CacheOptions {
  /** `NAME` or `NAME=FILE` each. */
  readonly format?: readonly string[];
  readonly output?: string;
  readonly config?: string;
  readonly schema?: readonly string[];
  readonly failOn: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly changedSince?: string;
  readonly quiet?: boolean;
  readonly concurrency: string;
  readonly stdinFilename?: string;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** What is to be done, once it is known to make sense. */
export interface CheckPlan {
  readonly paths: readonly string[];
  /** Whether the one path stands for what standard input holds. */
  readonly isFromStdin: boolean;
  readonly outputs: readonly Output[];
  readonly failOn: Severity;
  readonly isQuiet: boolean;
  readonly concurrency: Concurrency;
  readonly fix: 'no' | 'files' | 'diff';
  readonly config: string | undefined;
  readonly schemas: readonly string[] | undefined;
  readonly baseline: string | undefined;
  /** What happens to the baseline: all findings are recorded in it, or those that are gone forgotten. */
  readonly recording: 'no' | 'all' | 'prune';
  /** A commit: only what changed since, and what depends on it, is reported. */
  readonly changedSince: string | undefined;
}

/** Throws a `UsageError` where options do not go together. */
export function planOf(cwd: string, paths: readonly string[], options: CheckOptions): CheckPlan {
  const outputs = outputsOf(cwd, options.format ?? [], options.output);
  const failOn = severityNamed(options.failOn);
  const fromStdin = stdinName(paths, options);
  if (options.baseline === '') throw new UsageError('--baseline takes the name of a file.');
  if (options.dryRun === true && options.fix !== true) throw new UsageError('--dry-run goes with --fix.');
  if (options.dryRun === true && outputs.some(({ file }) => file !== undefined))
    throw new UsageError('--dry-run shows the changes alone: it does not go with a file for results.');
  return {
    paths: fromStdin === undefined ? paths : [fromStdin],
    isFromStdin: fromStdin !== undefined,
    outputs,
    failOn,
    isQuiet: options.quiet === true,
    // What standard input holds is known to this thread alone.
    concurrency: fromStdin === undefined ? concurrencyOf(options.concurrency) : 1,
    fix: options.fix !== true ? 'no' : options.dryRun === true ? 'diff' : 'files',
    config: options.config,
    schemas: options.schema,
    baseline: options.baseline,
    recording: recordingOf(options, fromStdin !== undefined),
    changedSince: options.changedSince,
  };
}

function recordingOf(
  { updateBaseline = false, pruneBaseline = false, changedSince, dryRun = false }: CheckOptions,
  isFromStdin: boolean,
): CheckPlan['recording'] {
  if (!updateBaseline && !pruneBaseline) return 'no';
  const option = updateBaseline ? '--update-baseline' : '--prune-baseline';
  if (updateBaseline && pruneBaseline)
    throw new UsageError(
      'Choose one of --update-baseline, which records all findings, and --prune-baseline, which adds none.',
    );
  if (changedSince !== undefined)
    throw new UsageError(`${option} looks at whole files: it does not go with --changed-since.`);
  if (isFromStdin) throw new UsageError(`${option} looks at files: it does not go with '-'.`);
  if (dryRun) throw new UsageError(`${option} writes a file: it does not go with --dry-run.`);
  return updateBaseline ? 'all' : 'prune';
}

function severityNamed(name: string): Severity {
  const severity = severities.find((candidate) => candidate === name);
  if (severity === undefined)
    throw new UsageError(`There is no severity '${name}'. Choose one of: ${severities.join(', ')}.`);
  return severity;
}

function stdinName(paths: readonly string[], options: CheckOptions): string | undefined {
  if (!paths.includes('-')) {
    if (options.stdinFilename === undefined) return undefined;
    throw new UsageError("--stdin-filename goes with '-' as the only path.");
  }
  if (options.fix === true) throw new UsageError("--fix writes files: it does not go with '-'.");
  if (paths.length > 1) throw new UsageError("'-' must be the only path.");
  if (options.stdinFilename === undefined)
    throw new UsageError("'-' needs --stdin-filename, so that the article's docset and rules are known.");
  return options.stdinFilename;
}

const mostThreads = 64;

function concurrencyOf(written: string): Concurrency {
  if (written === 'auto') return 'auto';
  if (written === 'off') return 1;
  const count = Number(written);
  if (Number.isInteger(count) && count >= 1 && count <= mostThreads) return count;
  throw new UsageError(`--concurrency takes 'auto', 'off' or a number from 1 to ${mostThreads}, not '${written}'.`);
}
