import type { HealthReport, HistoryPoint } from './model';
import { requiredShare } from './requiredShare';

/** What a line of history needs of a report: how things are now. */
export function pointOf({ date, files, counts, coverage }: HealthReport): HistoryPoint {
  return { commit: 'now', date, files, counts, coverage: requiredShare(coverage) };
}
