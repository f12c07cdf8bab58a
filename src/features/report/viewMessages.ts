/** What an editor's extension and the view of a report say to each other. Types only. */

import type { Translations } from '../../core/text/localize';
import type { HealthReport, ReportPlace } from './model';

/** Extension → webview: what to show, and in which language. */
export interface ShownReport {
  readonly report: HealthReport;
  /** Whether to offer its history. */
  readonly offersHistory: boolean;
  /** A tag as `Intl` takes it. */
  readonly language: string;
  readonly translations: Translations;
}

/** Webview → extension: it can show a report. Again whenever it is loaded anew. */
export interface ViewReady {
  readonly type: 'ready';
}

/** Webview → extension: the history is wanted. */
export interface HistoryWanted {
  readonly type: 'history';
}

/** Webview → extension: a place that was chosen. */
export interface OpenPlace extends ReportPlace {
  readonly type: 'open';
}
