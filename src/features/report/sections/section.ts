import { severities, type Severity } from '../../../core/rules/severity';
import type { Series } from '../charts/svg';
import type { TableContent } from '../table';

/** A part of the report: what it says in words, as a picture, and in full. */
export interface ReportSection {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Markup. */
  readonly chart: string | undefined;
  readonly tables: readonly TableContent[];
}

/** Bars of a chart: the tables list all. */
export const maxBars = 20;

export const severitySeries: Readonly<Record<Severity, Series>> = {
  error: { name: 'error', className: 'series-error', pattern: 'stripes' },
  warning: { name: 'warning', className: 'series-warning' },
  suggestion: { name: 'suggestion', className: 'series-suggestion', pattern: 'dots' },
  info: { name: 'info', className: 'series-info' },
};

export const bySeverity = severities.map((severity) => severitySeries[severity]);

export function tableUnlessEmpty(content: TableContent): readonly TableContent[] {
  return content.rows.length === 0 ? [] : [content];
}
