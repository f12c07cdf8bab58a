/** What client and server say to each other about health reports. Types and names only. */

/** Client → server request: the health of a repository. Answers `ShownReport | Refused`, `null` when it was cancelled. */
export const healthReportRequest = 'dynamicsDocs/healthReport';
export interface HealthReportParams {
  /** Of a file in the repository, which need not be there. */
  readonly uri: string;
  readonly workDoneToken?: string | number;
}
export interface ShownReport {
  /** URI of the repository root, which paths in the report start from. */
  readonly root: string;
  readonly name: string;
  /** A page that needs nothing else. Its buttons tell the webview that it is in what to open: `OpenPlace`. */
  readonly html: string;
}

/** Report → extension: a place that was chosen. */
export interface OpenPlace {
  readonly type: 'open';
  /** Root-relative. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}
