import type { Repository } from '../../core/docset/repository';
import { countBySeverity } from '../../core/rules/diagnostic';
import { isAtLeast, severities, type Severity } from '../../core/rules/severity';
import { isInFolder, isMarkdown } from '../../core/text/path';
import { formats, type FixReport, type Report } from '../formats/format';
import { UsageError, type ExitCode, type Io } from '../io';
import { plural } from '../words';
import { openRepository, shownPath, type OpenedRepository, type Target } from '../target';

export interface CheckOptions {
  readonly format: string;
  readonly config?: string;
  readonly schema?: readonly string[];
  readonly failOn: string;
  readonly quiet?: boolean;
  readonly stdinFilename?: string;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** `check [path…]`: validates what lies under the paths and reports it. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const started = performance.now();
  const format = Object.hasOwn(formats, options.format) ? formats[options.format] : undefined;
  if (format === undefined)
    throw new UsageError(`There is no format '${options.format}'. Choose one of: ${Object.keys(formats).join(', ')}.`);
  const failOn = severityNamed(options.failOn);
  const fromStdin = stdinName(paths, options);
  if (options.dryRun === true && options.fix !== true) throw new UsageError('--dry-run goes with --fix.');
  const opened = await openRepository(io.cwd, fromStdin === undefined ? paths : [fromStdin], {
    config: options.config,
    schemas: options.schema,
    mustExist: fromStdin === undefined,
  });
  const { root, repository, targets } = opened;
  if (fromStdin !== undefined) await useStdin(repository, targets[0], io);
  const failure = repository.configurationFailure();
  const checked = failure === undefined ? await validate(repository, targets, io) : [];
  const fixed = options.fix === true ? await fix(opened, checked, options.dryRun === true, io) : undefined;
  const found = repository
    .diagnostics()
    .filter((diagnostic) => isSelected(diagnostic.path, targets, failure !== undefined));
  const diagnostics = options.quiet === true ? found.filter(({ severity }) => severity === 'error') : found;
  const durationMs = Math.round(performance.now() - started);
  const counts = countBySeverity(diagnostics);
  const report: Report = { root, cwd: io.cwd, files: checked.length, durationMs, counts, diagnostics, fixed };
  if (options.dryRun !== true) io.stdout(await format(report, repository));
  if (failure !== undefined) throw new UsageError(failure);
  if (options.format === 'text') io.stderr(`${changedFiles(report)}${summary(report)}\n`);
  if (fixed?.skipped.some(({ isFailure }) => isFailure) === true) return 2;
  return found.some(({ severity }) => isAtLeast(severity, failOn)) ? 1 : 0;
}

/** Validates everything, since titles must be unique across the docset. Returns those of the files that were asked for. */
async function validate(repository: Repository, targets: readonly Target[], io: Io): Promise<readonly string[]> {
  const progress = createProgress(io);
  await repository.validateAll(progress.show);
  const known = new Set(repository.articlesAndIncludes());
  const named = targets.filter(
    ({ path, isFolder }) => !isFolder && !known.has(path) && isMarkdown(path) && !repository.isIgnored(path),
  );
  await repository.validate(named.map(({ path }) => path));
  progress.clear();
  const selected = [...known].filter((path) => isSelected(path, targets, false));
  return [...selected, ...named.map(({ path }) => path)];
}

/** Repairs the files, or says how. Loaded for this alone: most checks repair nothing. */
async function fix(
  { root, repository }: OpenedRepository,
  paths: readonly string[],
  isDryRun: boolean,
  io: Io,
): Promise<FixReport> {
  const { fixFiles } = await import('./fix');
  const showDiff = (diff: string): void => {
    io.stdout(diff);
  };
  const fixed = await fixFiles(repository, paths, { root, showDiff: isDryRun ? showDiff : undefined });
  for (const { file, reason } of fixed.skipped)
    io.stderr(`${shownPath(io.cwd, root, file)} is left as it is: ${reason}.\n`);
  return fixed;
}

function isSelected(path: string, targets: readonly Target[], always: boolean): boolean {
  return always || targets.some((target) => (target.isFolder ? isInFolder(path, target.path) : path === target.path));
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

async function useStdin(repository: Repository, target: Target | undefined, io: Io): Promise<void> {
  if (target === undefined || target.path.startsWith('../'))
    throw new UsageError('--stdin-filename must lie inside the repository.');
  repository.sources.setBuffer(target.path, await io.readStdin());
  repository.add(target.path);
}

function severityNamed(name: string): Severity {
  const severity = severities.find((candidate) => candidate === name);
  if (severity === undefined)
    throw new UsageError(`There is no severity '${name}'. Choose one of: ${severities.join(', ')}.`);
  return severity;
}

function summary({ files, counts, fixed }: Report): string {
  const found = [
    plural(counts.error, 'error'),
    plural(counts.warning, 'warning'),
    plural(counts.suggestion, 'suggestion'),
    `${counts.info} info`,
  ];
  return `${plural(files, 'file')} checked: ${found.join(', ')}.${fixed === undefined ? '' : ` ${repaired(fixed)}`}`;
}

function repaired({ files, findings, isDryRun }: FixReport): string {
  return `${plural(findings, 'finding')} ${isDryRun ? 'can be ' : ''}fixed in ${plural(files, 'file')}.`;
}

/** A line for each file that was changed. A diff says so itself. */
function changedFiles({ cwd, root, fixed }: Report): string {
  if (fixed === undefined || fixed.isDryRun) return '';
  return fixed.changes
    .map(({ file, fixes }) => `${shownPath(cwd, root, file)}: ${plural(fixes.length, 'finding')} fixed.\n`)
    .join('');
}

/** A line that counts up on a terminal, at most some 20 times a second. */
function createProgress(io: Io): { show: (done: number, all: number) => void; clear: () => void } {
  if (!io.stderrIsTerminal) return { show: () => undefined, clear: () => undefined };
  let shownAt = 0;
  return {
    show(done, all) {
      if (performance.now() - shownAt < 50) return;
      shownAt = performance.now();
      io.stderr(`\rChecking ${done} of ${all} files\u001b[K`);
    },
    clear: () => {
      if (shownAt > 0) io.stderr('\r\u001b[K');
    },
  };
}
