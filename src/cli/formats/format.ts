import type { Repository } from '../../core/docset/repository';
import type { Diagnostic } from '../../core/rules/diagnostic';
import type { Severity } from '../../core/rules/severity';
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

/** Formats that need nothing but the report. Those that only other programs read are loaded when they are asked for. */
const ofFindings = {
  text: textFormat,
  github: async (report) => (await import('./github')).githubFormat(report),
  junit: async (report) => (await import('./junit')).junitFormat(report),
} as const satisfies Readonly<Record<string, (report: Report) => string | Promise<string>>>;

/** Those that look into the files, too, for what could be put right. */
const ofFiles = {
  json: async (report, repository) => (await import('./json')).jsonFormat(report, repository),
  sarif: async (report, repository) => (await import('./sarif')).sarifFormat(report, repository),
} as const satisfies Readonly<Record<string, (report: Report, repository: Repository) => Promise<string>>>;

export type FormatName = keyof typeof ofFindings | keyof typeof ofFiles;

export const formatNames: readonly FormatName[] = ['text', 'json', 'sarif', 'github', 'junit'];

/** Whether a format needs nothing but the report. */
export function tellsFindingsAlone(name: FormatName): name is keyof typeof ofFindings {
  return Object.hasOwn(ofFindings, name);
}

/** @param repository may be left out where the format tells findings alone */
export async function formatted(name: FormatName, report: Report, repository: Repository | undefined): Promise<string> {
  if (tellsFindingsAlone(name)) return ofFindings[name](report);
  if (repository === undefined) throw new Error(`${name} needs the repository.`);
  return ofFiles[name](report, repository);
}
