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
  /** Markdown files that were checked. */
  readonly files: number;
  readonly durationMs: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Sorted by file, line, column, code. */
  readonly diagnostics: readonly Diagnostic[];
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

/** Turns a report into text for standard output. */
export type Format = (report: Report, repository: Repository) => string | Promise<string>;

export const formats: Readonly<Record<string, Format>> = { text: textFormat, json: jsonFormat };
