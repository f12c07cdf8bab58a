import type { Repository } from '../../core/docset/repository';
import type { Diagnostic } from '../../core/rules/diagnostic';
import type { Severity } from '../../core/rules/severity';
import { jsonFormat } from './json';
import { textFormat } from './text';

/** What a check found. */
export interface Report {
  /** Absolute path of the repository root. */
  readonly root: string;
  /** Where the user stands, absolute. */
  readonly cwd: string;
  /** The checkout of a GitHub workflow, absolute. */
  readonly githubWorkspace: string | undefined;
  /** Markdown files that were checked, root-relative. */
  readonly files: readonly string[];
  readonly durationMs: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** What is reported, sorted by file, line, column, code. */
  readonly diagnostics: readonly Diagnostic[];
  /** Everything that was found in the repository, in the same order. */
  readonly all: readonly Diagnostic[];
  /** How many further findings a baseline holds; `undefined` where there is none. */
  readonly known: number | undefined;
  /** Why nothing could be checked, in one sentence. */
  readonly failure: string | undefined;
  /** What `--fix` put right; `undefined` without it. */
  readonly fixed: FixReport | undefined;
}

/** What `--fix` did, or with `--dry-run` would do. */
export interface FixReport {
  /** Files that were changed. */
  readonly files: number;
  /** Findings that were put right. */
  readonly findings: number;
  readonly isDryRun: boolean;
  /** Paths are root-relative. */
  readonly changes: readonly {
    readonly file: string;
    readonly fixes: readonly { readonly code: string; readonly title: string }[];
  }[];
  /** Files that were left as they are although they could be repaired. */
  readonly skipped: readonly {
    readonly file: string;
    readonly reason: string;
    /** Whether it was tried and could not be done. */
    readonly isFailure: boolean;
  }[];
}

/** Turns a report into text. */
export type Format = (report: Report, repository: Repository) => string | Promise<string>;

/** Those that only other programs read are loaded when they are asked for. */
const formats = {
  text: textFormat,
  json: jsonFormat,
  sarif: async (report, repository) => (await import('./sarif')).sarifFormat(report, repository),
  github: async (report) => (await import('./github')).githubFormat(report),
  junit: async (report) => (await import('./junit')).junitFormat(report),
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

/** Whether a format needs nothing but the report. The others look into the files, for what could be put right. */
export function tellsFindingsAlone(name: FormatName): boolean {
  return name === 'text' || name === 'github' || name === 'junit';
}

export async function formatted(name: FormatName, report: Report, repository: Repository): Promise<string> {
  return formats[name](report, repository);
}
