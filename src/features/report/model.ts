import type { Severity } from '../../core/rules/severity';

/** Where something stands. */
export interface ReportPlace {
  /** Root-relative. */
  readonly path: string;
  /** From 1, as people count. */
  readonly line: number;
  readonly column: number;
}

export interface ReportFinding extends ReportPlace {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

/** How many articles have a key that a schema asks for. */
export interface KeyCoverage {
  readonly key: string;
  readonly requirement: 'required' | 'recommended';
  /** In their front matter. */
  readonly own: number;
  /** From docfx.json. */
  readonly inherited: number;
  readonly missing: number;
}

export interface CodeCount {
  readonly code: string;
  readonly severity: Severity;
  readonly findings: number;
  readonly files: number;
  /** Address of its documentation; `undefined` for a name that a team's schema gave. */
  readonly page: string | undefined;
}

export interface FolderCount {
  /** Root-relative; '' for the root. */
  readonly folder: string;
  /** Files that were checked in the folder itself. */
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** How many articles are of an age by `ms.date`. */
export interface AgeGroup {
  readonly label: string;
  readonly articles: number;
}

export interface DatedArticle extends ReportPlace {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Days from the date to the day of the report; negative for a date to come. */
  readonly days: number;
}

/** A retired key that is written somewhere. */
export interface RetiredKey extends ReportPlace {
  readonly key: string;
  /** '' where none took its place. */
  readonly successor: string;
  /** Articles that have the key from this place. */
  readonly articles: number;
}

export interface DuplicatedValue {
  readonly property: string;
  readonly value: string;
  readonly places: readonly ReportPlace[];
}

export interface IncludeUse {
  /** Root-relative. */
  readonly path: string;
  /** Files that include it directly. */
  readonly users: number;
  /** Articles that show it, through other includes too. */
  readonly articles: number;
  /** Whether a check says that nothing includes it. */
  readonly isUnused: boolean;
}

/** How the docset was at a commit. */
export interface HistoryPoint {
  /** Abbreviated hash; `now` for the files as they are. */
  readonly commit: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Share of the required keys that articles have, from 0 to 1; 1 where none is required. */
  readonly coverage: number;
}

/** The health of the documentation below a folder: what the report shows, without how. */
export interface HealthReport {
  /** Of the repository or folder. */
  readonly name: string;
  /** The day of the report, `YYYY-MM-DD`. */
  readonly date: string;
  /** Files that were checked, and the articles among them. */
  readonly files: number;
  readonly articles: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Further findings, which a baseline holds. */
  readonly known: number;
  /** Those of a check, in its order. */
  readonly findings: readonly ReportFinding[];
  /** In the order of a new article. */
  readonly coverage: readonly KeyCoverage[];
  /** The worst and most frequent first. */
  readonly codes: readonly CodeCount[];
  /** By path; those alone that hold a file or a finding. */
  readonly folders: readonly FolderCount[];
  readonly ages: readonly AgeGroup[];
  /** The oldest first. */
  readonly dated: readonly DatedArticle[];
  readonly retired: readonly RetiredKey[];
  readonly duplicates: readonly DuplicatedValue[];
  /** The most used first. */
  readonly includes: readonly IncludeUse[];
  /** The oldest first; empty where it was not asked for. */
  readonly history: readonly HistoryPoint[];
}
