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
  readonly fixed: { readonly files: number; readonly findings: number } | undefined;
}

/** Turns a report into text for standard output. */
export type Format = (report: Report, repository: Repository) => string | Promise<string>;

export const formats: Readonly<Record<string, Format>> = { text: textFormat, json: jsonFormat };
