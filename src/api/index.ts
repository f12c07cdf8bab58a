import { main } from '../cli/main';

/** Line and column of a place, from 1, in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Severity = 'error' | 'warning' | 'suggestion' | 'info';

/** One finding. */
export interface Finding extends Position {
  /** From the root of the repository, with `/`. */
  readonly file: string;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** Whether `fix` would put it right. */
  readonly fixable: boolean;
  readonly related: readonly (Position & { readonly file: string; readonly message: string })[];
}

/** What a check found: the shape of `dynamics-docs check --format json`. */
export interface CheckReport {
  readonly version: 1;
  /** Absolute path of the repository. */
  readonly root: string;
  /** Markdown files that were checked. */
  readonly files: number;
  readonly durationMs: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Further findings, which a baseline holds; left out where there is none. */
  readonly baselined?: number;
  /** What was put right; left out without `fix`. */
  readonly fixed?: {
    readonly files: number;
    readonly findings: number;
    readonly changes: readonly {
      readonly file: string;
      readonly fixes: readonly { readonly code: string; readonly title: string }[];
    }[];
    readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  };
  readonly diagnostics: readonly Finding[];
}

/** Where relative paths start from; the working directory of the process where it is left out. */
export interface Place {
  readonly cwd?: string;
}

/** As the options of `dynamics-docs check`. */
export interface CheckOptions extends Place {
  readonly config?: string;
  readonly schemas?: readonly string[];
  readonly baseline?: string;
  readonly changedSince?: string;
  /** Puts right what is certain, in the files. */
  readonly fix?: boolean;
}

/** An effective value with its source. */
export interface MetadataValue extends Position {
  readonly value: unknown;
  readonly source: 'frontMatter' | 'fileMetadata' | 'globalMetadata';
  readonly file: string;
  /** The pattern of `fileMetadata` that supplies it. */
  readonly pattern?: string;
}

/** The shape of `dynamics-docs metadata --format json`. */
export interface MetadataReport {
  readonly file: string;
  /** The docfx.json that governs the file; `null` where none does. */
  readonly docset: string | null;
  readonly metadata: Readonly<Record<string, MetadataValue>>;
}

/** What was asked for could not be done: one sentence that says why. */
export class DynamicsDocsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DynamicsDocsError';
  }
}

/**
 * Checks files and folders of one repository. Rejects with a `DynamicsDocsError` where the check cannot be made.
 *
 * @param paths files or folders
 */
export async function check(paths: string | readonly string[], options: CheckOptions = {}): Promise<CheckReport> {
  const { cwd, config, schemas = [], baseline, changedSince, fix = false } = options;
  const args = [
    ...optional('--config', config),
    ...schemas.map((schema) => `--schema=${schema}`),
    ...optional('--baseline', baseline),
    ...optional('--changed-since', changedSince),
    ...(fix ? ['--fix'] : []),
  ];
  const names = typeof paths === 'string' ? [paths] : paths;
  return JSON.parse(await answer(['check', '--format=json', ...args, '--', ...names], cwd)) as CheckReport;
}

/** The effective metadata of a file. Rejects with a `DynamicsDocsError`. */
export async function metadata(file: string, { cwd }: Place = {}): Promise<MetadataReport> {
  return JSON.parse(await answer(['metadata', '--format=json', '--', file], cwd)) as MetadataReport;
}

/** An article with its includes in place, as HTML or Markdown. Rejects with a `DynamicsDocsError`. */
export async function render(
  file: string,
  { cwd, format = 'html' }: Place & { readonly format?: 'html' | 'markdown' } = {},
): Promise<string> {
  return answer(['render', `--format=${format}`, '--', file], cwd);
}

function optional(option: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [`${option}=${value}`];
}

/** The command line answers, so that both are the same for ever. */
async function answer(args: readonly string[], cwd: string = process.cwd()): Promise<string> {
  let stdout = '';
  let stderr = '';
  const code = await main(args, {
    cwd,
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    stderrIsTerminal: false,
    readStdin: () => Promise.resolve(''),
    env: process.env,
  });
  if (code === 2) throw new DynamicsDocsError(stderr.trim());
  return stdout;
}
