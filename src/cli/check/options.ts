import { severities, type Severity } from '../../core/rules/severity';
import { formats, type Format } from '../formats/format';
import { UsageError } from '../io';

/** What the command line says, as commander hands it over. */
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

/** What is to be done, once it is known to make sense. */
export interface CheckPlan {
  readonly paths: readonly string[];
  /** Whether the one path stands for what standard input holds. */
  readonly isFromStdin: boolean;
  readonly format: Format;
  readonly isText: boolean;
  readonly failOn: Severity;
  readonly isQuiet: boolean;
  readonly fix: 'no' | 'files' | 'diff';
  readonly config: string | undefined;
  readonly schemas: readonly string[] | undefined;
}

/** Throws a `UsageError` where options do not go together. */
export function planOf(paths: readonly string[], options: CheckOptions): CheckPlan {
  const format = Object.hasOwn(formats, options.format) ? formats[options.format] : undefined;
  if (format === undefined)
    throw new UsageError(`There is no format '${options.format}'. Choose one of: ${Object.keys(formats).join(', ')}.`);
  const failOn = severityNamed(options.failOn);
  const fromStdin = stdinName(paths, options);
  if (options.dryRun === true && options.fix !== true) throw new UsageError('--dry-run goes with --fix.');
  return {
    paths: fromStdin === undefined ? paths : [fromStdin],
    isFromStdin: fromStdin !== undefined,
    format,
    isText: options.format === 'text',
    failOn,
    isQuiet: options.quiet === true,
    fix: options.fix !== true ? 'no' : options.dryRun === true ? 'diff' : 'files',
    config: options.config,
    schemas: options.schema,
  };
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
