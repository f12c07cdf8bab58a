/** What client and server say to each other about health reports. Types and names only. */

import type { HealthReport, HistoryPoint } from '../features/report/model';

/** Client → server request: the health of a repository. Answers `LocatedReport | Refused`, `null` when it was cancelled. */
export const healthReportRequest = 'dynamicsDocs/healthReport';
export interface HealthReportParams {
  /** Of a file in the repository, which need not be there. */
  readonly uri: string;
  readonly workDoneToken?: string | number;
}
export interface LocatedReport {
  /** URI of the repository root, which paths in the report start from. */
  readonly root: string;
  readonly report: HealthReport;
  /** Whether its history can be asked for. */
  readonly hasHistory: boolean;
}

/**
 * Client → server request: how a repository was at some commits, the oldest first. Answers `Past | Refused`, `null` when it was
 * cancelled.
 */
export const reportHistoryRequest = 'dynamicsDocs/reportHistory';
export interface ReportHistoryParams extends HealthReportParams {
  /** How many commits to look at, from 1. */
  readonly commits: number;
}
export interface Past {
  /** Without how it is now. */
  readonly history: readonly HistoryPoint[];
}
