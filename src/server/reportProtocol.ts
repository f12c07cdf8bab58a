/** What client and server say to each other about health reports. Types and names only. */

import type { HealthReport } from '../features/report/model';

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
}

/** Webview → extension: it can show a report, which is sent to it as it is. Again whenever it is loaded anew. */
export interface ViewReady {
  readonly type: 'ready';
}

/** Webview → extension: a place that was chosen. */
export interface OpenPlace {
  readonly type: 'open';
  /** Root-relative. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}
